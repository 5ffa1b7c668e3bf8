/** What `/admin` shows of each study, as far as whoever looks may see it. */
import type { ResponseState } from '../../../schema/tables.ts'
import type { Ports } from '../../ports.ts'
import { alarmsOf, type StudyAlarm } from '../../survey/quality/alarms.ts'
import { listStudies } from '../../survey/studies/store.ts'
import type { Study } from '../../survey/studies/study.ts'
import { sameData, versionsOfStudy } from '../../survey/studies/versions.ts'
import { countResponses } from '../live/response-counts.ts'
import { type ShownCell, shownCells } from '../quotas/cells.ts'
import { objectionCounts } from './objections/store.ts'
import { heldCounts, withdrawnSinceExport } from './overview-store.ts'

/** More withdrawn responses than this are not named one by one: the next file is the way to know them. */
const mostNamed = 200

export interface Overview {
  study: Study
  started: number
  states: Record<ResponseState, number>
  /** Complete responses that wait for a person. */
  held: number
  /** Objections that wait, and the day by which the first has to be decided. */
  objections: { count: number; dueDay: string | null }
  /** References of responses in the reader's last file that have been withdrawn since. */
  withdrawnSince: string[]
  /** How full the cells of its quotas are. */
  cells: ShownCell[]
  /** What is unusual about when responses end. */
  alarms: StudyAlarm[]
  /** Ended responses by questionnaire version, those to corrections with what they correct; the current one comes first. */
  versions: { version: string; ended: number }[]
  /** The version as whose data the answers of whoever begins now count. */
  currentData: string
}

/** Where the responses of every study stand, for a member of staff. */
export async function overview(ports: Pick<Ports, 'db' | 'clock'>, staffId: string): Promise<Overview[]> {
  const { db, clock } = ports
  const [studies, counts, held, objections, withdrawn, cells] = await Promise.all([
    listStudies(db, clock.now()),
    countResponses(db),
    db.read(heldCounts),
    db.read(objectionCounts),
    db.read(withdrawnSinceExport(staffId, mostNamed)),
    shownCells(db),
  ])
  return Promise.all(
    studies.map(async (study) => {
      const states = { in_progress: 0, complete: 0, screened_out: 0, over_quota: 0, withdrawn: 0, lapsed: 0 }
      // Answers to a version and to its corrections are the same data, and one file.
      const published = await db.read(versionsOfStudy({ studyId: study.id }))
      const dataOf = (version: string) => sameData(published, version).dataVersion
      const ended = new Map<string, number>([[dataOf(study.version), 0]])
      let started = 0
      for (const { version, state, count } of counts.filter(({ studyId }) => studyId === study.id)) {
        started += count
        states[state] += count
        if (state !== 'in_progress') ended.set(dataOf(version), (ended.get(dataOf(version)) ?? 0) + count)
      }
      return {
        study,
        started,
        states,
        held: held.find(({ studyId }) => studyId === study.id)?.count ?? 0,
        objections: objections.find(({ studyId }) => studyId === study.id) ?? { count: 0, dueDay: null },
        withdrawnSince: withdrawn.filter(({ studyId }) => studyId === study.id).map(({ ref }) => ref),
        cells: cells.filter(({ studyId }) => studyId === study.id),
        alarms: await alarmsOf(ports, study.id),
        currentData: dataOf(study.version),
        versions: [...ended].map(([version, count]) => ({ version, ended: count })),
      }
    }),
  )
}
