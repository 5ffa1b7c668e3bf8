/** A form is uploaded and read, and what was understood is shown; only when it is pressed for does it become the draft. */
import { type Context, Hono } from 'hono'
import { versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { canonicalOf } from '../../../platform/crypto/version.ts'
import { normalizeText } from '../../../platform/http/form.ts'
import type { Notice } from '../../../platform/http/notice-line.tsx'
import { refuse } from '../../../platform/http/refuse.tsx'
import { limitedTo } from '../../../platform/http/safety.ts'
import { readUpload } from '../../../platform/http/upload.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { keepTranslations } from '../../editor/kept-translations.ts'
import { keepWithheld } from '../../editor/kept-withheld.ts'
import { mostFormBytes } from '../../questionnaire/xlsform/limits.ts'
import { jsonOr } from '../../questionnaire/xlsform/parse-json.ts'
import type { Study } from '../../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../../studies/study-in-address.ts'
import { compareVersions } from '../compare/compare.ts'
import { type DraftDocument, readableDraft } from '../draft.ts'
import { faultsOfDraft } from '../faults.ts'
import { readDraft, saveDraft } from '../save.ts'
import { namedFault, type ShownFault } from './faults.tsx'
import { questionnairePath, when } from './listed-versions.ts'
import { UploadedPage, UploadPage } from './upload-page.tsx'
import { readUploadedDocument, shownFault } from './uploaded.ts'

const limited = limitedTo(2 * mostFormBytes)

export const uploadRoutes = new Hono<AppEnv>()
  .get('/admin/studies/:slug/questionnaire/upload', needs('questionnaires.edit', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    return study === undefined ? refuse(c, 'not_found') : ask(c, study, null, [], 200)
  })
  .post(
    '/admin/studies/:slug/questionnaire/upload',
    needs('questionnaires.edit', studyIdInAddress),
    limited,
    async (c) => {
      const study = await studyInAddress(c)
      if (study === undefined) return refuse(c, 'not_found')
      const words = versionsMessages(languageOf(c)).upload
      const { file } = await readUpload(c)
      if (!(file instanceof File) || file.size === 0) return ask(c, study, words.empty, [])
      if (file.size > mostFormBytes) return refuse(c, 'too_large')
      const bytes = new Uint8Array(await file.arrayBuffer())
      const read = await readUploadedDocument(
        c.var.ports,
        { bytes, name: file.name, wanted: study.settings.languages },
        languageOf(c),
      )
      if ('faults' in read) return ask(c, study, null, read.faults)
      return look(c, study, { ...read, notice: null })
    },
  )
  .post(
    '/admin/studies/:slug/questionnaire/draft',
    needs('questionnaires.edit', studyIdInAddress),
    limited,
    async (c) => {
      const study = await studyInAddress(c)
      if (study === undefined) return refuse(c, 'not_found')
      const { document: text, revision, ...kept } = await readUpload(c)
      const document = jsonOr(normalizeText(typeof text === 'string' ? text : '')) ?? null
      const draft = await readDraft(c.var.ports.db, study.id)
      const read = readableDraft(document)
      const of = draft && read.ok ? keptFrom(draft.document, document as DraftDocument, read.questionnaire, kept) : null
      const upload = { studyId: study.id, revision: Number(revision), how: 'uploaded' as const }
      const done = await saveDraft(c.var.ports, staffOf(c), { ...upload, document: of?.document ?? document })
      if ('saved' in done) return c.redirect(`${questionnairePath(study.slug)}?said=saved`, 303)
      if (done.refused === 'not_found') return refuse(c, 'not_found')
      const language = languageOf(c)
      const words = versionsMessages(language).said
      if (done.refused === 'unreadable')
        return ask(c, study, words.unreadable, done.errors.map(shownFault(languageOf(c))))
      if (done.refused === 'too_long') return ask(c, study, words.too_long, [])
      const conflictText = words.upload_meanwhile({ who: done.by, when: when(done.at, language) })
      return look(c, study, { document, leftOut: [], added: [], notice: { tone: 'bad', text: conflictText } }, 409)
    },
  )

function ask(
  c: Context<AppEnv>,
  study: Study,
  error: string | null,
  faults: readonly ShownFault[],
  status: 200 | 422 = 422,
) {
  const title = study.questionnaire.title[languageOf(c)]
  return c.html(<UploadPage c={c} slug={study.slug} title={title} error={error} faults={faults} />, status)
}

/** What a form lacks and the draft has, as much of it as is asked for. */
function keptFrom(
  draft: DraftDocument,
  given: DraftDocument,
  questionnaire: Questionnaire,
  asked: { keep?: unknown; withheld?: unknown },
) {
  const { kept, outdated, ...translated } = keepTranslations(given, questionnaire, draft)
  const { document, codes } = keepWithheld(asked.keep ? translated.document : given, draft)
  return {
    document: asked.withheld ? document : asked.keep ? translated.document : given,
    kept,
    outdated,
    withheld: codes,
  }
}

interface Look {
  document: unknown
  leftOut: readonly ShownFault[]
  added: readonly string[]
  unfinished?: readonly ShownFault[] | undefined
  notice: Notice | null
}

/** What was read, before it is kept. */
async function look(
  c: Context<AppEnv>,
  study: Study,
  { document, leftOut, added, ...rest }: Look,
  status: 200 | 409 = 200,
) {
  const draft = await readDraft(c.var.ports.db, study.id)
  const language = languageOf(c)
  const read = readableDraft(document)
  if (draft === undefined) return refuse(c, 'not_found')
  if (!read.ok) return ask(c, study, null, read.errors.map(shownFault(language)))
  const live = study.questionnaire
  const both = { keep: true, withheld: true }
  const { kept, outdated, ...whole } = keptFrom(draft.document, document as DraftDocument, read.questionnaire, both)
  const after = readableDraft(whole.document)
  const { questionnaire } = after.ok ? after : read
  // A form's faults are told by its cells, or by their questions where some are filled from the draft; those of JSON by paths.
  const { unfinished: cells } = rest
  const unfinished =
    cells && kept.length === 0
      ? cells
      : faultsOfDraft(whole.document, study.settings).map((error) => ({
          ...namedFault(error, questionnaire, null, language),
          ...(cells && { where: '' }),
        }))
  return c.html(
    <UploadedPage
      c={c}
      slug={study.slug}
      title={live.title[language]}
      document={canonicalOf(document)}
      revision={draft.revision}
      leftOut={leftOut}
      added={added}
      translations={{ kept, outdated }}
      withheld={whole.withheld}
      unfinished={unfinished}
      compared={{ changes: compareVersions(live, questionnaire), before: live, after: questionnaire }}
      replaces={draft.revision > 0}
      notice={rest.notice}
    />,
    status,
  )
}
