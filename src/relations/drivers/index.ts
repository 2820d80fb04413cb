/** Drivers: why two states moved, mechanism by mechanism, with evidence for, against and missing. */
export { driversOf, MECHANISMS, readDrivers } from './drivers.ts'
export type { Case, Driver, DriverSettings, Evidence, Fact, Mechanism, Standing } from './evidence.ts'
