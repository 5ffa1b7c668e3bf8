/**
 * The sealer: chains audit entries by hash, a while after they were written. Two at once are harmless, since a seal's
 * number is a key and each names the one before it.
 */

import type { AuditSealsTable } from '../../../schema/tables.ts'
import { chunked } from '../../platform/db/chunked.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import { idFrom, timeOfId } from '../../platform/time/id-time.ts'
import type { Ports } from '../../ports.ts'
import { insertMany, sql } from '../tables.ts'
import { type Entry, entryDigest, sealHash } from './seal-hash.ts'

/** Entries of the last seconds wait: one with an earlier id may still be on its way. */
const settleMs = 10_000
/** How far before the newest sealed entry the sealer looks for one that came late. */
export const lookBackMs = 10 * 60_000
/** A Worker may ask its database only so often a run: 80 statements of 16 rows each. */
const mostInARun = 1_280
/** So many seals are written together; whoever else seals is noticed in between. */
const togetherCount = 320

/** The seal with the highest number; undefined when nothing is sealed. */
export const newestSeal = prepareQuery(() =>
  sql.selectFrom('audit_seals').select(['n', 'hash', 'entry_id as entryId']).orderBy('n', 'desc').limit(1),
)

const newestSealedEntry = prepareQuery(() =>
  sql.selectFrom('audit_seals').select('entry_id as id').orderBy('entry_id', 'desc').limit(1),
)

/** Entries without a seal from the id `from` to before `to`, in the order of their ids. */
const unsealed = prepareQuery<{ from: string; to: string; limit: number }, Entry>((p) =>
  sql
    .selectFrom('audit_entries')
    .leftJoin('audit_seals', 'audit_seals.entry_id', 'audit_entries.id')
    .select(['audit_entries.id', 'actor', 'action', 'subject', 'audit_entries.at'])
    .where('audit_entries.id', '>=', p.from)
    .where('audit_entries.id', '<', p.to)
    .where('audit_seals.n', 'is', null)
    .orderBy('audit_entries.id')
    .limit(p.limit),
)

/**
 * Seals what has waited long enough.
 * @param all looks through the whole trail and goes on until nothing is left, instead of one bounded run that begins
 *   ten minutes before the newest sealed entry
 * @returns how many entries it sealed; less than there were when another sealer was at it
 */
export async function sealAudit({ db, clock }: Pick<Ports, 'db' | 'clock'>, all = false): Promise<{ sealed: number }> {
  let sealed = 0
  for (;;) {
    const head = (await db.read(newestSeal({})))[0] ?? null
    const from = all ? '' : await lookFrom(db)
    const to = idFrom('audit', Date.parse(clock.now()) - settleMs)
    const entries = await db.read(unsealed({ from, to, limit: mostInARun }))
    const seals = sealsFor(entries, head, clock.now())
    for (const some of chunked(seals, togetherCount)) {
      const isOurs = await perform(db, 'A seal', async () =>
        plan<boolean>({
          rows: insertMany('audit_seals', some),
          done: true,
          refused: ({ on }) => (on?.startsWith('audit_seals.') ? false : unexpected),
        }),
      )
      if (!isOurs) return { sealed }
      sealed += some.length
    }
    if (!all || entries.length === 0) return { sealed }
  }
}

async function lookFrom(db: Ports['db']): Promise<string> {
  const newest = await first(db, newestSealedEntry({}))
  const at = newest === undefined ? undefined : timeOfId(newest.id)
  return at === undefined ? '' : idFrom('audit', at - lookBackMs)
}

function sealsFor(entries: readonly Entry[], head: { n: number; hash: string } | null, at: string): AuditSealsTable[] {
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
