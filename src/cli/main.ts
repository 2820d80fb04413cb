import { run } from './run.ts'

/** Where the bundle begins. */
await run(process.argv.slice(2))
