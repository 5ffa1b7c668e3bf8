/**
 * Requests of people who have no code: they name where a reward of theirs went, and a code is sent there. Whoever brings it to
 * the status page is let in. Staff see neither the code nor whether it opens anything, so that they never learn which response
 * a payee is, and whoever sends it learns nothing from it.
 */
import { limit, taken } from '../../../schema/constraints.ts'
import type { RequestKind } from '../../../schema/tables.ts'
import { hashesOf, keyedHash, tidyCode } from '../../platform/crypto/codes.ts'
import { commit, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import { booksZone, dayMs, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { voucherOfContact } from '../../rewards/claims/by-contact.ts'
import { lacksCountry } from '../../rewards/payees/contact.ts'
import { decryptText, encryptText } from '../../rewards/payees/encrypt.ts'
import { voucherById } from '../../rewards/vouchers/store.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { findByResumeCode, type SessionsHeld } from '../../survey/respondents/actions.ts'
import { respondentById } from '../../survey/respondents/store.ts'
import { sql } from '../tables.ts'
import { answerDays, requestRef } from './due.ts'

/** More than these wait for nobody: who guesses contacts is stopped before whoever sends codes is drowned in them. */
const mostWaiting = 50
const longestContact = 254
const codeLength = 22
/** A code is good for so many days. */
const codeDays = 14

const waitingOf = prepareQuery((p: { studyId: string; limit: number }) =>
  sql
    .selectFrom('contact_requests')
    .select(['id', 'kind', 'came_on as cameOn', 'due_on as dueOn', 'sent_at as sentAt', 'used_at as usedAt', 'place'])
    .where('study_id', '=', p.studyId)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(p.limit),
)

/** Those that wait, the first due first; days are UTC. */
export const waitingByContact = (ports: Pick<Ports, 'db'>, studyId: string) =>
  ports.db.read(waitingOf({ studyId, limit: mostWaiting }))

const addContactRequest = prepareQuery(
  (p: {
    id: string
    studyId: string
    kind: RequestKind
    contact: string
    cameOn: string
    dueOn: string
    by: string
    at: string
    place: number
  }) =>
    sql.insertInto('contact_requests').values({
      id: p.id,
      study_id: p.studyId,
      kind: p.kind,
      contact: p.contact,
      came_on: p.cameOn,
      due_on: p.dueOn,
      registered_by: p.by,
      registered_at: p.at,
      code_hash: null,
      sent_at: null,
      used_at: null,
      uses: 0,
      place: p.place,
      done_by: null,
      done_at: null,
    }),
)

const setCode = prepareQuery((p: { id: string; hash: string; at: string }) =>
  sql.updateTable('contact_requests').set({ code_hash: p.hash, sent_at: p.at }).where('id', '=', p.id),
)
const setUsed = prepareQuery((p: { id: string; at: string }) =>
  sql
    .updateTable('contact_requests')
    .set((eb) => ({ used_at: p.at, uses: eb('uses', '+', 1), contact: '' }))
    .where('id', '=', p.id),
)
const setContactDone = prepareQuery((p: { id: string; studyId: string; by: string; at: string }) =>
  sql
    .updateTable('contact_requests')
    .set({ done_by: p.by, done_at: p.at, contact: '' })
    .where('id', '=', p.id)
    .where('study_id', '=', p.studyId)
    .where('done_at', 'is', null),
)
const requestOf = prepareQuery((p: { id: string; studyId: string }) =>
  sql
    .selectFrom('contact_requests')
    .select(['done_at as doneAt'])
    .where('id', '=', p.id)
    .where('study_id', '=', p.studyId),
)
const unused = prepareQuery((p: { studyId: string; hash: string; since: string }) =>
  sql
    .selectFrom('contact_requests')
    .select(['id', 'contact'])
    .where('study_id', '=', p.studyId)
    .where('code_hash', '=', p.hash)
    .where('used_at', 'is', null)
    .where('done_at', 'is', null)
    .where('sent_at', '>', p.since),
)

/**
 * Registers what somebody asks for who gives a contact. The answer is the same whoever it belongs to, if anybody.
 * @returns `contact`: nothing that could be one; `country`: a number that may be of several places; `day`: a day that is yet to come, or none; `many`: too many wait already
 */
export async function registerByContact(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  asked: { studyId: string; contact: string; kind: RequestKind; cameOn: string },
): Promise<{ id: string } | { refused: 'contact' | 'country' | 'day' | 'many' }> {
  const { db, clock, ids, keys } = ports
  const { studyId, kind, cameOn } = asked
  const contact = asked.contact.trim()
  const at = clock.now()
  const came = Date.parse(`${cameOn}T00:00:00.000Z`)
  if (Number.isNaN(came) || cameOn > dayOf(booksZone, at)) return { refused: 'day' }
  if (contact === '' || contact.length > longestContact) return { refused: 'contact' }
  if (lacksCountry(contact)) return { refused: 'country' }
  const dueOn = new Date(came + answerDays * dayMs).toISOString().slice(0, 10)
  return perform<{ id: string } | { refused: 'many' }>(db, 'Registering a request', async () => {
    const places = new Set((await waitingByContact(ports, studyId)).map(({ place }) => place))
    const place = Array.from({ length: mostWaiting }, (_, n) => n + 1).find((n) => !places.has(n))
    if (place === undefined || places.size >= mostWaiting) return { refused: 'many' }
    const id = ids.next('request')
    const sealed = await encryptText(keys, contact, id)
    return plan({
      rows: [addContactRequest({ id, studyId, kind, contact: sealed, cameOn, dueOn, by: staff.id, at, place })],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'request.registered', subject: id, at }),
      done: { id },
      // Somebody else registered one in the same moment.
      refused: (breach) => (breach.on === taken.contactPlace ? stale(breach) : unexpected),
    })
  })
}

