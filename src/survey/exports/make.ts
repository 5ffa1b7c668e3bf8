/** Asking for a file of answers, and taking it away: both are written down first. */

import { perform, plan } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { othersFirst } from '../../platform/offload/job.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { filterFromQuery } from '../insights/filter/filter.ts'
import { sweepSegments } from '../insights/segments/pack.ts'
import { placeCount } from '../insights/segments/store.ts'
import type { Study } from '../studies/study.ts'
import { sameData, versionsOfStudy } from '../studies/versions.ts'
import type { Export, ExportPart } from './export.ts'
import { formatOf } from './formats/index.ts'
import { openExport, selectionOfExport } from './open-export.ts'
import { isBeyondRequest, mostRecords } from './pass.ts'
import { addExport, addTake, takeOf, withoutPlace } from './store.ts'

export interface AskedExport extends Pick<Export, 'format' | 'language' | 'filter' | 'everybody'> {
  /** A version of the study, whose data it is; null for the data of all. */
  version: string | null
}

/** The responses that are there now: of a version's data, or of all. */
async function partsOf({ db }: Pick<Ports, 'db'>, study: Study, version: string | null): Promise<ExportPart[]> {
  const asked = await db.read(versionsOfStudy({ studyId: study.id }))
  const wanted = version === null ? [...new Set(asked.map(({ dataVersion }) => dataVersion))] : [version]
  return Promise.all(
    wanted.map(async (one) => {
      const { dataVersion, versions } = sameData(asked, one)
      const places = (await first(db, placeCount({ studyId: study.id, dataVersion })))?.count ?? 0
      return { dataVersion, versions, places }
    }),
  )
}

/** So long somebody waits for places, in milliseconds by the clock port, and so often they are looked for at most. */
const packMs = 15_000
const mostLooks = 20

/**
 * Whoever of the study is shown gets a place, and is in an export that is made then; when another packs at this moment, that is waited for.
 * @returns whether all have one; an export made before would leave the others out, and nobody would see it
 */
export async function packAll(ports: Pick<Ports, 'db' | 'clock' | 'keys'>, study: Study): Promise<boolean> {
  const until = Date.parse(ports.clock.now()) + packMs
  for (let looks = 0; ; looks += 1) {
    if ((await first(ports.db, withoutPlace({ studyId: study.id }))) === undefined) return true
    if (looks === mostLooks || Date.parse(ports.clock.now()) >= until) return false
    await sweepSegments(ports, study.id)
    await othersFirst()
  }
}

/**
 * Whether there are more responses than a file of this format can ever have here. Where a run's statements are counted, what
 * is written in one piece would have no SHA-256, and a download of it would break off.
 */
export async function isTooLargeHere(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  study: Study,
  asked: AskedExport,
): Promise<boolean> {
  const format = formatOf(asked.format)
  const most = format === undefined ? Number.POSITIVE_INFINITY : mostRecords(ports.db, format)
  if (format === undefined || most === Number.POSITIVE_INFINITY) return false
  const selection = await selectionOfAsked(ports, study, asked)
  return selection.records > most || isBeyondRequest(ports.db, { format, parts: selection.parts }, selection)
}

/** Whether weights are asked for that there cannot be: of several versions' data, or where margins do not fit the answers. */
export async function lacksWeights(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  study: Study,
  asked: AskedExport,
): Promise<boolean> {
  if (filterFromQuery(new URLSearchParams(asked.filter)).weight === undefined) return false
  return (await selectionOfAsked(ports, study, asked)).lacksWeights
}

/** What such an export would have, were it made now. */
async function selectionOfAsked(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  study: Study,
  { version, ...asked }: AskedExport,
) {
  const parts = await partsOf(ports, study, version)
  const what = { ...asked, studyId: study.id, madeAt: ports.clock.now(), parts }
  return { parts, ...(await selectionOfExport(ports, await openExport(ports, study, what))) }
}

/**
 * Makes an export; its file is written afterwards.
 * @returns its id
 * @throws Error where `packAll` has more to do than it has time for
 */
export async function makeExport(
  ports: Pick<Ports, 'db' | 'clock' | 'ids' | 'keys'>,
  staff: Pick<Staff, 'id'>,
  study: Study,
  { version, ...asked }: AskedExport,
): Promise<string> {
  const { db, clock, ids } = ports
  if (!(await packAll(ports, study))) throw new Error('Responses have no place yet: an export would leave them out.')
  return perform(db, 'Making an export', async () => {
    const at = clock.now()
    const what = { ...asked, studyId: study.id, madeAt: at, parts: await partsOf(ports, study, version) }
    const { stamp, records } = await selectionOfExport(ports, await openExport(ports, study, what))
    const id = ids.next('export')
    return plan({
      rows: [addExport({ ...what, id, madeBy: staff.id, stamp, records })],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'export.made', subject: id, at }),
      done: id,
    })
  })
}

/** For so long a press speaks for the file: what broke off goes on, and a later look is an entry of its own. */
const takenMs = 3_600_000

/** Whether somebody has pressed within the hour that they take the file of an export away. */
export async function hasTaken(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  staff: Pick<Staff, 'id'>,
  { id }: Pick<Export, 'id'>,
): Promise<boolean> {
  const since = new Date(Date.parse(clock.now()) - takenMs).toISOString()
  return (await first(db, takeOf({ id, staffId: staff.id, since }))) !== undefined
}

/** Writes down that somebody takes the file of an export away. */
export async function takeExport(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { id, studyId }: Pick<Export, 'id' | 'studyId'>,
): Promise<void> {
  await perform(db, 'Taking an export away', async () => {
    const at = clock.now()
    const entry = { id: ids.next('audit'), actor: staff.id, action: 'responses.exported', subject: studyId, at }
    return plan({ rows: [addTake({ id, staffId: staff.id, at })], audit: addAudit(entry), done: null })
  })
}
