/** People who answer the real questionnaire at random, for property tests. */
import fc from 'fast-check'
import type { Answers, Circumstances } from '../../../schema/answers.ts'
import { ageFacts } from '../../../schema/study-abroad/ages.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import type { Posted } from '../../../src/platform/http/form.ts'
import { checkPage } from '../../../src/survey/questionnaire/check-answers.ts'
import { type PageView, pageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import { withPage } from '../../../src/survey/questionnaire/route/page-answers.ts'
import { drawer } from '../../../src/survey/questionnaire/route/shuffle.ts'
import { samplePosted } from '../../../src/survey/questionnaire/sample.ts'
import { nextPage, pruneAnswers } from './route/whole-route.ts'
import { text } from './small.ts'

export type Pick = (n: number) => number

/** Any facts a study may freeze, any seed. */
export const circumstances: fc.Arbitrary<Circumstances> = fc
  .record({ abroad: fc.boolean(), winter: fc.boolean(), minimumAge: fc.constantFrom(14, 18, 21), seed: fc.nat() })
  .map(({ abroad, winter, minimumAge, seed }) => ({
    seed: seed.toString(16),
    facts: {
      ...ageFacts(minimumAge),
      ...(abroad && { recipient: text('Them'), contact: 'them@example.org', purpose: text('research') }),
      ...(winter && { winter, from: text('19 January'), to: text('24 February'), cf: text('15'), ct: text('23') }),
    },
  }))

export const picks: fc.Arbitrary<Pick> = fc.nat().map((seed) => drawer(String(seed), 'picks'))

export interface Step {
  page: string
  view: PageView
  before: Answers
  posted: Posted
  answers: Answers
}

/**
 * Answers from `answers` on until the response ends, changing each form by `change` before it is posted. Throws when
 * a form that was filled in as shown is refused, other than for a consent that its answers have brought up.
 */
export function walkOn(answers: Answers, given: Circumstances, pick: Pick, change = (_: Posted) => {}) {
  const steps: Step[] = []
  let now = answers
  for (;;) {
    const next = nextPage(studyAbroad, now, given)
    if ('end' in next) return { end: next.end, answers: now, steps }
    if (steps.length > studyAbroad.pages.length) throw new Error(`This walk does not end: it is at ${next.page} again.`)
    const step = answerPage(next.page, now, given, pick, change)
    steps.push(step)
    now = step.answers
  }
}

/** Answers one page and puts it into the settled answers. */
export function answerPage(
  page: string,
  before: Answers,
  given: Circumstances,
  pick: Pick,
  change = (_: Posted) => {},
): Step {
  const view = pageView(studyAbroad, page, before, given)
  const posted = samplePosted(view, pick)
  change(posted)
  let checked = checkPage(studyAbroad, page, before, posted, given)
  if (!checked.ok && checked.errors.every(({ code }) => code === 'consent')) {
    const again = pageView(studyAbroad, page, withPage(studyAbroad, page, before, checked.answers), given)
    for (const { code } of again.consents) posted[code] = ['1']
    checked = checkPage(studyAbroad, page, before, posted, given)
  }
  if (!checked.ok) throw new Error(`${page}: ${JSON.stringify([checked.errors, posted, before])}`)
  const answers = pruneAnswers(studyAbroad, withPage(studyAbroad, page, before, checked.answers), given)
  return { page, view, before, posted, answers }
}

/** Someone of age at this stage of studying away (Q02), who is not screened out. */
export const atStage = (stage: number) => (posted: Posted) => {
  if (posted.Q01) posted.Q01 = ['4']
  if (posted.Q02) posted.Q02 = [String(stage)]
}
