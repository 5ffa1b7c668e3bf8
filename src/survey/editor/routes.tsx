/** `/admin/studies/:slug/questionnaire/edit`: the draft of a study's questionnaire, changed in the browser. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { languageSchema } from '../../../schema/shapes/text.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { contentPolicy } from '../../platform/http/safety.ts'
import { shellOf } from '../../platform/http/shell.ts'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { readableDraft } from '../drafts/draft.ts'
import { readDraft, redoDraft, undoDraft } from '../drafts/save.ts'
import { studyIdInAddress, studyInAddress } from '../studies/study-in-address.ts'
import { confirmedBy } from './form/buttons.ts'
import { readEdits } from './form/fields.ts'
import { nextPage, returned } from './next-page.ts'
import { previewPage } from './pages/preview-page.tsx'
import { saveEdits } from './save.ts'
import { type EditorView, showClash, showEditor, showTexts } from './show.tsx'

const address = z.string().max(200).catch('').default('')
const pageNumber = z.coerce.number().int().min(1).max(999).catch(1).default(1)
const shownSchema = z.object({ at: address, cond: address, about: address, find: address, page: pageNumber })
const previewSchema = z.object({ at: address, cond: address, in: languageSchema.optional().catch(undefined) })
const textsSchema = z.object({
  show: z.enum(['open', 'all']).catch('open').default('open'),
  page: pageNumber,
})

const base = '/admin/studies/:slug/questionnaire/edit'

export const editorRoutes = new Hono<AppEnv>()
  .get(base, needs('questionnaires.edit', studyIdInAddress), addressed('query', shownSchema), async (c) => {
    const study = await studyInAddress(c)
    return study === undefined ? refuse(c, 'not_found') : showEditor(c, study, c.req.valid('query'))
  })
  .get(`${base}/texts`, needs('questionnaires.edit', studyIdInAddress), addressed('query', textsSchema), async (c) => {
    const study = await studyInAddress(c)
    return study === undefined ? refuse(c, 'not_found') : showTexts(c, study, c.req.valid('query'))
  })
  .get(
    `${base}/preview`,
    needs('questionnaires.edit', studyIdInAddress),
    addressed('query', previewSchema),
    async (c) => {
      const { at, cond, in: language = languageOf(c) } = c.req.valid('query')
      const study = await studyInAddress(c)
      const draft = study && (await readDraft(c.var.ports.db, study.id))
      const read = draft && readableDraft(draft.document)
      if (!read?.ok) return refuse(c, 'not_found')
      c.header('Content-Security-Policy', contentPolicy({ framedBy: "'self'" }))
      const href = `?${new URLSearchParams({ at, ...(cond !== '' && { cond }) })}&in=`
      return c.html(
        previewPage({ shell: shellOf(c, null, language), href, questionnaire: read.questionnaire, at, cond }),
      )
    },
  )
  .post(base, needs('questionnaires.edit', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const done = await saveEdits(c.var.ports, staffOf(c), {
      studyId: study.id,
      revision: revisionIn(field(posted, 'revision')),
      readEdits: (shown) => readEdits(posted, shown),
      confirms: confirmedBy(field(posted, 'do') ?? ''),
    })
    if ('clash' in done) return showClash(c, study, { ...returned(posted), posted, clash: done.clash, by: done.by })
    if ('saved' in done && done.refused.length === 0) return c.redirect(nextPage(study.slug, posted, done), 303)
    if ('refused' in done && done.refused === 'not_found') return refuse(c, 'not_found')
    const shown: EditorView = { ...returned(posted), posted, refused: 'saved' in done ? done.refused : 'too_long' }
    return showEditor(c, study, shown, 422)
  })
  .post(`${base}/undo`, needs('questionnaires.edit', studyIdInAddress), (c) => stepThrough(c, undoDraft))
  .post(`${base}/redo`, needs('questionnaires.edit', studyIdInAddress), (c) => stepThrough(c, redoDraft))

async function stepThrough(c: Context<AppEnv>, step: typeof undoDraft): Promise<Response> {
  const study = await studyInAddress(c)
  if (study === undefined) return refuse(c, 'not_found')
  const posted = await readPosted(c)
  const at = { studyId: study.id, revision: revisionIn(field(posted, 'revision')) }
  const done = await step(c.var.ports, staffOf(c), at)
  if ('saved' in done) return c.redirect(nextPage(study.slug, posted, null), 303)
  return showEditor(c, study, { ...returned(posted), refused: done }, 409)
}

function revisionIn(value: string | undefined): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : -1
}
