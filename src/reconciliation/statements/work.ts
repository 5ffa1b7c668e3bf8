/** The work on a statement, one bounded step after the other, whoever makes it: a page's script, the sweep, a test. */

import { commit, UnexpectedBreach } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { observeWith } from '../../platform/metrics/observe.ts'
import { byTurns } from '../../platform/offload/by-turns.ts'
import { othersFirst } from '../../platform/offload/job.ts'
import type { Ports } from '../../ports.ts'
import { listAccounts } from '../account-scope.ts'
import { findMissing } from '../exceptions/missing.ts'
import { rematch } from '../matching/again/rematch.ts'
import { matchSome } from '../matching/match.ts'
import { discard } from './discard.ts'
import { noteProblem, stageSome } from './import.ts'
import { deleteFile, overWithFile } from './kept-file.ts'
import { publish, takeLinesBack } from './publish.ts'
import { isStuck, isTriedOut, noteTry, statementsAtWork } from './quarantine/tries.ts'
import { startStaging } from './receive.ts'
import type { ImportProgress, Statement } from './statement.ts'
import * as store from './store.ts'

/** Rows of a step: at seven rows a statement it stays far below what a Worker may ask its database for. */
const rowsOfAStep = 1_000
/** A file whose pieces stopped coming, or that was refused, is thrown away after so many hours. */
const abandonedHours = 24

/**
 * Makes the next step of a statement's work. One that was tried three times is not tried again: a file that is being read
 * is set aside, and any other waits as it stands for a person.
 * @returns whether there is more to do
 */
export function stepStatement(ports: Ports, statementId: string, rows = rowsOfAStep): Promise<boolean> {
  return observeWith(ports)(
    { kind: 'statement_step' },
    () => makeStep({ ...ports, db: byTurns(ports.db) }, statementId, rows),
    (isMore) => (isMore ? 'more' : 'done'),
  )
}

async function makeStep(ports: Ports, statementId: string, rows: number): Promise<boolean> {
  const statement = await first(ports.db, store.statementById({ id: statementId }))
  if (statement === undefined || !isAtWork(statement)) return false
  if (statement.state === 'receiving') return (await startStaging(ports, statement)) === 'staging'
  const now = ports.clock.now()
  if (isStuck(statement, now)) {
    if (statement.state === 'published' || statement.problem !== null) return false
    return noteProblem(ports.db, statement, { line: 0, why: 'quarantined', detail: null })
  }
  // Where each start of a process dies of it within seconds, a further try would never let the last one be over.
  if (isTriedOut(statement)) return false
  await commit(ports.db, 'A try', noteTry(statement, now))
  if (statement.state === 'published') await matchSome(ports, statement, rows)
  else if (statement.problem !== null) await takeLinesBack(ports, statement, rows)
  else await importSome(ports, statement, rows)
  return true
}

/**
 * The next step of reading. A file at which the program fails is refused like one that is broken, and says so: it would
 * fail again at every try, and no other file of the account would be read. Whoever keeps the program sees the failure.
 * @throws what it failed with
 */
async function importSome(ports: Ports, statement: Statement, rows: number): Promise<void> {
  try {
    if (isRead(statement)) await publish(ports, statement)
    else await stageSome(ports, statement, rows)
  } catch (error) {
    // Whoever was quicker may have read the file to its end, after which its pieces are gone.
    const now = await first(ports.db, store.statementById({ id: statement.id }))
    if (now?.state !== statement.state || now.allSteps !== statement.allSteps) return
    const code = defectOf(error)
    if (code !== null) await noteProblem(ports.db, statement, { line: 0, why: 'program', detail: code })
    throw error
  }
}

/** What a defect is called; null for what may be different at the next try, such as a database that is away. */
function defectOf(error: unknown): string | null {
  if (error instanceof UnexpectedBreach) return `${error.breach.kind} ${error.breach.on ?? ''}`.trimEnd()
  const isDefect = [TypeError, RangeError, SyntaxError, ReferenceError].some((kind) => error instanceof kind)
  return isDefect ? (error as Error).name : null
}

