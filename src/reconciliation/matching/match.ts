/** Holding the lines of a published statement against the books, so many a step. */
import { limit, taken } from '../../../schema/constraints.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { turns } from '../../platform/offload/by-turns.ts'
import type { Ports } from '../../ports.ts'
import { stepsMatching } from '../../rewards/ledger/provider-books.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { Statement } from '../statements/statement.ts'
import * as store from '../statements/store.ts'
import { isLastWordBegun, takeLastWord } from './again/last-word.ts'
import { rematch } from './again/rematch.ts'
import { checkBalance } from './balance.ts'
import { effectsOf, type JudgedLine } from './effects.ts'
import { takeEvidence } from './evidence.ts'
import { countDays, linesAfter, setCarried, setOthers } from './lines-store.ts'
import { matchStepsOf, placeLines } from './place-lines.ts'
import { retractWrites } from './retract-lines.ts'
import { verdictOnBatch } from './verdicts/batch-verdict.ts'
import { verdictOn } from './verdicts/verdict.ts'

/**
 * Matches the next lines of a published statement; when none is left, its balance is looked at. Two at once are
 * harmless: a step's key lets one through.
 */
export async function matchSome(ports: Ports, statement: Statement, rows: number): Promise<void> {
  const isAtEnd = await perform(ports.db, 'Matching', () => decideSome(ports, statement, rows))
  if (isAtEnd) await finish(ports, statement)
}

/** The next step; true when no line is left. */
async function decideSome(ports: Ports, statement: Statement, rows: number): Promise<Plan<boolean> | true> {
  const { db } = ports
  const { id, accountId } = statement
  const after = (await first(db, store.lastMatchStep({ id })))?.to ?? 0
  const lines = await db.read(linesAfter({ statementId: id, after, limit: rows }))
  const last = lines.at(-1)
  if (last === undefined) return true
  const steps = await matchStepsOf(ports, accountId)
  let placed = await placeLines(ports, statement, { lines })
  const speaking = lines.filter((line) => placed.placeOf(line).speaks)
  // A bank's statement is evidence like a bank's answer: it is taken in first, and then it matches.
  if (await takeEvidence(ports, statement, speaking, placed.finder))
    placed = await placeLines(ports, statement, { lines })
  const { finder, placeOf } = placed
  const rules = {
    accountId,
    currency: statement.currency,
    feeAlertMinor: ports.settings.feeAlertMinor,
  }
  const inTurn = turns()
  const judged: JudgedLine[] = []
  for (const line of lines) {
    await inTurn()
    if (!placeOf(line).speaks) {
      judged.push({ line, found: null, studyId: null, verdict: { outcome: 'booked' } })
      continue
    }
    const batch = finder.batchOf(line)
    const found = batch === null ? finder.find(line) : null
    const verdict =
      batch === null ? verdictOn(line, found, rules, finder.isBegun(line)) : verdictOnBatch(line, batch, rules)
    finder.note(line, found, verdict)
    const studyId = found?.attempt.studyId ?? batch?.attempts[0]?.attempt.studyId ?? null
    judged.push({ line, found, studyId, verdict })
  }
  const effects = await effectsOf(ports, statement, judged)
  const replaced = await retractWrites(ports, accountId, placed)
  return plan<boolean>({
    rows: [
      store.addMatchStep({ id, from: after, to: last.row }),
      ...replaced.rows,
      ...effects.rows,
      ...lines.flatMap((line) => {
        const { carriedBy } = placeOf(line)
        return carriedBy === null ? [] : [setCarried({ accountId, key: line.line_key, carriedBy })]
      }),
      setOthers({ statementId: id, after, to: last.row, outcome: 'matched' }),
      store.noteMatched({ id, count: judged.length }),
      ...countDays(
        accountId,
        lines.filter((line) => placeOf(line).carriedBy === null),
      ),
      stepsMatching(accountId, steps),
      ...effects.books,
      ...replaced.books,
    ],
    done: false,
    refused: (breach) => {
      if (breach.on === taken.statementProgress) return false
      // Somebody has closed, opened or matched in between what was read here.
      return breach.kind === 'unique' || breach.on === limit.matchSteps ? stale(breach) : unexpected
    },
  })
}

async function finish(ports: Ports, statement: Statement): Promise<void> {
  const { db, clock, ids } = ports
  const { id, accountId, uploadedBy, linesMatched: rows } = statement
  if (!isLastWordBegun(statement)) await rematch(ports, accountId, id)
  if (await takeLastWord(ports, statement)) return
  await checkBalance(ports, accountId, id)
  const at = clock.now()
  await perform(db, 'The end of matching', async () =>
    plan<void>({
      rows: [store.addMatchEnd({ id, rows }), store.noteAllMatched({ id, at })],
      audit: addAudit({ id: ids.next('audit'), actor: uploadedBy, action: 'statement.matched', subject: id, at }),
      done: undefined,
      refused: ({ on }) => (on === taken.statementProgress ? undefined : unexpected),
    }),
  )
}
