/** What always holds, as something that can be looked at: a promise, and how to see in a database whether it is kept. */
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Book } from './book.ts'

/** What was counted, by name; amounts are minor units. */
export type Figures = Record<string, number>

export interface CheckFindings {
  figures: Figures
  /** One line for each breach, with the id that it is about; at most `mostBreaches`, and then a line that says so. */
  breaches: string[]
}

export interface CheckContext {
  db: Ports['db']
  clock: Ports['clock']
  /** Not there for whoever looks at a database alone. */
  keys?: Ports['keys'] | undefined
  /** The book of every offer, read once, in one statement. */
  books(): Promise<Book[]>
}

export interface Invariant {
  name: string
  /** The promise as a sentence. */
  promise: string
  check(context: CheckContext): Promise<CheckFindings>
}

export const mostBreaches = 20

/** The lines that are worth printing. */
export function atMost(breaches: readonly string[]): string[] {
  return breaches.length <= mostBreaches ? [...breaches] : [...breaches.slice(0, mostBreaches), 'and more']
}

/**
 * An invariant that SQL can see.
 * @param figures selects `figure` and `value`
 * @param broken each selects `subject` (an id) and `what`, one row for each breach, of one moment
 */
export function seenBySql(name: string, promise: string, figures: string, ...broken: string[]): Invariant {
  return {
    name,
    promise,
    async check({ db }) {
      const breaches: string[] = []
      for (const one of broken) {
        const rows = await db.read(ask<{ subject: string; what: string }>(`${one}\nlimit ${mostBreaches + 1}`))
        breaches.push(...rows.map(({ subject, what }) => `${subject} ${what}`))
      }
      const rows = await db.read(ask<{ figure: string; value: number }>(figures))
      return {
        figures: Object.fromEntries(rows.map(({ figure, value }) => [figure, value])),
        breaches: atMost(breaches),
      }
    },
  }
}

function ask<Row>(text: string): Query<Row> {
  return { sql: text, values: [] }
}
