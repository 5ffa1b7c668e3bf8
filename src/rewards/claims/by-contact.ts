/** Finding a voucher by where its money went, for its holder alone. */
import type { Ports } from '../../ports.ts'
import { accountHash } from '../payees/account.ts'
import { payeesOfContact } from '../payees/contact.ts'

/**
 * The voucher of a study that whoever answered claimed for this contact, by keyed hashes: also where the account itself is
 * erased. What somebody claimed who was given the voucher's code leads to nobody's answers.
 * Undefined where there is none, or more than one, since it would then be a guess whose is meant.
 */
export async function voucherOfContact(
  { db, keys }: Pick<Ports, 'db' | 'keys'>,
  studyId: string,
  contact: string,
): Promise<string | undefined> {
  const hashes = await Promise.all(payeesOfContact(contact).map((payee) => accountHash(keys, studyId, payee)))
  if (hashes.length === 0) return undefined
  const found = await db.read<{ voucherId: string }>({
    sql: `select distinct voucher_id as "voucherId" from claims where study_id = ? and state in ('ready', 'frozen', 'paid')
and by_respondent = 1 and account_hash in (${hashes.map(() => '?').join(', ')}) limit 2`,
    values: [studyId, ...hashes],
  })
  return found.length === 1 ? found[0]?.voucherId : undefined
}
