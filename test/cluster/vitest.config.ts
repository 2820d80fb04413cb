import { defineConfig } from 'vitest/config'

// Named apart from other tests, so that `npm test` does not take them for its own.
export default defineConfig({
  test: { include: ['test/cluster/*.check.ts'], pool: 'forks', testTimeout: 600_000, hookTimeout: 600_000 },
})
