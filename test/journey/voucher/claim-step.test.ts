import { expect, it } from 'vitest'
import { claimStepOf } from '../../../src/journey/voucher/claim-step.ts'

it.each([
  [{ go: ['next'] }, 'check'],
  // The language of a form that is not filled in yet is switched without a word about what is missing.
  [{ lang: ['en'] }, 'fill_in'],
  [{ lang: ['en'], checked: ['1'] }, 'check'],
  [{ go: ['correct'], checked: ['1'] }, 'fill_in'],
  [{ go: ['confirm'], checked: ['1'] }, 'keep'],
  // What was not seen once more is not kept.
  [{ go: ['confirm'] }, 'check'],
])('an account that is posted with %j is for %j', (posted, step) => {
  expect(claimStepOf({ phone: ['1'], ...posted })).toBe(step)
})
