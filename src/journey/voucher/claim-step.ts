/** What a posted form of an account is for. */

import { field, type Posted } from '../../platform/http/form.ts'

export type ClaimStep =
  /** The form once more, with nothing said of what is missing: to correct it, or in another language. */
  | 'fill_in'
  /** What was typed, to be seen once more before it is kept. */
  | 'check'
  /** It has been seen and is right. */
  | 'keep'

/** Tells the forms of an account apart, once. Switching the language shows the same page again, and names no `go`. */
export function claimStepOf(posted: Posted): ClaimStep {
  const go = field(posted, 'go')
  const isChecked = field(posted, 'checked') !== undefined
  if (go === 'correct' || (go === undefined && !isChecked)) return 'fill_in'
  return go === 'confirm' && isChecked ? 'keep' : 'check'
}
