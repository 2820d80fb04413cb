/** The door to data/: where what ships with the package is found and read. */
export { packageVersion, readShippedText, readShippedYaml, shippedPath } from './shipped.ts'
