/** `/admin/studies/:slug/questionnaire`: the versions of a study, the draft, their files, and comparing them. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { languageSchema } from '../../../../schema/shapes/text.ts'
import { safeFileName } from '../../../platform/http/download.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import type { Notice } from '../../../platform/http/notice-line.tsx'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv, Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { may } from '../../../staff/permissions/may.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { askedVersions } from '../../exports/asked-versions.ts'
import { codebookFile } from '../../exports/formats/codebook/csv.ts'
import { writeQuestionnaireJson } from '../../questionnaire/xlsform/json.ts'
import { writeXlsform } from '../../questionnaire/xlsform/xlsform.ts'
import { findDocument, findQuestionnaire } from '../../studies/store.ts'
import { type Study, startFacts } from '../../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../../studies/study-in-address.ts'
import { versionsOfStudy } from '../../studies/versions.ts'
import { dictionaryOf } from '../../variables/dictionary.ts'
import { compareVersions } from '../compare/compare.ts'
import { type DraftDocument, readableDraft } from '../draft.ts'
import { faultsOfDraft } from '../faults.ts'
import type { ReadPromised } from '../promised.ts'
import { type DraftOutcome, readDraft, redoDraft, type Stepped, saveDraft, undoDraft } from '../save.ts'
import { ComparePage } from './compare-page.tsx'
import { listedVersions, questionnairePath, when } from './listed-versions.ts'
import { publishRoutes } from './publish-routes.tsx'
import { uploadRoutes } from './upload-routes.tsx'
import { VersionsPage } from './versions-page.tsx'

const saidSchema = z.object({ said: z.enum(['saved', 'published', 'nothing_there']).optional().catch(undefined) })
const number = z.coerce.number().int().min(1)
const compareSchema = z.object({
  from: number.optional(),
  to: z.union([z.literal('draft'), number]),
  texts: languageSchema.optional().catch(undefined),
})
const fileSchema = z.object({
  slug: z.string(),
  version: z.union([z.literal('draft'), z.hash('sha256')]),
  as: z.enum(['json', 'xlsx', 'codebook']),
})

/** So long after somebody else saved it, the draft counts as being worked on by them. */
const elsewhereMs = 30 * 60_000

/** @param readPromised the places for which a study promises something, which this room does not know */
export const questionnaireRoutes = (readPromised: ReadPromised) =>
  new Hono<AppEnv>()
    .route('/', uploadRoutes)
    .route('/', publishRoutes(readPromised))
    .get(
      '/admin/studies/:slug/questionnaire',
      needs('studies.view', studyIdInAddress),
      addressed('query', saidSchema),
      async (c) => {
        const study = await studyInAddress(c)
        if (study === undefined) return refuse(c, 'not_found')
        const { said } = c.req.valid('query')
        const words = versionsMessages(languageOf(c)).said
        return show(
          c,
          study,
          said === undefined ? null : { tone: said === 'nothing_there' ? 'wait' : 'good', text: words[said] },
        )
      },
    )
    .post('/admin/studies/:slug/questionnaire/undo', needs('questionnaires.edit', studyIdInAddress), (c) =>
      step(c, undoDraft),
    )
    .post('/admin/studies/:slug/questionnaire/redo', needs('questionnaires.edit', studyIdInAddress), (c) =>
      step(c, redoDraft),
    )
    .post('/admin/studies/:slug/questionnaire/discard', needs('questionnaires.edit', studyIdInAddress), (c) =>
      step(c, async (ports, staff, { study, ...at }) => {
        const live = await findDocument(ports.db, study.version)
        return saveDraft(ports, staff, { ...at, document: JSON.parse(live ?? 'null'), how: 'discarded' })
      }),
    )
    .get(
      '/admin/studies/:slug/questionnaire/compare',
      needs('studies.view', studyIdInAddress),
      addressed('query', compareSchema),
      (c) => compare(c, c.req.valid('query')),
    )
    .get(
      '/admin/studies/:slug/questionnaire/files/:version/:as',
      needs('studies.view', studyIdInAddress),
      addressed('param', fileSchema),
      (c) => sendFile(c, c.req.valid('param')),
    )

/** Two versions, or one and the draft, side by side. */
async function compare(c: Context<AppEnv>, asked: z.infer<typeof compareSchema>) {
  const study = await studyInAddress(c)
  if (study === undefined) return refuse(c, 'not_found')
  const { db } = c.var.ports
  const language = languageOf(c)
  const words = versionsMessages(language).compare
  const versions = await listedVersions(db, study.id)
  const { from = versions.length, to, texts = language } = asked
  const version = (n: number) => versions.find((one) => one.n === n)?.version
  const before = version(from)
  const after = to === 'draft' ? await readableOf(c, study) : version(to)
  if (before === undefined || after === undefined) return refuse(c, 'not_found')
  const compared = {
    before: await findQuestionnaire(db, before),
    after: typeof after === 'string' ? await findQuestionnaire(db, after) : after,
  }
  return c.html(
    <ComparePage
      c={c}
      study={study.questionnaire.title[language]}
      from={words.version({ n: String(from) })}
      to={to === 'draft' ? words.draft : words.version({ n: String(to) })}
      here={`${questionnairePath(study.slug)}/compare?from=${from}&to=${to}`}
      changes={compareVersions(compared.before, compared.after)}
      {...compared}
      textsIn={texts}
    />,
  )
}

