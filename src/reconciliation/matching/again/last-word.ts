/**
 * What reports and notifications have told of a day that a statement covers, under numbers that it does not have, and
 * what it had before its bank corrected it: the statement has the last word on its days, and their money counts with its
 * lines.
 */
import { chunked } from '../../../platform/db/chunked.ts'
import { perform } from '../../../platform/db/perform.ts'
import type { Query } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { coversDays, dayFormats, listedInSql } from '../../formats/statement.ts'
import type { Statement } from '../../statements/statement.ts'
import { isBookingThere } from '../lines-store.ts'
import { placeLines } from '../place-lines.ts'
import { placeAgain } from './place-again.ts'

const atOnce = 50

/** For the end of a statement's matching, when everything that is known by exact rules is where it belongs. */
export async function takeLastWord(ports: Ports, statement: Statement): Promise<void> {
  const left = (await ports.db.read(toldOf(statement))).map(({ key }) => key)
  const handedOn = statement.checkpoint === null ? [] : (JSON.parse(statement.checkpoint) as string[])
  for (const keys of chunked([...handedOn, ...left], atOnce)) {
    await perform(ports.db, 'The last word on a day', () =>
      placeAgain(ports, statement.accountId, () => placeLines(ports, statement, [], [], keys, statement.id)),
    )
  }
}

/** The statement of the day has lines of the same direction, and tells of no booking of that name. */
const isThere = `exists (select 1 from statement_lines b
  join statements c on c.id = b.statement_id and c.state = 'published' and c.format in (${listedInSql(dayFormats)})
  where b.account_id = l.account_id and b.day = l.day and b.direction = l.direction)
  and not ${isBookingThere}`

/** Of a statement, what notifications have told of its days; of a notification or a report, what it tells of days that are covered. */
function toldOf({ id, accountId, format, periodFrom, periodTo }: Statement): Query<{ key: string }> {
  const isStatement = coversDays(format)
  return {
    sql: `select l.line_key as "key" from statement_lines l join statements s on s.id = l.statement_id and s.state = 'published'
where l.account_id = ? and l.carried_by is null and l.outcome is not null
  and ${isStatement ? `s.format = 'camt054' and l.day >= ? and l.day <= ?` : 'l.statement_id = ?'} and ${isThere}`,
    values: isStatement ? [accountId, periodFrom ?? '', periodTo ?? ''] : [accountId, id],
  }
}
