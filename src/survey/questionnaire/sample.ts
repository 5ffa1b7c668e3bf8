/** Fills in any page as someone might, for the seed command and for tests. */

import type { Posted } from '../../platform/http/form.ts'
import type { PageView } from './page/page-view.ts'
import { dataOf } from './types/data/index.ts'

/**
 * A form for this page that will be accepted. `pick(n)` gives a whole number from 0 to n - 1. An optional question
 * is left blank half of the time; the attention row gets any answer, see `attentionOf` for the attentive one.
 */
export function samplePosted(view: PageView, pick: (n: number) => number): Posted {
  const posted: Posted = {}
  for (const { code } of view.consents) posted[code] = ['1']
  for (const question of view.questions) {
    if (!question.optional || pick(2) === 1) Object.assign(posted, dataOf(question.type).sample(question, pick))
  }
  return posted
}
