/** The chain of the audit trail, over all entries that have no seal yet. */
import { hash as hashOf } from 'node:crypto'
import type SqliteFile from 'better-sqlite3'
import { type AuditEntry, entryDigest, sealHash } from '../../src/staff/audit-trail/seal-hash.ts'

const atOnce = 20_000

const quickly = (parts: unknown[]) => hashOf('sha256', JSON.stringify(parts))

/** The hash of a seal as the app makes it, by a way that is quicker where there are millions. */
function quickSeal(n: number, before: string | null, { id, actor, action, subject, at }: AuditEntry): string {
  return quickly(['audit seal', n, before, quickly(['audit entry', id, actor, action, subject, at])])
}

export function addSeals(file: InstanceType<typeof SqliteFile>): void {
  const head = file.prepare('select n, hash, entry_id from audit_seals order by n desc limit 1').get() as
    | { n: number; hash: string; entry_id: string }
    | undefined
  let [n, before] = [head?.n ?? 0, head?.hash ?? null]
  const entries = file.prepare(
    `select id, actor, action, subject, at from audit_entries where id > ? order by id limit ${atOnce}`,
  )
  const sealed = new Set(file.prepare('select entry_id from audit_seals').pluck().all())
  const add = file.prepare(
    'insert into audit_seals (n, entry_id, n_before, hash_before, hash, at) values (?, ?, ?, ?, ?, ?)',
  )
  for (let after = ''; ; ) {
    const some = entries.all(after) as AuditEntry[]
    for (const entry of some) {
      if (sealed.has(entry.id)) continue
      n += 1
      const hash = quickSeal(n, before, entry)
      if (n % atOnce === 1 && hash !== sealHash(n, before, entryDigest(entry))) {
        throw new Error('The app seals otherwise')
      }
      add.run(n, entry.id, n === 1 ? null : n - 1, before, hash, entry.at)
      before = hash
    }
    const last = some.at(-1)
    if (last === undefined) return
    after = last.id
  }
}
