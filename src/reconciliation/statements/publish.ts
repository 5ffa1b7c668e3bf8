/** The end of an import: one write makes all lines of a file count, or they go, step by step, and nothing of it counts. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { transition } from '../../platform/db/state-machine.ts'
import { type Breach, first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { bankAccountOf } from '../bank-account.ts'
import { restartCheck } from '../exceptions/missing-store.ts'
import { coversDays } from '../formats/statement.ts'
import { linesGone } from '../matching/corrected.ts'
import { type Covered, joinPeriod, periodOfFile } from '../matching/joins.ts'
import { countLines, deleteLines, deleteLinesUpTo, endOfFirst } from '../matching/lines-store.ts'
import { metBefore, overlapsOtherFormat } from '../matching/overlapping-formats.ts'
import { noteProblem } from './import.ts'
import { deleteFile, deleteFirstPieces } from './kept-file.ts'
import { statementMachine } from './machine.ts'
import { keepsItsFile } from './reopen.ts'
import { type ImportProgress, noOutcome, type Problem, type Statement, type UploadDetails } from './statement.ts'
import * as store from './store.ts'

/** Publishes a statement that has been read to its end, if it joins what is published of its account. */
export async function publish(ports: Ports, statement: Statement): Promise<void> {
  const { db, clock, ids } = ports
  const { id, accountId } = statement
  const progress = JSON.parse(statement.checkpoint ?? '{}') as ImportProgress
  const { parts, leftOut, bookingsMet: met = '' } = progress
  const { claims } = JSON.parse(statement.told ?? '{}') as UploadDetails
  const own = periodOfFile(parts, claims)
  if ('problem' in own) {
    await noteProblem(db, statement, own.problem)
    return
  }
  const covered = await coveredOf(ports, accountId)
  // What covers no day neither joins others nor leaves a hole.
  const isOfDays = coversDays(statement.format)
  const period = isOfDays ? joinPeriod(covered, own) : own
  if ('problem' in period) {
    await noteProblem(db, statement, period.problem)
    return
  }
  const otherwise = await overlapsOtherFormat(ports, statement, period, metBefore(progress))
  if ('day' in otherwise) {
    await noteProblem(db, statement, { line: 0, why: 'other_format', detail: otherwise.day })
    return
  }
  const linesNew = (await first(db, countLines({ statementId: id })))?.count ?? 0
  const given = { bankAccount: bankAccountOf(statement.format, parts), givenAt: parts.at(-1)?.givenAt ?? null }
  const gone = await linesGone(ports, { ...statement, ...given }, period, met)
  const left = [...otherwise.left, ...gone]
  const checkpoint = left.length === 0 ? null : JSON.stringify(left)
  const at = clock.now()
  const { from, to, openingMinor, closingMinor } = period
  const summary = JSON.stringify({ ...noOutcome, ...JSON.parse(statement.summary ?? '{}'), leftOut })
  const actor = statement.uploadedBy
  const isPublished = await perform<boolean>(db, 'Publishing a statement', async () =>
    plan<boolean>({
      rows: [
        store.addImportStep(statement),
        ...transition(statementMachine, statement, { state: 'published', actor, at }),
        store.notePublished({ id, linesNew, from, to, openingMinor, closingMinor, summary, checkpoint, ...given }),
        deleteFirstPieces(id),
        // Days before the first that was covered: their payouts have not been looked for.
        ...(covered !== null && isOfDays && from < covered.from ? [restartCheck({ accountId })] : []),
      ],
      audit: addAudit({ id: ids.next('audit'), actor, action: 'statement.published', subject: id, at }),
      done: true,
      refused: (breach) => (wasFaster(breach) === undefined ? false : unexpected),
    }),
  )
  if (isPublished) await deleteFile(db, id)
}

/** Of two that have read a statement as it stood, one goes on; the other reads again. */
function wasFaster({ on }: Breach): undefined | typeof unexpected {
  return on === taken.statementProgress || on === taken.statementStep ? undefined : unexpected
}

async function coveredOf({ db }: Ports, accountId: string): Promise<Covered | null> {
  const days = await first(db, store.coveredDays({ accountId }))
  const { from = null, to = null } = days ?? {}
  if (from === null || to === null) return null
  return {
    from,
    to,
    openings: (await db.read(store.statementsFrom({ accountId, from }))).map(({ openingMinor }) => openingMinor),
    closings: (await db.read(store.statementsUpTo({ accountId, to }))).map(({ closingMinor }) => closingMinor),
  }
}

/** Takes back the next staged lines of a statement that has a problem; when none is left, it is refused. */
export async function takeLinesBack(ports: Ports, statement: Statement, rows: number): Promise<void> {
  const { db, clock, ids } = ports
  const { id } = statement
  const end = await first(db, endOfFirst({ statementId: id, skip: rows }))
  if (end !== undefined) {
    await perform(db, 'Deleting staged lines', async () =>
      plan<void>({
        rows: [store.addImportStep(statement), deleteLinesUpTo({ statementId: id, row: end.row })],
        done: undefined,
        refused: wasFaster,
      }),
    )
    return
  }
  const { why } = JSON.parse(statement.problem ?? '{}') as Problem
  const state = why === 'discarded' || why === 'quarantined' ? why : 'refused'
  // Its columns can be said anew for a day; one that is set aside waits for a person.
  const isKept = state === 'quarantined' || keepsItsFile({ ...statement, state })
  const at = clock.now()
  const actor = statement.uploadedBy
  const isRefused = await perform<boolean>(db, 'Refusing a statement', async () =>
    plan<boolean>({
      rows: [
        store.addImportStep(statement),
        ...transition(statementMachine, statement, { state, actor, at }),
        deleteLines({ statementId: id }),
        ...(isKept ? [] : [deleteFirstPieces(id)]),
      ],
      audit: addAudit({ id: ids.next('audit'), actor, action: `statement.${state}`, subject: id, at }),
      done: true,
      refused: (breach) => (wasFaster(breach) === undefined ? false : unexpected),
    }),
  )
  if (isRefused && !isKept) await deleteFile(db, id)
}
