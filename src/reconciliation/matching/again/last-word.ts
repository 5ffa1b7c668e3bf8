/**
 * What reports and notifications have told of a day that a statement covers, under numbers that it does not have, and
 * what it had before its bank corrected it: the statement has the last word on its days, and their money counts with its
 * lines.
 */
import { taken } from '../../../../schema/constraints.ts'
import { chunked } from '../../../platform/db/chunked.ts'
import { perform, plan, unexpected } from '../../../platform/db/perform.ts'
import { prepareQuery, type Query } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { coversDays } from '../../formats/statement.ts'
import type { Statement } from '../../statements/statement.ts'
import { noteProgress } from '../../statements/store.ts'
import { sql } from '../../tables.ts'
import { isBookingThere, isDirectionThere } from '../lines-store.ts'
import { placeLines } from '../place-lines.ts'
import { placeAgain } from './place-again.ts'

const atOnce = 50
/** So many lines are placed in one step: it stays below what a Worker may ask its database for. */
const ofAStep = 2 * atOnce

/** What is still to be placed; JSON. */
interface Left {
  /** Keys of lines that were left when the statement was published. */
  handedOn: string[]
  /** Of what notifications told, the last that was placed. */
  after: string
  /** How many steps there were. */
  steps: number
}

/** At first it is only what was handed on. */
function leftOf({ checkpoint }: Pick<Statement, 'checkpoint'>): Left {
  const left = JSON.parse(checkpoint ?? '[]') as Left | string[]
  return Array.isArray(left) ? { handedOn: left, after: '', steps: 0 } : left
}

/** Whether this is not the first step of it. */
export function isLastWordBegun(statement: Pick<Statement, 'checkpoint'>): boolean {
  return leftOf(statement).steps > 0
}

/**
 * A step of the end of a statement's matching, when everything that is known by exact rules is where it belongs.
 * @returns whether there is more to place
 */
export async function takeLastWord(ports: Ports, statement: Statement): Promise<boolean> {
  const { db } = ports
  const { id, accountId, rowsDone } = statement
  const { handedOn, after, steps } = leftOf(statement)
  const first = handedOn.slice(0, ofAStep)
  const room = ofAStep - first.length
  const told = (await db.read(toldOf(statement, after, room))).map(({ key }) => key)
  for (const keys of chunked([...first, ...told], atOnce)) {
    await perform(db, 'The last word on a day', () =>
      placeAgain(ports, accountId, () => placeLines(ports, statement, { left: keys, by: id })),
    )
  }
  if (told.length < room) return false
  const left: Left = { handedOn: handedOn.slice(ofAStep), after: told.at(-1) ?? after, steps: steps + 1 }
  await perform(db, 'A step of the last word', async () =>
    plan<void>({
      rows: [
        addLastWordStep({ id, from: steps, to: left.steps }),
        noteProgress({ id, rowsDone, checkpoint: JSON.stringify(left) }),
      ],
      done: undefined,
      refused: ({ on }) => (on === taken.statementProgress ? undefined : unexpected),
    }),
  )
  return true
}

/** Says that a step is done, by how many there were before. */
const addLastWordStep = prepareQuery((p: { id: string; from: number; to: number }) =>
  sql
    .insertInto('statement_progress')
    .values({ statement_id: p.id, phase: 'last_word', from_row: p.from, to_row: p.to }),
)

/** The statement of the day has lines of the same direction, and tells of no booking of that name. */
const isThere = `${isDirectionThere('s.account_id')} and not ${isBookingThere}`

/**
 * Of a statement, what notifications have told of its days; of a notification or a report, what it tells of days that are
 * covered. A key is written as an expression, or SQLite goes through all that the account has ever had, as it lies in order.
 */
function toldOf(
  { id, accountId, format, periodFrom, periodTo }: Statement,
  after: string,
  limit: number,
): Query<{ key: string }> {
  const isStatement = coversDays(format)
  return {
    sql: `select l.line_key as "key" from statement_lines l cross join statements s
where s.id = l.statement_id and s.state = 'published' and l.account_id = ? and l.carried_by is null and l.outcome is not null
  and ${isStatement ? `s.format = 'camt054' and l.day >= ? and l.day <= ?` : 'l.statement_id = ?'} and l.line_key || '' > ?
  and ${isThere} order by l.line_key || '' limit ?`,
    values: [accountId, ...(isStatement ? [periodFrom ?? '', periodTo ?? ''] : [id]), after, limit],
  }
}
