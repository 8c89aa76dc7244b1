import { defineConfig } from 'vitest/config'
import { standards } from './standards/vite-plugin.ts'

// What lives in server/ and test/ gets a real database (test/database.ts); the rest is pure and needs nothing.
// TIDU_TEST_PG=15 runs the database tests and the journeys on PostgreSQL 15 instead of 18.
export default defineConfig({
  test: {
    projects: [
      {
        // The pages bundle the standards as data.
        plugins: [standards()],
        test: {
          name: 'unit',
          include: ['{regime,standards,contract,web,cli,bin,bench,test/reference,test/contract}/**/*.test.{ts,tsx}'],
          // Generated tests take seconds on a quiet machine and many on a busy one.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{server,test}/**/*.test.ts'],
          exclude: ['test/reference/**', 'test/contract/**'],
          globalSetup: ['test/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journey',
          include: ['test/journeys/**/*.journey.ts'],
          globalSetup: ['test/cluster.ts', 'test/demo.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What a page shows within a second here may take many on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'long',
          include: ['{regime,server,test}/**/*.long.ts'],
          globalSetup: ['test/cluster.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
