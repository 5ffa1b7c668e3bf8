/**
 * `/admin/studies/:slug/preview`: each page as it would be, in a frame of its own. Nothing is written and nothing counted,
 * whatever is posted: answers travel in the form. No gate stops it, because none is asked.
 */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Circumstances } from '../../../schema/answers.ts'
import { languageSchema } from '../../../schema/shapes/text.ts'
import { field, type Posted, readPosted } from '../../platform/http/form.ts'
import type { Shell } from '../../platform/http/layout.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { contentPolicy } from '../../platform/http/safety.ts'
import { shellOf } from '../../platform/http/shell.ts'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf, namedLanguage } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { needs } from '../../staff/permissions/needs.ts'
import { referenceErrors } from '../../survey/questionnaire/checks/references.ts'
import { answersLeadingTo, goBack, type RoutePosition, sendPage } from '../../survey/questionnaire/dry-run/step.ts'
import { tagOf } from '../../survey/sources/tag.ts'
import { studyIdInAddress } from '../../survey/studies/study-in-address.ts'
import { versionsOfStudy } from '../../survey/studies/versions.ts'
import { intentOf } from '../answering/intent.ts'
import type { StudyWithOffers } from '../study.ts'
import { studyWithOffersInAddress } from '../study-in-address.ts'
import { askedVersion, type PreviewedVersion, previewedVersionSchema } from './asked-version.ts'
import { drawAround, drawEnd, type PreviewContext } from './draw-around.tsx'
import { drawQuestion, readState } from './draw-question.tsx'
import { drawnAt, type PreviewScreen, placeOfName } from './places.ts'
import { PreviewPage } from './preview-page.tsx'
import { everyFact, factsWith, readSwitches, type Switches, usualSwitches } from './switches.ts'

const yes = z
  .enum(['yes', 'no'])
  .optional()
  .catch(undefined)
  .transform((value) => value && value === 'yes')
const querySchema = z.object({
  of: previewedVersionSchema.catch('live').default('live'),
  at: z.string().max(80).catch('landing').default('landing'),
  in: languageSchema.optional().catch(undefined),
  width: z.enum(['phone', 'wide']).catch('phone').default('phone'),
  minor: yes,
  abroad: yes,
  winter: yes,
  invited: yes,
  from: z.string().max(32).transform(tagOf).optional(),
})

/** Orders that are drawn for each respondent are drawn by this one. */
const seed = '0123456789abcdef0123456789abcdef'