/** Notes that it was done; what stood in it of its contact goes. */
export async function doneByContact(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { id, studyId }: { id: string; studyId: string },
): Promise<{ done: true } | { refused: 'not_found' }> {
  const request = await first(db, requestOf({ id, studyId }))
  if (request === undefined) return { refused: 'not_found' }
  if (request.doneAt !== null) return { done: true }
  const at = clock.now()
  await commit(
    db,
    'A request that was done',
    setContactDone({ id, studyId, by: staff.id, at }),
    addAudit({ id: ids.next('audit'), actor: staff.id, action: 'request.done', subject: id, at }),
  )
  return { done: true }
}

/**
 * Makes the code that is to be sent to the contact of a request; one that was made before is good no more. It is the same
 * for a contact that nobody has.
 * @param ref how the desk calls the request
 * @returns undefined where none of this study waits under it
 */
export async function codeForContact(
  ports: Ports,
  studyId: string,
  ref: string,
): Promise<{ contact: string; code: string; until: string } | undefined> {
  const { db, clock, ids, keys } = ports
  const request = (await waitingByContact(ports, studyId)).find((one) => requestRef(one.id) === ref)
  if (request === undefined || request.usedAt !== null) return undefined
  const { id } = request
  const [kept] = await db.read<{ contact: string }>({
    sql: 'select contact as "contact" from contact_requests where id = ?',
    values: [id],
  })
  const contact = await decryptText(keys, kept?.contact ?? '', id)
  const code = ids.random(codeLength)
  const at = clock.now()
  await commit(
    db,
    'A code for a contact',
    setCode({ id, hash: await keyedHash(keys.codes.newest, 'contact code', tidyCode(code)), at }),
    addAudit({ id: ids.next('audit'), actor: 'operator', action: 'request.code_made', subject: id, at }),
  )
  return { contact, code, until: new Date(Date.parse(at) + codeDays * dayMs).toISOString() }
}

/** The respondent who has this code: their own, or one that was sent to where their reward went, which is good once. */
export async function findByAnyCode(ports: Ports, studyId: string, typed: string): Promise<SessionsHeld | undefined> {
  return (await findByResumeCode(ports, studyId, typed)) ?? findByContactCode(ports, studyId, typed)
}

async function findByContactCode(ports: Ports, studyId: string, typed: string): Promise<SessionsHeld | undefined> {
  const { db, clock, keys } = ports
  const at = clock.now()
  const since = new Date(Date.parse(at) - codeDays * dayMs).toISOString()
  for (const hash of await hashesOf(keys.codes, 'contact code', tidyCode(typed))) {
    const request = await first(db, unused({ studyId, hash, since }))
    if (request === undefined) continue
    const voucherId = await voucherOfContact(ports, studyId, await decryptText(keys, request.contact, request.id))
    const voucher = voucherId === undefined ? undefined : await first(db, voucherById({ id: voucherId }))
    const respondent = voucher && (await first(db, respondentById({ id: voucher.respondentId })))
    if (respondent === undefined) return undefined
    return perform<SessionsHeld | undefined>(db, 'A code that was used', async () =>
      plan<SessionsHeld | undefined>({
        rows: [setUsed({ id: request.id, at })],
        done: { respondentId: respondent.id, generation: respondent.generation },
        refused: ({ on }) => (on === limit.contactCode ? undefined : unexpected),
      }),
    )
  }
  return undefined
}
