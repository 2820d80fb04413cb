import { defineConfig } from 'rolldown'

// One bundle a start, and the thread of the server that reads texts beside it: a command loads in the time of one file. Packages stay outside, as node_modules ships with the install.
export default defineConfig({
  input: {
    detente: 'src/cli/main.ts',
    'reading-thread': 'src/http/reading/reading-thread.ts',
    'parsing-thread': 'src/text/threads/parsing-thread.ts',
  },
  platform: 'node',
  external: [/^node:/, /^[@a-z][^:]*$/i],
  output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
})