export const previewRoutes = new Hono<AppEnv>()
  .get(
    '/admin/studies/:slug/preview',
    needs('studies.view', studyIdInAddress),
    addressed('query', querySchema),
    async (c) => {
      const study = await studyWithOffersInAddress(c)
      if (study === undefined) return refuse(c, 'not_found')
      const { of, at, width, in: shown = languageOf(c), ...said } = c.req.valid('query')
      const asked = await askedVersion(c.var.ports, study, of)
      if ('faults' in asked && of !== 'draft') return refuse(c, 'not_found')
      const usual = usualSwitches(study.settings, c.var.ports.clock.now())
      const on = {
        minor: said.minor ?? usual.minor,
        abroad: said.abroad ?? usual.abroad,
        winter: said.winter ?? usual.winter,
        invited: said.invited ?? false,
        from: said.from ?? null,
      }
      const questionnaire = 'faults' in asked ? null : asked.study.questionnaire
      const place = (questionnaire && placeOfName(questionnaire, at)) ?? 'landing'
      c.header('Content-Security-Policy', contentPolicy({ frame: "'self'" }))
      const versions = await c.var.ports.db.read(versionsOfStudy({ studyId: study.id }))
      const before = versions.filter(({ version }) => version !== study.version).toReversed()
      const page = { c, slug: study.slug, title: study.questionnaire.title[languageOf(c)], before }
      const faults = 'faults' in asked ? asked.faults : []
      return c.html(<PreviewPage {...page} {...{ of, questionnaire, faults, place, shown, width, on }} />)
    },
  )
  .get('/admin/studies/:slug/preview/:of/:facts/:place', needs('studies.view', studyIdInAddress), async (c) => {
    const framed = await frameOf(c)
    if (framed instanceof Response) return framed
    const { place, drawn, study, circumstances } = framed
    if (typeof place === 'string') return c.html(await drawAround(drawn, place))
    const { questionnaire } = study
    const isSound = referenceErrors(questionnaire).length === 0
    // Of a page in the middle, what is asked depends on what was answered before: somebody gets there with these.
    const known = isSound
      ? answersLeadingTo(questionnaire, place.page, everyFact(questionnaire, circumstances.facts))
      : null
    return question(c, framed, { page: place.page, answers: known ?? {} }, null)
  })
  .post('/admin/studies/:slug/preview/:of/:facts/:place', needs('studies.view', studyIdInAddress), async (c) => {
    const framed = await frameOf(c)
    if (framed instanceof Response) return framed
    const { place, drawn, study, circumstances } = framed
    const posted = await readPosted(c)
    const intent = intentOf(posted)
    if (intent.is === 'save_draft') return c.json({ revision: 0 })
    if (typeof place === 'string') return c.html(await drawAround(drawn, place))
    const { page } = place
    const answers = readState(field(posted, 'state'))
    const mine = ownFields(posted)
    const stands: Record<'switch_language' | 'go_back' | 'submit', () => RoutePosition> = {
      switch_language: () => ({ page, answers, errors: [] }),
      go_back: () => goBack(study.questionnaire, page, answers, mine, circumstances),
      submit: () => sendPage(study.questionnaire, page, answers, mine, circumstances),
    }
    const stand = stands[intent.is]()
    const shell = intent.is === 'switch_language' ? shellOf(c, study, intent.language) : drawn.shell
    if ('end' in stand) return c.html(await drawEnd(drawn, stand.end, stand.answers))
    return question(c, { ...framed, drawn: { ...drawn, shell } }, stand, mine)
  })

/** What was filled in, without what the form brought along. */
function ownFields({ state: _, go: __, lang: ___, ...posted }: Posted): Posted {
  return posted
}

interface Framed {
  study: StudyWithOffers
  of: PreviewedVersion
  on: Switches
  place: PreviewScreen
  circumstances: Circumstances
  drawn: PreviewContext
}

/** What an address of the frame means, or why it means nothing. */
async function frameOf(c: Context<AppEnv>): Promise<Framed | Response> {
  const of = previewedVersionSchema.safeParse(c.req.param('of')).data
  const here = await studyWithOffersInAddress(c)
  if (here === undefined || of === undefined) return refuse(c, 'not_found')
  const { ports } = c.var
  const asked = await askedVersion(ports, here, of)
  if ('faults' in asked) return refuse(c, 'not_found')
  const { study } = asked
  const place = placeOfName(study.questionnaire, c.req.param('place') ?? '')
  if (place === undefined) return refuse(c, 'not_found')
  const on = readSwitches(c.req.param('facts') ?? '')
  const shell: Shell = shellOf(c, study, namedLanguage(c.req.query('lang')) ?? 'en')
  const first = { page: study.questionnaire.pages[0]?.code ?? '' }
  const at: PreviewContext['at'] = (to) =>
    `${drawnAt(study.slug, of, on, to === 'first' ? first : to)}?lang=${shell.language}`
  c.header('Content-Security-Policy', contentPolicy({ framedBy: "'self'" }))
  const circumstances = {
    seed,
    facts: factsWith(study.settings, ports.clock.now(), on, study.questionnaire.facts, shell.language),
  }
  return { study, of, on, place, circumstances, drawn: { ports, shell, study, at } }
}

function question(
  c: Context<AppEnv>,
  { study, of, on, circumstances, drawn }: Framed,
  stand: Exclude<RoutePosition, { end: unknown }>,
  posted: Posted | null,
) {
  const { page, answers } = stand
  const here = drawnAt(study.slug, of, on, { page })
  const sent = posted !== null && 'errors' in stand ? { posted, errors: stand.errors } : null
  return drawQuestion(c, drawn.shell, { study, page, answers, circumstances, sent, here, notice: drawn.at('notice') })
}
