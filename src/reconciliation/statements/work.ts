/** The work on a statement, one bounded step after the other, whoever makes it: a page, the sweep, a test. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { lookForMissing } from '../exceptions/missing.ts'
import { matchSome } from '../matching/match.ts'
import { stageSome } from './import.ts'
import { publish, takeBack } from './publish.ts'
import { discard, startStaging } from './receive.ts'
import type { Progress, Statement } from './statement.ts'
import * as store from './store.ts'

/** Rows of a step: at seven rows a statement it stays far below what a Worker may ask its database for. */
export const rowsOfAStep = 1_000
/** A file whose pieces stopped coming is thrown away after so many hours. */
const abandonedHours = 24

/** Makes the next step of a statement's work. @returns whether there is more to do */
export async function stepStatement(ports: Ports, statementId: string, rows = rowsOfAStep): Promise<boolean> {
  const statement = await first(ports.db, store.statementById({ id: statementId }))
  if (statement === undefined || !isAtWork(statement)) return false
  if (statement.state === 'receiving') return (await startStaging(ports, statement)) === 'staging'
  if (statement.state === 'published') await matchSome(ports, statement, rows)
  else if (statement.problem !== null) await takeBack(ports, statement, rows)
  else if (isRead(statement)) await publish(ports, statement)
  else await stageSome(ports, statement, rows)
  return true
}

/** Whether a step would do something. One whose pieces are still arriving waits for them. */
export function isAtWork(statement: Pick<Statement, 'state' | 'told' | 'matchedAt'>): boolean {
  const { state, told, matchedAt } = statement
  if (state === 'receiving') return told !== null
  return state === 'staging' || (state === 'published' && matchedAt === null)
}

function isRead({ checkpoint }: Statement): boolean {
  return checkpoint !== null && (JSON.parse(checkpoint) as Progress).isRead
}

/** Makes all steps of a statement, for whoever has the time. */
export async function finishWork(ports: Ports, statementId: string, rows = rowsOfAStep): Promise<void> {
  while (await stepStatement(ports, statementId, rows)) {
    // Each step says whether another one follows.
  }
}

const fewAtOnce = 3

/** One run: some steps of what waits, and a look for what no statement shows. */
export async function sweepStatements(ports: Ports): Promise<void> {
  const { db, clock } = ports
  const abandoned = new Date(Date.parse(clock.now()) - abandonedHours * 3_600_000).toISOString()
  for (const { id, state, told, madeAt } of await db.read(store.statementsAtWork({ limit: 20 }))) {
    if (state === 'receiving' && told === null) {
      const statement = madeAt < abandoned ? await first(db, store.statementById({ id })) : undefined
      if (statement !== undefined) await discard(ports, 'sweep', statement)
      continue
    }
    for (let step = 0; step < fewAtOnce; step += 1) if (!(await stepStatement(ports, id))) break
  }
  for (const { id } of await db.read(store.listAccounts({}))) await lookForMissing(ports, id, rowsOfAStep)
}
