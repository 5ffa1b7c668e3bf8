import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/support/setup/long-first.ts'

// Two projects, as each has workers of its own, which load all modules anew: tests that need a browser, a database server or
// workerd, and unit tests, before which the workers give back their memory. test/support/setup/kinds.ts tells them apart.
// Choose with `npx vitest run --project unit`, or by a part of their paths (`databases`, `test/edge`).
const services = ['test/{browser,edge}/**/*.test.{ts,tsx}', 'test/**/*{browser,databases,edge}.test.{ts,tsx}']

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
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: services } },
      {
        extends: true,
        test: { name: 'services', include: services, globalSetup: 'test/support/setup/services.ts' },
      },
    ],
  },
}))
