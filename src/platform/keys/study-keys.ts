/**
 * A key of each study for what people typed in it, and one for the accounts of its payees. They lie in the database,
 * wrapped under a key of the service that does not: whoever has only one of the two reads nothing, and once a study's key is
 * erased, nobody does.
 */
import { sql as raw } from 'kysely'
import { taken } from '../../../schema/constraints.ts'
import type { KeyUse, StudyKeysTable } from '../../../schema/tables.ts'
import type { Keys, Ports } from '../../ports.ts'
import { fromBase64Url, toBase64Url } from '../crypto/base64.ts'
import { decrypt, encrypt, keyIdOf } from '../crypto/encrypted.ts'
import { sha256Bytes } from '../crypto/sha256.ts'
import { perform, plan, stale, unexpected } from '../db/perform.ts'
import { type RememberedThings, remembering } from '../db/remembered.ts'
import { type Database, first, prepareQuery, type Write } from '../db/together.ts'
import type { CipherKey, MacKey } from './secret-keys.ts'
import { sql } from './tables.ts'

export type KeyPorts = Pick<Ports, 'db' | 'clock' | 'ids' | 'keys'>

const keyById = prepareQuery((p: { id: string }) => sql.selectFrom('study_keys').selectAll().where('id', '=', p.id))
const liveKeyOf = prepareQuery((p: { studyId: string; purpose: KeyUse }) =>
  sql
    .selectFrom('study_keys')
    .selectAll()
    .where('study_id', '=', p.studyId)
    .where('purpose', '=', p.purpose)
    .where('erased_at', 'is', null),
)
const addKey = prepareQuery((row: StudyKeysTable) =>
  sql.insertInto('study_keys').values({
    id: row.id,
    study_id: row.study_id,
    purpose: row.purpose,
    live_payees: row.live_payees,
    wrapped: row.wrapped,
    made_at: row.made_at,
    erased_at: row.erased_at,
  }),
)
const allLive = prepareQuery(() => sql.selectFrom('study_keys').selectAll().where('erased_at', 'is', null))
const putWrapped = prepareQuery((p: { id: string; wrapped: string; before: string }) =>
  sql
    .updateTable('study_keys')
    .set({ wrapped: p.wrapped })
    .where('id', '=', p.id)
    .where('wrapped', '=', p.before)
    .where('erased_at', 'is', null),
)
const eraseKeyOf = prepareQuery((p: { studyId: string; purpose: KeyUse; at: string }) =>
  sql
    .updateTable('study_keys')
    .set({ wrapped: null, live_payees: null, erased_at: p.at })
    .where('study_id', '=', p.studyId)
    .where('purpose', '=', p.purpose)
    .where('erased_at', 'is', null),
)

/** The keys for what people typed that a study has no more, and when each was erased. */
export const erasedKeysOfTexts = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('study_keys')
    .select(['id', 'erased_at as erasedAt'])
    .where('study_id', '=', p.studyId)
    .where('purpose', '=', raw.lit('answers'))
    .where('erased_at', 'is not', null)
    .orderBy('id'),
)

const placeOf = ({ id, study_id }: Pick<StudyKeysTable, 'id' | 'study_id'>) => `study key ${id} of ${study_id}`

const wrap = ({ payees }: Keys, key: string, place: string) => encrypt(payees.newest, 'study-key', key, place)

const unwrap = ({ payees }: Keys, row: StudyKeysTable, wrapped: string) =>
  decrypt(payees.all, 'study-key', wrapped, placeOf(row))

/** The secret, as a JWK has it: base64url. */
const secretIn = (jwk: string) => (JSON.parse(jwk) as JsonWebKey).k ?? ''

const imported = ({ secrets }: Keys, id: string, jwk: string) =>
  secrets.cipherKey(id, fromBase64Url(secretIn(jwk)) ?? new Uint8Array())

/** A key as it is known for a few seconds; it is unwrapped once for all that need it meanwhile. */
interface Known {
  row: StudyKeysTable
  opened?: Promise<CipherKey>
}
const byId = remembering(async (db, id): Promise<Known | undefined> => {
  const row = await first(db, keyById({ id }))
  return row && { row }
})
const liveOf = (purpose: KeyUse) =>
  remembering(async (db, studyId): Promise<Known | undefined> => {
    const row = await first(db, liveKeyOf({ studyId, purpose }))
    return row && { row }
  })
const byStudy: Record<KeyUse, RememberedThings<Known>> = { answers: liveOf('answers'), payees: liveOf('payees') }

