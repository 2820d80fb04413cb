import { addDays, type Day } from '../../domain/index.ts'
import type { Phase } from './phases.ts'
import { type PhaseSettings, phaseSettings } from './settings.ts'

const dayOf = (number: number): Day => addDays('1970-01-01', number)

const days = (mass: number): string => {
  const n = Math.round(mass)
  return n === 1 ? 'one ordinary day' : `${n} ordinary days`
}

/** The sentence that says why a phase bears its name, with its figures. */
export const phaseSentence = (phase: Phase, s: PhaseSettings = phaseSettings()): string => {
  const { name, from, grounds, in_talks, contested } = phase
  const marks = [in_talks ? 'the two talked meanwhile' : '', contested ? 'co-operation surged beside conflict' : '']
    .filter(mark => mark !== '')
    .map(mark => `; ${mark}`)
    .join('')
  if (name === 'quiet') return `Quiet from ${dayOf(from)}: nothing to speak of in the ${s.window} days before.`
  const head = `${name[0]?.toUpperCase()}${name.slice(1)} from ${dayOf(from)}`
  const why =
    `in the ${s.window} days before, ${days(grounds.conflict)} of conflict stood against ${days(grounds.cooperation)} of ` +
    `co-operation (${Math.round(100 * grounds.share)} in 100 were conflict, with the past in mind)`
  const surge = name === 'crisis' ? `; conflict exceeded what is usual ${grounds.surge.toFixed(1)} times over` : ''
  return `${head}: ${why}${surge}${marks}.`
}
