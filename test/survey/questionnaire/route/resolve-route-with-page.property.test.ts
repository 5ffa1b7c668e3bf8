import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studyAbroad } from '../../../../schema/study-abroad/index.ts'
import { checkPage } from '../../../../src/survey/questionnaire/check-answers.ts'
import { pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { withPage } from '../../../../src/survey/questionnaire/route/page-answers.ts'
import {
  type Route,
  resolveRoute,
  resolveRouteWithPage,
} from '../../../../src/survey/questionnaire/route/resolve-route.ts'
import { samplePosted } from '../../../../src/survey/questionnaire/sample.ts'
import { runs } from '../../../support/run/whole.ts'
import { circumstances, picks, walkOn } from '../walks.ts'

/** A route with what its pages ask in codes: where a row that checks attention stands is a function, new each time. */
const inCodes = ({ asked, ...route }: Route) => ({
  ...route,
  asked: asked.map(({ page, consents, questions }) => ({
    page: page.code,
    consents,
    questions: questions.map(({ code, options, rows, attention }) => [code, options, rows, attention?.target]),
  })),
})

describe('a walk with one page answered anew', () => {
  test('is the walk that would be made from the start, whichever page it is', () => {
    fc.assert(
      fc.property(circumstances, picks, fc.nat(), fc.nat(), (given, pick, asked, stopped) => {
        const { steps } = walkOn({}, given, pick)
        const answers = steps[stopped % steps.length]?.answers ?? {}
        const before = resolveRoute(studyAbroad, answers, given)
        const page = before.pages[asked % before.pages.length] ?? 'start'
        const posted = samplePosted(pageView(studyAbroad, page, before.answers, given), pick)
        const anew = checkPage(studyAbroad, page, before.answers, posted, given).answers

        const whole = resolveRoute(studyAbroad, withPage(studyAbroad, page, before.answers, anew), given)
        const taken = resolveRouteWithPage(studyAbroad, before, page, anew, given)
        expect(inCodes(taken)).toEqual(inCodes(whole))
        expect(Object.keys(taken.answers)).toEqual(Object.keys(whole.answers))
      }),
      { numRuns: runs(500) },
    )
  })
})
