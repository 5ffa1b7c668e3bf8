/** What people might answer, for measurements. */
import type { Answers, Circumstances } from '../schema/answers.ts'
import { studyAbroad } from '../schema/study-abroad/index.ts'
import { checkPage } from '../src/survey/questionnaire/check-answers.ts'
import { pageView } from '../src/survey/questionnaire/page/page-view.ts'
import { withPage } from '../src/survey/questionnaire/route/page-answers.ts'
import { type Route, resolveRoute } from '../src/survey/questionnaire/route/resolve-route.ts'
import { nextOf } from '../src/survey/questionnaire/route/route.ts'
import { samplePosted } from '../src/survey/questionnaire/sample.ts'

/** A whole response to the study-abroad questionnaire, answered at random. */
export function completeResponse(
  pick: (n: number) => number,
  circumstances: Circumstances,
): Pick<Route, 'answers' | 'pages' | 'asked'> {
  let answers: Answers = {}
  for (;;) {
    const route = resolveRoute(studyAbroad, answers, circumstances)
    const next = nextOf(studyAbroad, route)
    if (!('page' in next)) return route
    const posted = samplePosted(pageView(studyAbroad, next.page, route.answers, circumstances), pick)
    const fixed = {
      ...posted,
      ...(next.page === 'start' && { Q01: ['4'] }),
      ...(next.page === 'screening' && { Q02: ['3'] }),
    }
    const checked = checkPage(studyAbroad, next.page, route.answers, fixed, circumstances)
    if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
    answers = withPage(studyAbroad, next.page, route.answers, checked.answers)
  }
}