/** A version, or the draft, as a file. */
async function sendFile(c: Context<AppEnv>, { version, as: format }: z.infer<typeof fileSchema>) {
  const study = await studyInAddress(c)
  if (study === undefined) return refuse(c, 'not_found')
  const { db } = c.var.ports
  const known = (await listedVersions(db, study.id)).some((one) => one.version === version)
  if (version !== 'draft' && !known) return refuse(c, 'not_found')
  const document =
    version === 'draft'
      ? (await readDraft(db, study.id))?.document
      : (JSON.parse((await findDocument(db, version)) ?? 'null') as DraftDocument)
  if (document === undefined) return refuse(c, 'not_found')
  if (format === 'codebook') return version === 'draft' ? refuse(c, 'not_found') : codebook(c, study, version)
  const name = safeFileName(`${study.slug}-${version.slice(0, 8)}.${format}`)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  if (format === 'json') {
    c.header('Content-Type', 'application/json; charset=utf-8')
    return c.body(writeQuestionnaireJson(document))
  }
  c.header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  return c.body(new Uint8Array(await writeXlsform(document)))
}

/** What the data of a version and of its corrections mean. */
async function codebook(c: Context<AppEnv>, study: Study, version: string) {
  const { db } = c.var.ports
  const asked = await askedVersions(db, await db.read(versionsOfStudy({ studyId: study.id })), version)
  const dataVersion = asked[0]?.dataVersion ?? version
  const name = safeFileName(`codebook-${study.slug}-${dataVersion.slice(0, 8)}.csv`)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Content-Type', 'text/csv; charset=utf-8; header=present')
  return c.body(codebookFile(dictionaryOf(asked, startFacts(study.settings, study.opensAt))))
}

type Step = (
  ports: Ports,
  staff: Staff,
  at: { studyId: string; revision: number; study: Study },
) => Promise<Stepped | DraftOutcome>

/** Changes the draft from the revision that the page was drawn at, or tells who was quicker. */
async function step(c: Context<AppEnv>, make: Step) {
  const study = await studyInAddress(c)
  if (study === undefined) return refuse(c, 'not_found')
  const revision = Number(field(await readPosted(c), 'revision'))
  const done = await make(c.var.ports, staffOf(c), { studyId: study.id, revision, study })
  const here = questionnairePath(study.slug)
  if ('saved' in done) return c.redirect(`${here}?said=saved`, 303)
  if (done.refused === 'changed_meanwhile') return show(c, study, changedNotice(c, done), 409)
  return c.redirect(`${here}?said=nothing_there`, 303)
}

/** The draft as the engine reads it; undefined where there is none to be read. */
async function readableOf(c: Context<AppEnv>, study: Study): Promise<Questionnaire | undefined> {
  const read = readableDraft((await readDraft(c.var.ports.db, study.id))?.document)
  return read.ok ? read.questionnaire : undefined
}

/** Tells whoever came too late who was quicker. */
function changedNotice(c: Context<AppEnv>, { by, at }: { by: string; at: string }): Notice {
  const language = languageOf(c)
  const words = versionsMessages(language).said
  return { tone: 'bad', text: words.changed_meanwhile({ who: by, when: when(at, language) }) }
}

async function show(c: Context<AppEnv>, study: Study, notice: Notice | null, status: 200 | 409 = 200) {
  const { db, clock } = c.var.ports
  const staff = staffOf(c)
  const draft = await readDraft(db, study.id)
  if (draft === undefined) return refuse(c, 'not_found')
  // Nobody has saved one: it is what people are asked.
  const read = draft.savedBy === null ? null : readableDraft(draft.document)
  const changes = read?.ok ? compareVersions(study.questionnaire, read.questionnaire).length : 0
  const { savedBy, savedAt } = draft
  const isRecent = savedAt !== null && Date.parse(clock.now()) - Date.parse(savedAt) < elsewhereMs
  return c.html(
    <VersionsPage
      c={c}
      study={study}
      versions={await listedVersions(db, study.id)}
      draft={draft}
      changes={changes}
      faults={changes === 0 ? 0 : faultsOfDraft(draft.document, study.settings).length}
      isElsewhere={changes > 0 && isRecent && savedBy !== null && savedBy.id !== staff.id}
      may={{
        edit: may(staff, 'questionnaires.edit', study.id),
        publish: may(staff, 'questionnaires.publish', study.id),
        counts: may(staff, 'responses.view', study.id),
      }}
      notice={notice}
    />,
    status,
  )
}
