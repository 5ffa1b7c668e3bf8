/** At which moments the server is killed: by name, where `strike.mjs` meets one for certain, and else by chance. */
import { migrationNames } from '../../schema/migration-names.ts'
import type { Chance } from '../../simulation/chance.ts'

export interface Phase {
  name: string
  /** A part of a statement of the transaction at whose commit it dies. */
  sql: string
  side: 'before' | 'after'
}

const sides = [
  ['before', 'before the flush'],
  ['after', 'after the commit, before the reply'],
] as const

/** What is being done, and a part of a statement that nothing else makes. */
const work: readonly (readonly [what: string, sql: string])[] = [
  ['a page is saved', 'into "saved_pages"'],
  ['a response is completed', 'into "vouchers"'],
  ['a claim is made', 'into "claims"'],
  ['a batch is prepared', 'into "batches"'],
  ['a batch is approved', 'into "batch_approvals"'],
  ['an attempt is stored', 'into "attempts"'],
  ['a call of a provider is counted', 'into "attempt_calls"'],
  ['what a provider said is kept', 'into "attempt_steps"'],
  ['a statement is received', 'into "statement_chunks"'],
  ['rows of a statement are staged', 'into "statement_lines"'],
  ['a statement begins to count', 'into "statement_steps"'],
  ['the trail is sealed', 'into "audit_seals"'],
  ['a sweep has come to its end', 'into "heartbeats"'],
  ["a provider's notice is kept", 'into "provider_events"'],
]

const phases: readonly Phase[] = work.flatMap(([what, sql]) =>
  sides.map(([side, when]) => ({ name: `${what}: ${when}`, sql, side })),
)

/**
 * A kill at a named moment; or by chance, once so many more things were acknowledged and some milliseconds have passed, so that a
 * slow machine meets the same; or so long after a start or a backup has begun.
 */
export type Kill =
  | { phase: Phase; nth: number }
  | { afterMs: number; afterCount: number }
  | { afterMs: number; during: 'backup' | 'start' }
  /** Of a new database, at the commit of its migration with this number. */
  | { migration: number; side: Phase['side'] }

const migrations = migrationNames.length

/** The kills of a run, drawn: each named moment as often as the others, and as many by chance. */
export function killsOf(count: number, chance: Chance, canBackUp: boolean): Kill[] {
  return Array.from({ length: count }, (_, i): Kill => {
    const phase = phases[Math.floor(i / 2) % phases.length]
    if (i % 2 === 0 && phase !== undefined) return { phase, nth: 1 + chance.pick(2) }
    if (i % 20 === 1) return { afterMs: 40 + chance.pick(900), during: 'start' }
    if (i % 20 === 13) return { migration: 1 + chance.pick(migrations), side: chance.percent(50) ? 'before' : 'after' }
    if (canBackUp && i % 20 === 11) return { afterMs: chance.pick(300), during: 'backup' }
    return { afterMs: chance.pick(400), afterCount: 1 + chance.pick(40) }
  })
}
