/**
 * The first pass over an export, which finds its size and SHA-256. It goes in steps, made by whoever asks for the next
 * one and by the sweep; a format whose records depend on one another is written whole in one step.
 */
import { sha256InSteps } from '../../platform/crypto/sha256-in-steps.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { findStudy } from '../studies/store.ts'
import type { Study } from '../studies/study.ts'
import { bytesOfPiece, type Export } from './export.ts'
import type { ExportFormat } from './formats/format.ts'
import { formatOf } from './formats/index.ts'
import { type OpenExport, openExport, selectionOfExport, writeExport } from './open-export.ts'
import { readsOfRecords } from './read-records.ts'
import type { Selection } from './selection.ts'
import * as store from './store.ts'

type PassPorts = Pick<Ports, 'db' | 'clock' | 'keys'>

/** Checkpoints stand so far apart at least. */
const bytesBetween = 1_000_000
/** Where statements are counted, a run spends this part of them on reading, 200 responses each. */
const partForReads = 0.1
const recordsARead = 200
const readsOf = ({ mostStatements }: Pick<PassPorts['db'], 'mostStatements'>): number =>
  mostStatements === undefined ? Number.POSITIVE_INFINITY : Math.floor(mostStatements * partForReads)

/** How many records a file that is written whole may have on this database: it is written in one run, or never. */
const mostInOneRun = (db: Pick<PassPorts['db'], 'mostStatements'>): number => readsOf(db) * recordsARead

/** A request reads its records after it has found out who is in, and that takes a fifth of its statements at the most. */
const partForDownload = 0.8

/**
 * How many records a file of a format may have here, which no download can go on with where it broke off.
 * @returns infinity where statements are not counted, and for a format that is `byRecord`
 */
export function mostRecords({ mostStatements }: Pick<PassPorts['db'], 'mostStatements'>, format: ExportFormat): number {
  if (format.byRecord || mostStatements === undefined) return Number.POSITIVE_INFINITY
  if (format.countsOnly !== true) return mostInOneRun({ mostStatements })
  return Math.floor(mostStatements * partForDownload) * recordsARead
}

/**
 * Whether one request here may not read all that a file needs: where it is written whole, it never would be, and a download of
 * it would break off, which can only go on where the file has its SHA-256.
 */
export function isBeyondRequest(
  { mostStatements }: Pick<PassPorts['db'], 'mostStatements'>,
  { parts, format }: Pick<OpenExport, 'parts' | 'format'>,
  { records }: Pick<Selection, 'records'>,
): boolean {
  if (mostStatements === undefined) return false
  // Formats with rows of other tables read these as well, a hundred responses at a time; one that is written whole goes
  // through all up to three times.
  const isOnce = format.byRecord ? format.decidedBy === undefined : format.countsOnly === true
  return readsOfRecords({ records, parts }) * (isOnce ? 1 : 3) > mostStatements * partForDownload
}

/**
 * Goes on with the first pass. When the data has changed since it began, it begins anew.
 * @param budgetMs how long, by the clock port; one batch at least
 * @param mostAtOnce of a format that is written whole: so many records at most, or nothing is done
 * @returns the export as it stands then; unchanged where somebody else was quicker
 */
export async function goOn(
  ports: PassPorts,
  study: Study,
  id: string,
  budgetMs: number,
  mostAtOnce: number,
): Promise<Export | undefined> {
  const { db, clock } = ports
  const row = await first(db, store.exportById({ id, studyId: study.id }))
  if (row === undefined) return undefined
  const before = store.exportOf(row)
  if (before.sha256 !== null) return before
  const mostReads = readsOf(db)
  // What is too large to be written whole is not even looked through for who is in it.
  const isTooLarge = (records: number) => records > Math.min(mostAtOnce, mostInOneRun(db))
  if (formatOf(before.format)?.byRecord === false && isTooLarge(before.records)) return before
  const opened = await openExport(ports, study, before)
  const selection = await selectionOfExport(ports, opened)
  const { byRecord } = opened.format
  if (!byRecord && isTooLarge(selection.records)) return before

  const isSame = selection.stamp === before.stamp && byRecord
  const begun = isSame ? before : { ...before, written: 0, bytes: 0, behind: '', hash: '' }
  const until = Date.parse(clock.now()) + budgetMs
  const hash = sha256InSteps(begun.hash)
  const checkpoints: { bytes: number; behind: string }[] = []
  let { written, bytes, behind } = begun
  let last = behind
  let [reads, isWhole, marked] = [0, true, bytes]
  const onBatch = (records: number, read: string) => {
    reads += 1
    written += records
    last = read
  }
  for await (const piece of writeExport(ports, opened, selection, { after: behind, onBatch })) {
    const some = bytesOfPiece(piece)
    hash.update(some)
    bytes += some.length
    if (!byRecord) {
      written = selection.records
      continue
    }
    behind = last
    if (behind !== '' && bytes - marked >= bytesBetween) {
      checkpoints.push({ bytes, behind })
      marked = bytes
    }
    if (reads >= mostReads || (reads > 0 && Date.parse(clock.now()) >= until)) {
      isWhole = false
      break
    }
  }
  const { stamp } = isWhole ? await selectionOfExport(ports, opened) : selection
  // Somebody withdrew while it was written: what was hashed is no file. The next pass has them not.
  if (stamp !== selection.stamp) return before
  const after = {
    ...{ id, revision: before.revision, stamp, records: selection.records, written, bytes, behind },
    hash: isWhole ? '' : hash.save(),
    sha256: isWhole ? hash.end() : null,
  }
  const outcome = await db.together(
    store.putProgress(after),
    ...(isSame ? [] : [store.dropCheckpoints({ id })]),
    ...checkpoints.map((checkpoint) => store.addCheckpoint({ id, ...checkpoint })),
  )
  return outcome.done ? { ...before, ...after, revision: before.revision + 1 } : before
}

/** The regular work goes on with what nobody waits for. */
const sweepMs = 10_000
const atOnce = 20

/**
 * Goes on with the first pass of exports, the oldest first, for as long as there is time; where statements are counted,
 * until one of them has moved. One that is written whole takes as long as it takes.
 * @returns whether one was written whole in vain: its data changed meanwhile
 * @throws the first failure, once the others have had their turn
 */
export async function sweepExports(ports: PassPorts): Promise<boolean> {
  const { db, clock } = ports
  const isCounted = db.mostStatements !== undefined
  const until = Date.parse(clock.now()) + sweepMs
  const failures: unknown[] = []
  let [after, isMore, inVain] = ['', true, false]
  while (isMore) {
    const rows = await db.read(store.unfinishedExports({ after, limit: atOnce }))
    for (const row of rows) {
      const left = until - Date.parse(clock.now())
      if (left <= 0 || !isMore) break
      try {
        const study = await findStudy(db, row.slug, clock.now())
        const now = study && (await goOn(ports, study, row.id, left, Number.POSITIVE_INFINITY))
        const isMoved = now !== undefined && now.revision !== row.revision
        isMore = !(isMoved && isCounted)
        inVain ||= !isMoved && !isCounted && formatOf(row.format)?.byRecord === false
      } catch (error) {
        failures.push(error)
      }
    }
    after = rows.at(-1)?.id ?? after
    isMore &&= rows.length === atOnce && Date.parse(clock.now()) < until
  }
  if (failures.length > 0) throw failures[0]
  return inVain
}
