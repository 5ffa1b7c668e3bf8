import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/support/setup/long-first.ts'

// Four projects, told apart by where a test lies or how its name ends; what is none of the other three is a unit test.
// Choose with `npx vitest run --project databases`, or name a file.
const databases = ['test/**/*databases.test.{ts,tsx}']
const edge = ['test/edge/**/*.test.{ts,tsx}', 'test/**/*edge.test.{ts,tsx}']
const browser = ['test/browser/**/*.test.{ts,tsx}', 'test/**/*browser.test.{ts,tsx}']

// `--mode whole` tells every fact in all combinations that it holds in: see test/support/run/whole.ts.
export default defineConfig(({ mode }) => ({
  test: {
    env: { MATRIX: mode === 'whole' ? 'whole' : 'turns' },
    // A laptop and the smallest CI machine have two cores. Two workers keep little more than one of them busy, as they wait
    // for disks, databases and pages.
    maxWorkers: 3,
    // A process keeps its modules from one file to the next: loading them for each took longer than most tests. What has
    // to be undone after a test is undone by it, or handed to test/support/run/closing.ts.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // Only what hangs ends by these: on a machine that does much else, everything takes ten times as long.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    setupFiles: 'test/support/setup/each-test.ts',
    globalSetup: 'test/support/setup/run.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...databases, ...edge, ...browser],
        },
      },
      {
        // The same facts on better-sqlite3, D1 (Miniflare) and a real Postgres, whose address is inject('postgresUrl').
        extends: true,
        test: {
          name: 'databases',
          include: databases,
          exclude: [...edge, ...browser],
          globalSetup: 'test/support/setup/postgres.ts',
        },
      },
      {
        // The Worker as it is deployed, inside workerd: inject('worker') has its modules for Miniflare.
        extends: true,
        test: {
          name: 'edge',
          include: edge,
          exclude: browser,
          globalSetup: 'test/support/setup/worker.ts',
        },
      },
      {
        // The pages in a real Chromium.
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: 'test/support/setup/browser.ts',
        },
      },
    ],
  },
}))
