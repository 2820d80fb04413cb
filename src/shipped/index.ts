/** The door to data/: where what ships with the package is found and read. */
export { builtPage, packageVersion, readShippedText, readShippedYaml, shippedPath } from './shipped.ts'
