/**
 * How strong the tests of the pure parts are: StrykerJS changes one thing of the code after the other and sees whether a
 * test notices. It is no part of the check and not in the lock; docs/benchmarks/check.md says how to run it and what it came to.
 *
 *     PART=money npx stryker run scripts/stryker.config.mjs
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const engine = 'src/survey/questionnaire'
const asking = 'test/survey/questionnaire'

const pages = `${asking}/page/page-view.test.ts`

/**
 * What is changed, and the tests that are to notice: those beside it, without the walks over the whole questionnaire and
 * the databases, which take seconds where these take milliseconds.
 */
export const parts = {
  money: { mutate: ['src/platform/money/*.ts'], tests: ['test/platform/money/*.test.ts'] },
  calendar: { mutate: ['src/rewards/calendar/calendar.ts'], tests: ['test/rewards/calendar/calendar.test.ts'] },
  payouts: { mutate: ['src/rewards/payouts/rules.ts'], tests: ['test/rewards/payouts/rules.test.ts'] },
  states: {
    mutate: ['src/platform/db/state-machine.ts', 'src/rewards/vouchers/lifecycle.ts', 'src/rewards/claims/rules.ts'],
    tests: ['test/platform/db/state-machine.test.ts', 'test/rewards/vouchers/lifecycle.test.ts'],
  },
  deadline: { mutate: ['src/rewards/vouchers/deadline.ts'], tests: ['test/rewards/vouchers/deadline.test.ts'] },
  tokens: { mutate: ['src/platform/crypto/tokens.ts'], tests: ['test/platform/crypto/tokens.test.ts'] },
  matching: {
    mutate: [
      'src/reconciliation/matching/{verdicts/verdict,joins}.ts',
      'src/reconciliation/exceptions/resolve-postings.ts',
    ],
    tests: ['test/reconciliation/matching/{verdict,joins}.test.ts', 'test/reconciliation/exceptions/resolve.test.ts'],
  },
  route: {
    mutate: [`${engine}/route/*.ts`, `${engine}/ask.ts`],
    tests: [
      `${asking}/route/{conditions,resolve-route,shuffle}.test.ts`,
      `${asking}/{parts,check-answers}.test.ts`,
      pages,
    ],
  },
  index: {
    mutate: [`${engine}/{asked,indexed,parts}.ts`],
    tests: [`${asking}/{parts,check-answers,columns}.test.ts`, `${asking}/route/resolve-route.test.ts`, pages],
    // What was prepared once is kept, so that only the first test is seen to have run it: all of them are asked.
    coverageAnalysis: 'off',
  },
  answers: {
    mutate: [
      `${engine}/{check-answers,validate-answer,birth-agrees}.ts`,
      `${engine}/page/{read-form,posted-values}.ts`,
    ],
    tests: [`${asking}/check-answers.test.ts`, `${asking}/route/resolve-route.test.ts`],
  },
  columns: { mutate: [`${engine}/{columns,cells}.ts`], tests: [`${asking}/columns.test.ts`] },
  views: {
    mutate: [`${engine}/page/{fill,fill-form,page-view,option-views,placeholders,describe-posted}.ts`],
    tests: [pages, `${asking}/page/{fill,fill-form}.test.ts`, `${asking}/types/other-kinds.test.ts`],
  },
  types: {
    mutate: [`${engine}/types/*.{ts,tsx}`],
    tests: [`${asking}/check-answers.test.ts`, `${asking}/types/*.test.ts`, `${asking}/page/*.test.ts`],
  },
  checks: {
    mutate: [`${engine}/checks/*.ts`],
    tests: [`${asking}/checks/{check,check-routes,conditions,form-size,kinds,places,shape,uses}.test.ts`],
  },
}

const name = process.env.PART ?? 'money'
const { mutate, coverageAnalysis = 'perTest' } = parts[name]
// The engine's tests need nothing of Vitest but its words, and are run without it: milliseconds a change, not seconds.
const isPlain = mutate.every((one) => one.startsWith(engine))

export default {
  testRunner: isPlain ? 'plain' : 'vitest',
  plugins: [isPlain ? fileURLToPath(import.meta.resolve('./stryker.runner.mjs')) : '@stryker-mutator/vitest-runner'],
  packageManager: 'npm',
  // The types are the check's to see to.
  tsconfigFile: 'none.json',
  checkers: [],
  mutate,
  // How a question is drawn is markup, which the tests of pages look at.
  ignorers: isPlain ? ['markup'] : [],
  coverageAnalysis,
  // What is made while a module loads cannot be changed for one test and not for another.
  ignoreStatic: coverageAnalysis === 'perTest',
  concurrency: 1,
  // A machine that does much else is no change that was noticed.
  timeoutMS: 60_000,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: join(tmpdir(), `honorarium-stryker-${name}.json`) },
  tempDirName: join(tmpdir(), `honorarium-stryker-${name}`),
  // What was measured is kept: a run that was stopped goes on, and a second one asks only about what changed.
  incremental: true,
  incrementalFile: join(tmpdir(), `honorarium-stryker-${name}.incremental.json`),
  vitest: { configFile: 'scripts/stryker.vitest.mjs', related: false },
}
