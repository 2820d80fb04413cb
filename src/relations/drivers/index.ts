/** Drivers: why two states moved, mechanism by mechanism, with evidence for, against and missing. */
export { driversFrom, driversOf, lookedBefore, MECHANISMS, readDrivers } from './drivers.ts'
export {
  type Case,
  type Driver,
  type DriverSettings,
  driverSettings,
  type Evidence,
  type Fact,
  type Mechanism,
  type Standing,
} from './evidence.ts'
export { factsOf } from './standing-facts.ts'
