/** `/admin/studies/:slug/tests`: making the test of a study, and looking at what was answered to it. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { Facts } from '../../../schema/answers.ts'
import { first } from '../../platform/db/together.ts'
import { normalizeText } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { answersBut } from '../../survey/responses/response.ts'
import { findPages } from '../../survey/responses/store.ts'
import { findQuestionnaire } from '../../survey/studies/store.ts'
import { studyIdInAddress } from '../../survey/studies/study-in-address.ts'
import { openAnswers } from '../../survey/texts/stored-answers.ts'
import { paths } from '../paths.ts'
import { answeredQuestions } from '../rights/answered.ts'
import { studyWithOffersInAddress } from '../study-in-address.ts'
import { eraseTests } from './erase-tests.ts'
import { type ReadTest, testIdOf, testResponse, testResponses } from './store.ts'
import { findTest, makeTest } from './test-study.ts'
import { TestResponsePage, TestsPage } from './tests-page.tsx'

const mostShown = 200
const saidSchema = z.object({ said: z.enum(['made', 'erased']).optional().catch(undefined) })

/** Later than every moment (ISO 8601 in UTC). */
const everything = '9'

export const testsRoutes = new Hono<AppEnv>()
  .get(
    '/admin/studies/:slug/tests',
    needs('tests.make', studyIdInAddress),
    addressed('query', saidSchema),
    async (c) => {
      const study = await studyWithOffersInAddress(c)
      if (study === undefined) return refuse(c, 'not_found')
      const { db, settings } = c.var.ports
      const test = await findTest(db, study.id)
      return c.html(
        <TestsPage
          c={c}
          slug={study.slug}
          title={study.questionnaire.title[languageOf(c)]}
          test={
            test === undefined
              ? null
              : { address: `${settings.origin}${paths.landing(test.slug)}`, isCurrent: test.version === test.asked }
          }
          responses={test === undefined ? [] : await db.read(testResponses(test.id, mostShown))}
          most={mostShown}
          said={c.req.valid('query').said ?? null}
        />,
      )
    },
  )
  .post('/admin/studies/:slug/tests', needs('tests.make', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    await makeTest(c.var.ports, staffOf(c), study.id)
    return c.redirect(`/admin/studies/${study.slug}/tests?said=made`, 303)
  })
  .post('/admin/studies/:slug/tests/erase', needs('tests.make', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    await eraseTests(c.var.ports, staffOf(c).id, testIdOf(study.id), everything)
    return c.redirect(`/admin/studies/${study.slug}/tests?said=erased`, 303)
  })
  .get('/admin/studies/:slug/tests/:test', needs('tests.make', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const { ports } = c.var
    const response = await first(ports.db, testResponse(testIdOf(study.id), normalizeText(c.req.param('test'))))
    if (response === undefined) return refuse(c, 'not_found')
    return c.html(
      <TestResponsePage
        c={c}
        slug={study.slug}
        title={study.questionnaire.title[languageOf(c)]}
        response={response}
        answered={await answersOf(ports, response)}
      />,
    )
  })

/** What was answered, whether or not it came to its end. */
async function answersOf(ports: Ports, response: ReadTest) {
  const { respondentId, answers: document, texts, textsKey, seed } = response
  const questionnaire = await findQuestionnaire(ports.db, response.version)
  const answers =
    document === null
      ? answersBut(await findPages(ports, respondentId), null)
      : await openAnswers(ports, { respondentId, page: null }, { answers: document, texts, textsKey })
  const progress = { facts: JSON.parse(response.facts) as Facts, seed }
  return answeredQuestions({ questionnaire, answers, progress }, response.language)
}
