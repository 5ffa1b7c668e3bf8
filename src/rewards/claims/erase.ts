/**
 * Erasing the accounts of claims that are paid or over. The keyed hash of an account stays, so that it is never paid
 * twice in the study; so does the hash of what was kept, so that a batch is still the one that was approved.
 */

import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import { eraseStudyKey, forgetStudyKeys, liveKeyId } from '../../platform/keys/study-keys.ts'
import { dayMs } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { erasedPayee } from '../payees/digest.ts'
import { eraseFilesOfClaim, eraseFilesOfStudy } from '../result-files/store.ts'
import { sql } from '../tables.ts'
import { overClaims } from './store.ts'

/** An account may be needed for so long at least: to look into a payment that came back, say. */
export const leastDays = 30
const atOnce = 20

const putErased = prepareQuery((p: { id: string; payee: string }) =>
  sql
    .updateTable('claims')
    .set({ payee: p.payee, payee_key: null, domain_hash: null, domain_nth: null })
    .where('id', '=', p.id),
)

const addErasure = prepareQuery((p: { id: string; subject: string; actor: string; at: string }) =>
  sql.insertInto('erasures').values({ id: p.id, what: 'payee', subject: p.subject, actor: p.actor, at: p.at }),
)

/**
 * Erases the payees of a study's claims that have been paid or over for so many days, a few at a time; each is in the
 * list of erasures and in the audit trail. Two at once are harmless.
 * @returns how many this call erased
 * @throws RangeError for fewer days than an account may be needed for
 */
export async function erasePayees(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  actor: string,
  {
    studyId,
    olderThanDays,
    mostAtOnce = Number.POSITIVE_INFINITY,
  }: { studyId: string; olderThanDays: number; mostAtOnce?: number },
): Promise<number> {
  if (!Number.isSafeInteger(olderThanDays) || olderThanDays < leastDays) {
    throw new RangeError(`An account may be needed for ${leastDays} days at least.`)
  }
  const at = clock.now()
  const before = new Date(Date.parse(at) - olderThanDays * dayMs).toISOString()
  let erased = 0
  for (let after = { id: '', madeAt: '' }; ; ) {
    const claims = await db.read(overClaims(studyId, before, after, atOnce))
    for (const { id, payee } of claims) {
      const isErased = await perform(db, 'An erasure', async () =>
        plan<boolean>({
          rows: [
            addErasure({ id: ids.next('erasure'), subject: id, actor, at }),
            putErased({ id, payee: erasedPayee(payee) }),
            eraseFilesOfClaim({ claimId: id }),
          ],
          audit: addAudit({ id: ids.next('audit'), actor, action: 'payee.erased', subject: id, at }),
          done: true,
          refused: ({ on }) => (on === taken.erasure ? false : unexpected),
        }),
      )
      if (isErased) erased += 1
    }
    const last = claims.at(-1)
    if (last === undefined || erased >= mostAtOnce) return erased
    after = last
  }
}

const underKey = prepareQuery((p: { key: string }) =>
  sql.selectFrom('claims').select('id').where('payee_key', '=', p.key).limit(1),
)

/**
 * Erases the key that a study's payees lie under, once every one of them is erased: a copy of the database that was made
 * from then on opens none, whatever is left of their rows. What is claimed later has a key of its own.
 * @returns whether it erased one; the schema refuses it while a payee lies under it
 */
export async function erasePayeesKey(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  actor: string,
  studyId: string,
): Promise<boolean> {
  const isErased = await perform<boolean>(db, 'Erasing the key of payees', async () => {
    const key = await liveKeyId(db, studyId, 'payees')
    if (key === undefined || (await first(db, underKey({ key }))) !== undefined) return false
    const at = clock.now()
    return plan<boolean>({
      rows: [eraseStudyKey(studyId, 'payees', at), eraseFilesOfStudy({ studyId })],
      audit: addAudit({ id: ids.next('audit'), actor, action: 'payees.key_erased', subject: studyId, at }),
      done: true,
      refused: stale,
    })
  })
  if (isErased) forgetStudyKeys(db)
  return isErased
}
