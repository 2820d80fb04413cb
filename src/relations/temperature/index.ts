/** Temperature: how warm two states stand, with its interval. */
export { type TemperatureSettings, temperatureSettings } from './settings.ts'
export { type Passed, type Temperature, temperatureOf, type World } from './temperature.ts'
export { type PairMass, type WorldMasses, worldFor, worldOf } from './world.ts'
