/** Phases: how two states stood over time, in eight words, each with the sentence that explains it. */
export { type Phase, type PhaseGrounds, phasesOf } from './phases.ts'
export { phaseSentence } from './sentence.ts'
export { BANDS, type Band, type PhaseName, type PhaseSettings, phaseSettings } from './settings.ts'
