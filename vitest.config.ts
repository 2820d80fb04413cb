import { defineConfig } from 'vitest/config'

// Unit tests share one process (they are pure); whole-way tests run commands as a user would, so each file has its own.
// The test of data/ stands apart: it says whether what ships is whole before any code is asked.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,web/src}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'data', include: ['test/data.test.ts'] } },
      {
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: ['test/data.test.ts', 'test/browser/**'],
          pool: 'forks',
          // One a core: a command mostly waits for its own start.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // One browser at a time: two on a small machine only wait for each other.
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
