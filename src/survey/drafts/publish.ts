/**
 * Publishing a draft: from then on whoever begins is asked it. Whoever is half way keeps the version that they began with,
 * to its end: nothing of a response is touched.
 */
import { taken } from '../../../schema/constraints.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { canonicalOf, versionOf } from '../../platform/crypto/version.ts'
import { perform, plan, stale } from '../../platform/db/perform.ts'
import { type Database, first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { ContentError } from '../questionnaire/checks/content-error.ts'
import { addQuestionnaire, findQuestionnaire, forgetStudies, readStudyById } from '../studies/store.ts'
import { addStudyVersion, type StudyVersion, sameData, versionsOfStudy } from '../studies/versions.ts'
import { type NoCorrection, whyNotTheSameData } from './correction.ts'
import { faultsOfDraft } from './faults.ts'
import { faultsOfPlaces } from './promised.ts'
import { type ChangedMeanwhile, changedBy, draftWrites, overtaken } from './save.ts'
import * as store from './store.ts'

/** `correction`: its answers are the same data as those of the version that it comes after. */
export type PublishAs = 'correction' | 'new'

export type Published =
  | { published: StudyVersion }
  | ChangedMeanwhile
  | { refused: 'not_found' | 'nothing_changed' }
  /** People cannot be asked it: everything that is wrong. */
  | { refused: 'faults'; errors: readonly ContentError[] }
  | { refused: 'no_correction'; why: NoCorrection }
  /** It was asked before, by this study, and its answers are data of their own, or the same as those of the live one. */
  | { refused: 'asked_before'; as: PublishAs }

/** Whether a draft of these versions' study may be published so, when it is asked again what was asked before. */
export function publishableAs(versions: readonly StudyVersion[], version: string): PublishAs | null {
  const before = versions.find((one) => one.version === version)
  if (before === undefined) return null
  return before.dataVersion === versions.at(-1)?.dataVersion ? 'correction' : 'new'
}

/** What was asked with the live version as the same data, and the live version: a correction would correct them all. */
export function correctedBy(db: Database, versions: readonly StudyVersion[]): Promise<Questionnaire[]> {
  const live = versions.at(-1)
  const same = live === undefined ? [] : sameData(versions, live.version).versions
  return Promise.all(same.map((version) => findQuestionnaire(db, version)))
}

/**
 * Publishes the draft as it stood at `revision`.
 * @param asked `promised`: places for which there are offers; `note`: what its publisher says of it, for whoever reads the list of versions
 */
export async function publishDraft(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  {
    studyId,
    revision,
    as,
    note,
    promised = [],
  }: { studyId: string; revision: number; as: PublishAs; note: string; promised?: readonly number[] },
): Promise<Published> {
  const { db, clock, ids } = ports
  const result = await perform<Published>(db, 'Publishing a questionnaire', async () => {
    // In this order: what is published between the two has moved the draft on.
    const versions = await db.read(versionsOfStudy({ studyId }))
    const row = await first(db, store.draftRow({ studyId }))
    const live = versions.at(-1)
    const study = await readStudyById(db, studyId)
    if (row === undefined || live === undefined || study === undefined) return { refused: 'not_found' }
    if (row.revision !== revision) return changedBy(row)
    const document = JSON.parse(row.document) as Questionnaire
    const errors = faultsOfDraft(document, study.settings)
    if (errors.length > 0) return { refused: 'faults', errors }
    const lost = faultsOfPlaces(study.questionnaire, document, promised)
    if (lost.length > 0) return { refused: 'faults', errors: lost }
    const version = versionOf(document)
    if (version === live.version) return { refused: 'nothing_changed' }
    const only = publishableAs(versions, version)
    if (only !== null && only !== as) return { refused: 'asked_before', as: only }
    // What was asked before as the same data is that still.
    const why = only === null ? whyNotTheSameData(await correctedBy(db, versions), document) : null
    if (as === 'correction' && why !== null) return { refused: 'no_correction', why }

    const at = clock.now()
    const known = versions.find((one) => one.version === version)
    const published: StudyVersion = {
      n: live.n + 1,
      version,
      kind: as,
      corrects: as === 'correction' ? live.version : null,
      dataVersion: as === 'correction' ? live.dataVersion : (known?.dataVersion ?? version),
      note,
      publishedBy: staff.id,
      publishedAt: at,
    }
    const draftBase = { studyId, document: row.document, baseVersion: version, revision, by: staff.id, at }
    return plan<Published>({
      rows: [
        addQuestionnaire({ version, document: canonicalOf(document), at }),
        ...draftWrites({ ...draftBase, undoTo: null, redoTo: null }),
        addStudyVersion({ ...published, studyId, before: live.n }),
        store.askVersion({ studyId, version }),
      ],
      audit: addAudit({
        id: ids.next('audit'),
        actor: staff.id,
        action: 'questionnaire.published',
        subject: studyId,
        at,
      }),
      done: { published },
      refused: (breach) => (breach.on === taken.studyVersion ? stale(breach) : overtaken(db, studyId, breach)),
    })
  })
  if ('published' in result) forgetStudies(db)
  return result
}
