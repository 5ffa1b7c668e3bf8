/** Whether seals follow one another and fit their entries: a pure look at what was read. */
import { type AuditEntry, entryDigest, sealHash } from './seal-hash.ts'

/** A seal as it is stored, with its entry; the entry's fields are null when it is gone. */
export type SealedEntry = { [Field in keyof AuditEntry]?: AuditEntry[Field] | null } & {
  n: number
  entryId: string
  nBefore: number | null
  before: string | null
  hash: string
}

/** The number and the hash of a seal. */
export interface Head {
  n: number
  hash: string
}

export interface ChainFault {
  n: number
  entryId: string
  /** `order`: it does not follow the seal before; `gone`: its entry is not there; `changed`: it does not fit its entry. */
  is: 'order' | 'gone' | 'changed'
}

/** Seals behind one number, in order, with their entries: `?` is the number, then how many. */
export const sealedEntriesAfter = `select audit_seals.n as "n", entry_id as "entryId", n_before as "nBefore", hash_before as "before",
  hash as "hash", audit_entries.id as "id", actor as "actor", action as "action", subject as "subject", audit_entries.at as "at"
from audit_seals left join audit_entries on audit_entries.id = audit_seals.entry_id
where audit_seals.n > ? order by audit_seals.n limit ?`

/**
 * Looks through seals in the order of their numbers.
 * @param head the seal before the first of them; null when they are the first there are
 * @returns what is wrong, and the last seal, for looking on
 */
export function checkChain(
  seals: readonly SealedEntry[],
  head: Head | null,
): { faults: ChainFault[]; head: Head | null } {
  const faults: ChainFault[] = []
  let last = head
  for (const seal of seals) {
    const n = (last?.n ?? 0) + 1
    const before = last?.hash ?? null
    const follows = seal.n === n && seal.nBefore === (last?.n ?? null) && seal.before === before
    const fault = !follows
      ? 'order'
      : !isWhole(seal)
        ? 'gone'
        : seal.hash !== sealHash(n, before, entryDigest(seal))
          ? 'changed'
          : null
    if (fault !== null) faults.push({ n: seal.n, entryId: seal.entryId, is: fault })
    last = { n: seal.n, hash: seal.hash }
  }
  return { faults, head: last }
}

/** A left join gives nulls for an entry that is gone. */
function isWhole(seal: SealedEntry): seal is SealedEntry & AuditEntry {
  return typeof seal.id === 'string'
}
