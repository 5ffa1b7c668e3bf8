/** `/admin/studies/:slug/findings`: writing down what a study found, and showing it to everybody. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { findingsMessages } from '../../../messages/generated/insights/findings.ts'
import { inEachLanguage, languages } from '../../../schema/questionnaire.ts'
import { field, type Posted, readPosted } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import type { Study } from '../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../studies/study-in-address.ts'
import type { Texts } from './finding.ts'
import { FindingsDesk, type TypedFinding } from './page.tsx'
import { changeFindings, type FindingsChange, type FindingsResult, readFindings } from './save.ts'

const ways = ['write', 'publish', 'unpublish', 'up', 'down', 'remove', 'undo', 'redo'] as const
const id = z.coerce.number().int().min(1)
const hereSchema = z.object({
  /** The one that is to be changed. */
  edit: id.optional().catch(undefined),
  said: z.enum(ways).optional().catch(undefined),
})
const address = '/admin/studies/:slug/findings'

export const findingsRoutes = new Hono<AppEnv>()
  .get(address, needs('findings.edit', studyIdInAddress), addressed('query', hereSchema), async (c) => {
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const { edit, said } = c.req.valid('query')
    const { done } = findingsMessages(languageOf(c)).desk
    const notice: Notice | null = said === undefined ? null : { tone: 'good', text: done[said] }
    return show(c, study, { edit: edit ?? null, notice, typed: null })
  })
  .post(address, needs('findings.edit', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const way = ways.find((one) => one === field(posted, 'do')) ?? 'write'
    const which = id.safeParse(field(posted, 'id')).data ?? null
    const typed = { id: which, found: textsIn(posted, 'found'), changed: textsIn(posted, 'changed') }
    const change = changeOf(way, typed)
    const seen = Number(field(posted, 'revision'))
    const made: FindingsResult =
      change === null
        ? { refused: 'unknown' }
        : await changeFindings(c.var.ports, staffOf(c), { studyId: study.id, seen, change })
    if (!('refused' in made)) return c.redirect(`/admin/studies/${study.slug}/findings?said=${way}`, 303)
    return show(c, study, { edit: null, notice: refusal(c, made), typed: way === 'write' ? typed : null })
  })

function changeOf(way: (typeof ways)[number], typed: TypedFinding): FindingsChange | null {
  if (way === 'write') return { do: way, ...typed }
  if (way === 'undo' || way === 'redo') return { do: way }
  return typed.id === null ? null : { do: way, id: typed.id }
}

function textsIn(posted: Posted, name: string): Texts {
  return inEachLanguage((language) => field(posted, `${name}.${language}`) ?? '')
}

function refusal(c: Context<AppEnv>, made: Exclude<FindingsResult, { done: true }>): Notice {
  const language = languageOf(c)
  const { refused } = findingsMessages(language).desk
  const text =
    made.refused === 'overtaken'
      ? refused.overtaken({ who: made.by, when: made.at === '' ? '' : formatDateTime(made.at, language) })
      : refused[made.refused]
  return { tone: 'bad', text }
}

interface Shown {
  edit: number | null
  notice: Notice | null
  /** What was typed and refused: it is shown again, to be saved beside what is there by now. */
  typed: TypedFinding | null
}

async function show(c: Context<AppEnv>, study: Study, { edit, notice, typed }: Shown) {
  const findings = await readFindings(c.var.ports.db, study.id)
  const { list } = findings
  const chosen = list.findings.find((one) => one.id === (typed?.id ?? edit))
  // Somebody has removed it meanwhile: what was typed becomes a new one.
  const form = typed === null ? chosen : { ...typed, id: chosen?.id ?? null }
  const page = (
    <FindingsDesk
      c={c}
      study={{
        slug: study.slug,
        title: study.questionnaire.title[languageOf(c)],
        languages: study.settings.languages ?? languages,
      }}
      findings={findings}
      form={form ?? { id: null, found: {}, changed: {} }}
      notice={notice}
    />
  )
  return c.html(page, notice?.tone === 'bad' ? 422 : 200)
}
