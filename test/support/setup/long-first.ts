/** In which order Vitest takes the files: long ones first, so that none of them is left to one core at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { kindOf, kinds } from './kinds.ts'

/** Files that take long and are small: where no earlier run is remembered, Vitest takes a file's size for its time. */
const long = [
  'test/survey/insights/pages.browser.test.ts',
  'test/browser/walks.test.ts',
  'test/browser/desk/editor.test.ts',
  'test/rewards/calendar/pages.browser.test.ts',
  'test/browser/ends.test.ts',
  'test/edge/migrations.test.ts',
  'test/simulation/simulate.test.ts',
  'test/entry/start.test.ts',
  'test/entry/second-server.test.ts',
  'test/app/allowed-fields.test.ts',
]

export class LongFirst extends BaseSequencer {
  /** The order that Vitest chooses, kind by kind, with the long files at the head of each. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return kinds.flatMap((kind) => {
      const own = sorted.filter(({ moduleId }) => kindOf(moduleId) === kind)
      const head = long.flatMap((path) => own.filter(({ moduleId }) => moduleId.endsWith(`/${path}`)))
      return [...head, ...own.filter((file) => !head.includes(file))]
    })
  }
}
