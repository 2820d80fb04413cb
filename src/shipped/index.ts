/** The door to data/: where what ships with the package is found and read. */
export { builtPage, packageVersion, readShippedText, readShippedYaml, shippedFiles, shippedPath } from './shipped.ts'
