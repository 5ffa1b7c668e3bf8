/** `/admin/studies/:slug/questionnaire/publish`: looking at what a draft would change, and publishing it. */
import { type Context, Hono } from 'hono'
import { versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { versionOf } from '../../../platform/crypto/version.ts'
import { field, readPosted } from '../../../platform/http/form.ts'
import type { Notice } from '../../../platform/http/notice-line.tsx'
import { refuse } from '../../../platform/http/refuse.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { may } from '../../../staff/permissions/may.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import type { Study } from '../../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../../studies/study-in-address.ts'
import { versionsOfStudy } from '../../studies/versions.ts'
import { compareVersions } from '../compare/compare.ts'
import { whyNotTheSameData } from '../correction.ts'
import { readableDraft } from '../draft.ts'
import { faultsOfDraft } from '../faults.ts'
import { faultsOfPlaces, type ReadPromised } from '../promised.ts'
import { correctedBy, publishableAs, publishDraft } from '../publish.ts'
import { readDraft } from '../save.ts'
import { questionnairePath, when } from './listed-versions.ts'
import { PublishPage } from './publish-page.tsx'

/** The longest note, in characters. */
const longestNote = 500

/** Pages that publish the draft of a questionnaire. */
export const publishRoutes = (readPromised: ReadPromised) =>
  new Hono<AppEnv>()
    .get('/admin/studies/:slug/questionnaire/publish', needs('questionnaires.edit', studyIdInAddress), async (c) => {
      const study = await studyInAddress(c)
      return study === undefined ? refuse(c, 'not_found') : show(c, study, readPromised, { note: '', notice: null })
    })
    .post(
      '/admin/studies/:slug/questionnaire/publish',
      needs('questionnaires.publish', studyIdInAddress),
      async (c) => {
        const study = await studyInAddress(c)
        if (study === undefined) return refuse(c, 'not_found')
        const posted = await readPosted(c)
        const note = (field(posted, 'note') ?? '').trim().slice(0, longestNote)
        const as = field(posted, 'as') === 'correction' ? 'correction' : 'new'
        const { db, clock } = c.var.ports
        const promised = await readPromised(db, study.id, clock.now())
        const asked = { studyId: study.id, revision: Number(field(posted, 'revision')), as, note, promised } as const
        const done = await publishDraft(c.var.ports, staffOf(c), asked)
        if ('published' in done) return c.redirect(`${questionnairePath(study.slug)}?said=published`, 303)
        if (done.refused === 'not_found') return refuse(c, 'not_found')
        const language = languageOf(c)
        const words = versionsMessages(language)
        if (done.refused === 'changed_meanwhile') {
          const text = words.said.changed_meanwhile({ who: done.by, when: when(done.at, language) })
          return show(c, study, readPromised, { note, notice: { tone: 'bad', text } }, 409)
        }
        const notice: Notice | null =
          done.refused === 'nothing_changed' ? { tone: 'wait', text: words.said.nothing_changed } : null
        return show(c, study, readPromised, { note, notice }, 422)
      },
    )

async function show(
  c: Context<AppEnv>,
  study: Study,
  readPromised: ReadPromised,
  { note, notice }: { note: string; notice: Notice | null },
  status: 200 | 409 | 422 = 200,
) {
  const { db, clock } = c.var.ports
  const draft = await readDraft(db, study.id)
  const read = readableDraft(draft?.document)
  if (draft === undefined || !read.ok) return refuse(c, 'not_found')
  const promised = await readPromised(db, study.id, clock.now())
  const faults = faultsOfDraft(draft.document, study.settings)
  const errors = [...faults, ...faultsOfPlaces(study.questionnaire, read.questionnaire, promised)]
  const versions = await db.read(versionsOfStudy({ studyId: study.id }))
  const only = errors.length > 0 ? null : publishableAs(versions, versionOf(draft.document as Questionnaire))
  return c.html(
    <PublishPage
      c={c}
      slug={study.slug}
      title={study.questionnaire.title[languageOf(c)]}
      revision={draft.revision}
      errors={errors}
      compared={{
        changes: compareVersions(study.questionnaire, read.questionnaire),
        before: study.questionnaire,
        after: read.questionnaire,
      }}
      why={only === null ? whyNotTheSameData(await correctedBy(db, versions), read.questionnaire) : null}
      only={only}
      note={note}
      notice={notice}
      mayPublish={may(staffOf(c), 'questionnaires.publish', study.id)}
    />,
    status,
  )
}