function opened(keys: Keys, known: Known): Promise<CipherKey> | null {
  const { row } = known
  if (row.wrapped === null) return null
  known.opened ??= unwrap(keys, row, row.wrapped).then((jwk) => imported(keys, row.id, jwk))
  return known.opened
}

/** The key of this id; null when it was erased, which this process knows after five seconds at the latest. */
export async function studyKey({ db, clock, keys }: Omit<KeyPorts, 'ids'>, id: string): Promise<CipherKey | null> {
  const known = await byId.find(db, id, clock.now())
  if (known === undefined) throw new Error(`There is no key ${id} of a study.`)
  return opened(keys, known)
}

/** The key under which a study's texts, or its payees, are encrypted now; made when it has none. Two at once: one is made. */
export async function liveStudyKey(ports: KeyPorts, studyId: string, purpose: KeyUse): Promise<CipherKey> {
  const { db, clock, ids, keys } = ports
  const known = await byStudy[purpose].find(db, studyId, clock.now())
  const there = known && (await opened(keys, known))
  if (there) return there
  const made = await perform(db, 'A key of a study', async () => {
    const found = await first(db, liveKeyOf({ studyId, purpose }))
    if (found) return { row: found }
    const k = toBase64Url(keys.secrets.newSecret())
    const jwk = JSON.stringify({ kty: 'oct', k, alg: 'A256GCM' })
    const id = ids.next('sk')
    const row = {
      id,
      study_id: studyId,
      purpose,
      live_payees: purpose === 'payees' ? id : null,
      wrapped: await wrap(keys, jwk, placeOf({ id, study_id: studyId })),
      made_at: clock.now(),
      erased_at: null,
    }
    return plan<Known>({
      rows: [addKey(row)],
      done: { row, opened: Promise.resolve(imported(keys, id, jwk)) },
      refused: (breach) => (breach.on === taken.studyKey ? stale(breach) : unexpected),
    })
  })
  byStudy[purpose].keep(db, studyId, clock.now(), made)
  const key = await opened(keys, made)
  if (key === null) throw new Error(`The live key ${made.row.id} of a study has no secret.`)
  return key
}

/**
 * A key for keyed hashes of what was answered in a study (HMAC-SHA-256), derived from its live key: once that is erased,
 * nobody can make such a hash again. Undefined where it was erased this moment.
 */
export async function studyHashKey(ports: KeyPorts, studyId: string): Promise<MacKey | undefined> {
  await liveStudyKey(ports, studyId, 'answers')
  const row = await first(ports.db, liveKeyOf({ studyId, purpose: 'answers' }))
  if (row === undefined || row.wrapped === null) return undefined
  const secret = secretIn(await unwrap(ports.keys, row, row.wrapped))
  return ports.keys.secrets.macKey(row.id, sha256Bytes(`traces of answers ${secret}`))
}

/** The live key of a study, by id; undefined when it has none. */
export async function liveKeyId(db: Database, studyId: string, purpose: KeyUse): Promise<string | undefined> {
  return (await first(db, liveKeyOf({ studyId, purpose })))?.id
}

/** Erases a study's key: what was encrypted under it is unreadable from then on. The schema refuses it while a payee is. */
export function eraseStudyKey(studyId: string, purpose: KeyUse, at: string): Write {
  return eraseKeyOf({ studyId, purpose, at })
}

/** Called when a key was erased or wrapped anew, so that this process knows. */
export function forgetStudyKeys(db: Database): void {
  byId.forget(db)
  byStudy.answers.forget(db)
  byStudy.payees.forget(db)
}

/**
 * Wraps every study's key that lies under an older key of the service anew, under the newest: what was encrypted under a
 * study's key stays as it is.
 * @returns how many it wrapped
 */
export async function rewrapStudyKeys({ db, keys }: Pick<KeyPorts, 'db' | 'keys'>): Promise<number> {
  let count = 0
  for (const row of await db.read(allLive({}))) {
    const { id, wrapped } = row
    if (wrapped === null || keyIdOf(wrapped) === keys.payees.newest.kid) continue
    const anew = await wrap(keys, await unwrap(keys, row, wrapped), placeOf(row))
    await db.together(putWrapped({ id, wrapped: anew, before: wrapped }))
    count += 1
  }
  if (count > 0) forgetStudyKeys(db)
  return count
}

/** Every key of the service under which a study's key lies, by id. */
export async function keysThatWrap(db: Database): Promise<string[]> {
  const rows = await db.read(allLive({}))
  return [...new Set(rows.map(({ wrapped }) => keyIdOf(wrapped ?? '') ?? 'that nothing names'))]
}
