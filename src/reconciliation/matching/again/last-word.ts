/**
 * A statement has the last word on the days that it covers. What reports and notifications said of those days under
 * other numbers, and what an earlier edition of the statement said, is placed anew, so that its money counts with this
 * statement's lines.
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
  /** The last line of a notification that was looked at. */
  at: Place
  /** How many steps there were. */
  steps: number
}

interface Place {
  /** The id of its notification. */
  file: string
  row: number
}

const beginning: Place = { file: '', row: 0 }

/** At first it is only what was handed on; an earlier release noted another place, and what it had placed is placed again. */
function leftOf({ checkpoint }: Pick<Statement, 'checkpoint'>): Left {
  const left = JSON.parse(checkpoint ?? '[]') as (Omit<Left, 'at'> & { at?: Place }) | string[]
  if (Array.isArray(left)) return { handedOn: left, at: beginning, steps: 0 }
  const { handedOn, at = beginning, steps } = left
  return { handedOn, at, steps }
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
  const { handedOn, at, steps } = leftOf(statement)
  const first = handedOn.slice(0, ofAStep)
  const notified = await toldBehind(ports, statement, at, ofAStep - first.length)
  for (const keys of chunked([...first, ...notified.keys.toSorted()], atOnce)) {
    await perform(db, 'The last word on a day', () =>
      placeAgain(ports, accountId, () => placeLines(ports, statement, { left: keys, by: id })),
    )
  }
  if (notified.isAll) return false
  const left: Left = { handedOn: handedOn.slice(ofAStep), at: notified.at, steps: steps + 1 }
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

/** Lines are looked at in pages of so many, and at most so many pages in one step: of each notification one at least. */
const page = 250
const pagesOfAStep = 20

/**
 * What is told behind a place and is to be placed: of a statement, what notifications have told of its days; of a notification
 * or a report, what it tells of days that are covered.
 * @param room for so many keys
 */
async function toldBehind(
  { db }: Pick<Ports, 'db'>,
  statement: Statement,
  behind: Place,
  room: number,
): Promise<{ keys: string[]; at: Place; isAll: boolean }> {
  if (room === 0) return { keys: [], at: behind, isAll: false }
  const isStatement = coversDays(statement.format)
  const files = isStatement ? await db.read(notificationsOf(statement, behind.file)) : [{ id: statement.id }]
  const keys: string[] = []
  let [at, pages] = [behind, 0]
  for (const { id } of files) {
    if (id !== at.file) at = { file: id, row: 0 }
    for (let isMore = true; isMore; ) {
      const lines = await db.read(linesTold(statement, at))
      for (const { key, row, isTold } of lines) {
        if (keys.length === room) return { keys, at, isAll: false }
        at = { file: id, row }
        if (isTold === 1) keys.push(key)
      }
      isMore = lines.length === page
      pages += 1
      if (pages === pagesOfAStep) return { keys, at, isAll: false }
    }
  }
  return { keys, at, isAll: !isStatement || files.length < pagesOfAStep }
}

/**
 * Notifications that may tell of a statement's days, from one on. The id is written as an expression, or SQLite goes through
 * all that are published.
 */
const notificationsOf = (
  { accountId, periodFrom, periodTo }: Statement,
  from: string,
): Query<Pick<Statement, 'id'>> => ({
  sql: `select id as "id" from statements where account_id = ? and state = 'published' and format = 'camt054'
  and period_from <= ? and period_to >= ? and id || '' >= ? order by id || '' limit ?`,
  values: [accountId, periodTo ?? '', periodFrom ?? '', from, pagesOfAStep],
})

/**
 * The next lines of a file, as it has them, and which of them tell of a day of which a statement has lines of the same
 * direction, and no booking of that name.
 */
const linesTold = (
  { format, periodFrom, periodTo }: Statement,
  { file, row }: Place,
): Query<{ key: string; row: number; isTold: 0 | 1 }> => ({
  sql: `select l.line_key as "key", l."row" as "row", case when l.carried_by is null and l.outcome is not null
  and l.day >= ? and l.day <= ? and ${isDirectionThere('l.account_id')} and not ${isBookingThere} then 1 else 0 end as "isTold"
from statement_lines l where l.statement_id = ? and l."row" > ? order by l."row" limit ?`,
  values: [...(coversDays(format) ? [periodFrom ?? '', periodTo ?? ''] : ['', '9999-12-31']), file, row, page],
})
