/**
 * The sealer: chains audit entries by hash, a while after they were written. Two at once are harmless, since a seal's
 * number is a key and each names the one before it.
 */

import type { AuditSealsTable } from '../../../schema/tables.ts'
import { chunked } from '../../platform/db/chunked.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import { idFrom } from '../../platform/time/id-time.ts'
import type { Ports } from '../../ports.ts'
import { insertMany, sql } from '../tables.ts'
import type { Head } from './check-chain.ts'
import { type AuditEntry, entryDigest, sealHash } from './seal-hash.ts'

/** Entries of the last seconds wait: one with an earlier id may still be on its way. */
const settleMs = 10_000
/** A Worker may ask its database only so often a run: 80 statements of 16 rows each. */
const mostInARun = 1_280
/** Where nobody counts statements, so many times that many: what a minute of a whole campaign leaves behind. */
const mostTimes = 20
/** So many seals are written together; whoever else seals is noticed in between. */
const togetherCount = 320

/** The seal with the highest number; undefined when nothing is sealed. */
export const newestSeal = prepareQuery(() =>
  sql.selectFrom('audit_seals').select(['n', 'hash', 'entry_id as entryId']).orderBy('n', 'desc').limit(1),
)

const lastSealBefore = prepareQuery((p: { at: string }) =>
  sql.selectFrom('audit_seals').select(['n', 'hash']).where('at', '<', p.at).orderBy('n', 'desc').limit(1),
)

/**
 * The seal that people are shown, and that files name: the last one of an earlier day (UTC), null before there is any. Its
 * number counts what respondents and holders did as well, which is told to nobody by the minute.
 */
export async function shownSeal({ db, clock }: Pick<Ports, 'db' | 'clock'>): Promise<Head | null> {
  return (await first(db, lastSealBefore({ at: clock.now().slice(0, 10) }))) ?? null
}

/**
 * Entries that wait for their seal, in the order of their ids. Those of the present moment, from `from` to before `to`,
 * are left; what lies before it or, by a clock that ran ahead, behind it is not.
 */
const waiting = (from: string, to: string): Query<AuditEntry> => ({
  sql: `select id as "id", actor as "actor", action as "action", subject as "subject", at as "at" from audit_entries
where waits = 1 and (id < ? or id >= ?)
  and not exists (select 1 from audit_seals where entry_id = audit_entries.id) order by id limit ${mostInARun}`,
  values: [from, to],
})

/** The same of every entry without a seal, whether or not it is known to wait: all of the trail is read. */
const unsealed = (from: string, to: string): Query<AuditEntry> => ({
  sql: `select audit_entries.id as "id", actor as "actor", action as "action", subject as "subject", audit_entries.at as "at"
from audit_entries left join audit_seals on audit_seals.entry_id = audit_entries.id
where audit_seals.n is null and (audit_entries.id < ? or audit_entries.id >= ?) order by audit_entries.id limit ${mostInARun}`,
  values: [from, to],
})

/** An older program seals without saying so. */
const sealedButWaiting: Write = {
  sql: 'update audit_entries set waits = null where waits = 1 and id in (select entry_id from audit_seals)',
  values: [],
}

/** What these seals are of waits no more. */
const waitNoMore = (first: number, last: number): Write => ({
  sql: `update audit_entries set waits = null
where waits = 1 and id in (select entry_id from audit_seals where n >= ? and n <= ?)`,
  values: [first, last],
})

/**
 * Seals what has waited long enough.
 * @param all looks through the whole trail and goes on until nothing is left, instead of one bounded run over what is
 *   known to wait
 * @returns how many entries it sealed; less than there were when another sealer was at it
 */
export async function sealAudit({ db, clock }: Pick<Ports, 'db' | 'clock'>, all = false): Promise<{ sealed: number }> {
  let sealed = 0
  if (all) await db.together(sealedButWaiting)
  const times = all ? Number.POSITIVE_INFINITY : db.mostStatements === undefined ? mostTimes : 1
  for (let time = 1; ; time += 1) {
    const head = (await db.read(newestSeal({})))[0] ?? null
    const now = Date.parse(clock.now())
    const present = [idFrom('audit', now - settleMs), idFrom('audit', now + settleMs)] as const
    const entries = await db.read(all ? unsealed(...present) : waiting(...present))
    const seals = sealsFor(entries, head, clock.now())
    for (const some of chunked(seals, togetherCount)) {
      const isOurs = await perform(db, 'A seal', async () =>
        plan<boolean>({
          rows: [...insertMany('audit_seals', some), waitNoMore(some[0]?.n ?? 0, some.at(-1)?.n ?? 0)],
          done: true,
          refused: ({ on }) => (on?.startsWith('audit_seals.') ? false : unexpected),
        }),
      )
      if (!isOurs) return { sealed }
      sealed += some.length
    }
    if (time >= times || entries.length < mostInARun) return { sealed }
  }
}

function sealsFor(
  entries: readonly AuditEntry[],
  head: { n: number; hash: string } | null,
  at: string,
): AuditSealsTable[] {
  const seals: AuditSealsTable[] = []
  let before = head
  for (const entry of entries) {
    const n = (before?.n ?? 0) + 1
    const hash = sealHash(n, before?.hash ?? null, entryDigest(entry))
    seals.push({ n, entry_id: entry.id, n_before: before?.n ?? null, hash_before: before?.hash ?? null, hash, at })
    before = { n, hash }
  }
  return seals
}
