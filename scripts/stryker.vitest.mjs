/** The tests of one part, for StrykerJS: see stryker.config.mjs. */
import { defineConfig } from 'vitest/config'
import { parts } from './stryker.config.mjs'

const { tests } = parts[process.env.PART ?? 'money']

// One process keeps the modules from one change to the next.
export default defineConfig({
  test: { isolate: false, include: tests, setupFiles: 'scripts/stryker.setup.mjs', testTimeout: 60_000 },
})
