/** A voucher: its code, which is derived and never stored, and its reference, by which finance knows it. */
import type { VoucherState } from '../../../schema/tables.ts'
import { derive, groupedCode, sameText, tidyCode } from '../../platform/crypto/codes.ts'
import type { MacKey } from '../../platform/keys/secret-keys.ts'
import type { Keys } from '../../ports.ts'

export interface Voucher {
  id: string
  studyId: string
  offerId: string
  respondentId: string
  /** ISO 4217. */
  currency: string
  /** What reaches its holder, and what is owed to the tax office with it. */
  amountMinor: number
  taxMinor: number
  /** `kid` of the key that its code is derived under. */
  codeKey: string
  /** The number of its last step. */
  n: number
  state: VoucherState
  /** ISO 8601 in UTC; `deadline.ts` says what follows from it. Null: it does not expire. */
  expiresAt: string | null
}

const idPrefix = 'v_'
/** Nine characters of time and seven random ones: short, because people may have to type it. */
export const voucherRandomness = 7
const idLength = 9 + voucherRandomness
const tagLength = 12

/**
 * The code that its holder keeps: the id's own characters and 60 bits derived from it, so that the voucher is found
 * by it although it is stored nowhere. Null when the key it was made under has been taken out of the key set.
 */
export async function voucherCode(keys: Keys, voucher: Pick<Voucher, 'id' | 'codeKey'>): Promise<string | null> {
  const named = keys.codes.all.find(({ kid }) => kid === voucher.codeKey)
  if (named === undefined) return null
  return voucher.id.slice(idPrefix.length) + (await derive(named, 'voucher code', voucher.id, tagLength))
}

/** The id inside a typed code, or null when it cannot be one; whether the code is right is for `isCodeOf` to say. */
export function idInCode(typed: string): string | null {
  const code = tidyCode(typed)
  return code.length === idLength + tagLength ? idPrefix + code.slice(0, idLength) : null
}

/** Whether a typed code is this voucher's. */
export async function isCodeOf(keys: Keys, voucher: Pick<Voucher, 'id' | 'codeKey'>, typed: string): Promise<boolean> {
  const code = await voucherCode(keys, voucher)
  return code !== null && sameText(code, tidyCode(typed))
}

/** What a voucher is called between its holder and finance; it tells nothing of the code or of when it was made. */
export async function voucherReference(keys: Keys, voucher: Pick<Voucher, 'id' | 'codeKey'>): Promise<string> {
  return groupedCode(await derive(keyOf(keys, voucher), referenceLabel, voucher.id, referenceLength))
}

/** What is kept of a voucher's reference, so that it can be found by it. */
export async function referenceHash(keys: Keys, voucher: Pick<Voucher, 'id' | 'codeKey'>): Promise<string> {
  const named = keyOf(keys, voucher)
  return hashUnder(keys, named, await derive(named, referenceLabel, voucher.id, referenceLength))
}

/** What may be kept of a typed reference, one for each key; none when it cannot be a reference. */
export async function referenceHashes(keys: Keys, typed: string): Promise<string[]> {
  const reference = tidyCode(typed)
  if (reference.length !== referenceLength) return []
  return Promise.all([...keys.codes.all].reverse().map((named) => hashUnder(keys, named, reference)))
}

const referenceLabel = 'voucher reference'
const referenceLength = 12

function keyOf(keys: Keys, { codeKey }: Pick<Voucher, 'codeKey'>): MacKey {
  return keys.codes.all.find(({ kid }) => kid === codeKey) ?? keys.codes.newest
}

const secrets = new WeakMap<MacKey, Promise<string>>()

/**
 * 120 bits, which find and decide nothing. The key gives a secret once, and a plain hash of it and the reference does the
 * rest: both have a fixed length, and another call of WebCrypto would be felt in every submission.
 */
async function hashUnder(keys: Keys, named: MacKey, reference: string): Promise<string> {
  let secret = secrets.get(named)
  if (secret === undefined) {
    secret = derive(named, 'voucher reference hash', '', 51)
    secrets.set(named, secret)
  }
  return (await keys.secrets.sha256(`${await secret}\n${reference}`)).slice(0, 30)
}