/** Whether a step would do something. One whose pieces are still arriving waits for them. */
export function isAtWork(statement: Pick<Statement, 'state' | 'told' | 'matchedAt'>): boolean {
  const { state, told, matchedAt } = statement
  if (state === 'receiving') return told !== null
  return state === 'staging' || (state === 'published' && matchedAt === null)
}

function isRead({ checkpoint }: Statement): boolean {
  return checkpoint !== null && (JSON.parse(checkpoint) as ImportProgress).isRead
}

/** So long one run of the sweep works on statements, in milliseconds. */
const sweepBudgetMs = 20_000
/** So long one post of the page works, in milliseconds: nobody waits long to see the bar move. */
const postBudgetMs = 2_000

/**
 * Makes steps of a statement's work until it is done or the time is up, and always one.
 * @param budgetMs how long, in milliseconds by the clock port
 * @returns whether there is more to do
 */
export async function workOn(ports: Ports, statementId: string, budgetMs = postBudgetMs): Promise<boolean> {
  const until = Date.parse(ports.clock.now()) + budgetMs
  while (await stepStatement(ports, statementId)) {
    if (Date.parse(ports.clock.now()) >= until) return true
    await othersFirst()
  }
  return false
}

/**
 * One run: steps of what waits, in turn, until nothing does or the time is up, and a look for what no statement shows.
 * @param budgetMs how long, in milliseconds by the clock port; each part is begun at least once
 * @returns whether the time was up before all was done
 */
export async function sweepStatements(ports: Ports, budgetMs = sweepBudgetMs): Promise<boolean> {
  const { db, clock } = ports
  const until = Date.parse(clock.now()) + budgetMs
  const waiting: string[] = []
  const abandoned = new Date(Date.parse(clock.now()) - abandonedHours * 3_600_000).toISOString()
  for (const { id, state, told } of await db.read(statementsAtWork({ abandoned, now: clock.now(), limit: 20 }))) {
    if (state === 'receiving' && told === null) {
      const statement = await first(db, store.statementById({ id }))
      if (statement !== undefined) await discard(ports, 'sweep', statement)
      continue
    }
    waiting.push(id)
  }
  for (const { id } of await db.read(overWithFile({ before: abandoned, limit: 20 }))) await deleteFile(db, id)
  // Files of one account come one after the other: where one is done, the next has stopped waiting.
  const next = async () =>
    (await db.read(statementsAtWork({ abandoned, now: clock.now(), limit: 20 })))
      .filter(({ state, told }) => state !== 'receiving' || told !== null)
      .map(({ id }) => id)
  const isLeft = await inTurn(ports, until, waiting, (id) => stepStatement(ports, id), next)
  const accounts = (await db.read(listAccounts({}))).map(({ id }) => id)
  const patient = { ...ports, db: byTurns(db) }
  await inTurn(ports, until, accounts, async (id) => rematch(patient, id))
  await inTurn(ports, until, accounts, (id) => findMissing(patient, id, rowsOfAStep))
  return isLeft
}

/**
 * Gives each its turn, and those that have more to do another one, as long as there is time and the process goes on. One that fails keeps no
 * other from its turn.
 * @param next what has something to do once all of these have done what they can
 * @returns whether any has more to do
 * @throws the first failure, at the end
 */
async function inTurn(
  { clock, isStopping = () => false }: Pick<Ports, 'clock' | 'isStopping'>,
  until: number,
  ids: readonly string[],
  step: (id: string) => Promise<boolean>,
  next: () => Promise<readonly string[]> = async () => [],
): Promise<boolean> {
  const failures = new Map<string, unknown>()
  let waiting = ids
  let isChanged = false
  do {
    const unfinished: string[] = []
    for (const id of waiting) {
      if (isStopping()) break
      try {
        if (await step(id)) unfinished.push(id)
      } catch (error) {
        failures.set(id, error)
      }
      await othersFirst()
    }
    isChanged ||= unfinished.length > 0
    waiting = unfinished
    if (waiting.length > 0 || !isChanged) continue
    isChanged = false
    waiting = (await next()).filter((id) => !failures.has(id))
  } while (waiting.length > 0 && !isStopping() && Date.parse(clock.now()) < until)
  for (const failure of failures.values()) throw failure
  return waiting.length > 0
}
