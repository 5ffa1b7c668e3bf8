/** What somebody was told is done, and whether the database knows of it. */
import type { Database } from '../../src/platform/db/together.ts'

export const kinds = ['page', 'voucher', 'claim', 'batch', 'approval', 'instruction', 'statement'] as const
export type Kind = (typeof kinds)[number]

export interface Acknowledged {
  /** Somebody was answered that this is done. */
  add(kind: Kind, id: string): void
  count(kind: Kind): number
  total(): number
  has(kind: Kind, id: string): boolean
  /** What is not there, or there more than once, in words; nothing when all is there once. */
  lookFor(db: Database): Promise<{ found: Record<Kind, number>; wrong: string[] }>
}

/** For each kind: how often each id is there. What is not named is not there. */
const thereBy: Record<Kind, string> = {
  page: `select respondent_id || ' ' || page as "id", 1 as "n" from saved_pages
union all select respondent_id || ' screening', 1 from documents`,
  voucher: 'select respondent_id as "id", count(*) as "n" from vouchers group by respondent_id',
  claim: `select respondent_id as "id", count(*) as "n" from claims join vouchers on vouchers.id = claims.voucher_id
group by respondent_id`,
  batch: 'select id as "id", count(*) as "n" from batches group by id',
  approval: 'select batch_id as "id", count(*) as "n" from batch_approvals group by batch_id',
  instruction: `select payouts.batch_id as "id", 1 as "n" from attempts join payouts on payouts.id = attempts.payout_id
where attempts.provider = 'manual' group by payouts.batch_id`,
  statement: 'select id as "id", count(*) as "n" from statements group by id',
}

export function acknowledged(): Acknowledged {
  const all = Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Record<Kind, Set<string>>
  return {
    add: (kind, id) => void all[kind].add(id),
    count: (kind) => all[kind].size,
    total: () => kinds.reduce((sum, kind) => sum + all[kind].size, 0),
    has: (kind, id) => all[kind].has(id),
    async lookFor(db) {
      const wrong: string[] = []
      const found = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
      for (const kind of kinds) {
        const rows = await db.read<{ id: string; n: number }>({ sql: thereBy[kind], values: [] })
        const there = new Map(rows.map(({ id, n }) => [id, n]))
        for (const id of all[kind]) {
          const n = there.get(id) ?? 0
          if (n === 1) found[kind] += 1
          else wrong.push(`${kind} ${id} was acknowledged and is there ${n} times`)
        }
      }
      return { found, wrong }
    },
  }
}
