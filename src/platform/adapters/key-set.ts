/**
 * One secret holds every key, as a JWK set (RFC 7517) whose keys each name their purpose. The last key of a purpose is
 * the newest. Rotation adds one; taking one out ends what it signed or derived.
 */
import type { JWK } from 'jose'
import type { Keys } from '../../ports.ts'
import { fromBase64Url, toBase64Url } from '../crypto/base64.ts'
import { sha256Bytes } from '../crypto/sha256.ts'
import type { KeyRing, MaybeLater, SecretKeys } from '../keys/secret-keys.ts'

export const purposes = ['tokens', 'codes', 'receipts', 'payees', 'accounts'] as const
export type Purpose = (typeof purposes)[number]

export type KeySet = { keys: (JWK & { kid: string; purpose: Purpose })[] }

async function newKey(purpose: Purpose): Promise<JWK & { kid: string; purpose: Purpose }> {
  const jwk = await newJwk(purpose)
  return { ...jwk, kid: idOf(jwk), purpose }
}

async function newJwk(purpose: Purpose): Promise<JWK> {
  if (purpose === 'receipts') {
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])
    const { kty, x, y, crv, d } = (await crypto.subtle.exportKey('jwk', privateKey)) as Required<JWK>
    return { kty, x, y, crv, d, alg: 'ES256' }
  }
  const isCipher = purpose === 'payees'
  const key = isCipher
    ? await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
    : await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, true, ['sign'])
  const { kty, k } = (await crypto.subtle.exportKey('jwk', key)) as Required<JWK>
  return { kty, k, alg: isCipher ? 'A256GCM' : 'HS256' }
}

/** How many characters of its thumbprint the id of a key has that was made here. */
const idLength = 12

/** The beginning of a key's thumbprint (RFC 7638), so that an id is of one secret alone. */
function idOf({ kty, crv, x, y, k }: JWK): string {
  const members = kty === 'EC' ? { crv, kty, x, y } : { k, kty }
  return toBase64Url(sha256Bytes(JSON.stringify(members))).slice(0, idLength)
}

/** A fresh set with one key of each purpose. */
export async function newKeySet(): Promise<KeySet> {
  return { keys: await Promise.all(purposes.map(newKey)) }
}

/**
 * The set with one more key, which signs from now on; what older keys signed stays valid.
 * @throws Error when there is a key for accounts already: that one is never rotated
 */
export async function withNewKey(set: KeySet, purpose: Purpose): Promise<KeySet> {
  if (purpose === 'accounts' && set.keys.some((key) => key.purpose === 'accounts')) {
    throw new Error('The key for accounts is never rotated: under another one an account could be paid twice.')
  }
  return { keys: [...set.keys, await newKey(purpose)] }
}

/** The set with a key for every purpose that it has none for, such as one made before payees were kept; or the same set. */
export async function withMissingKeys(set: KeySet): Promise<KeySet> {
  const missing = purposes.filter((purpose) => !set.keys.some((key) => key.purpose === purpose))
  return missing.length === 0 ? set : { keys: [...set.keys, ...(await Promise.all(missing.map(newKey)))] }
}

/** The keys of one purpose, made of what stands in the set. */
async function ring<Key>(
  set: KeySet,
  purpose: Purpose,
  make: (jwk: KeySet['keys'][number]) => MaybeLater<Key>,
): Promise<KeyRing<Key>> {
  const all: Key[] = []
  for (const jwk of set.keys) if (jwk.purpose === purpose) all.push(await make(jwk))
  const newest = all.at(-1)
  if (newest === undefined) {
    throw new Error(
      `The key set has no key for ${purpose}: npm run --silent keys -- add ${purpose} --from FILE makes one.`,
    )
  }
  return { newest, all }
}

/** The secret bytes of a key. */
function secretOf({ kid, k }: JWK & { kid: string }): Uint8Array {
  const secret = fromBase64Url(k ?? '')
  if (secret === null || secret.length < 32) throw new Error(`The key ${kid} of the key set is shorter than 256 bits.`)
  return secret
}

/** By WebCrypto itself: jose's reader of every kind of key would be evaluated by each start of a Worker. */
function signingKey({ kty, crv, x, y, d }: JWK): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    'jwk',
    { kty, crv, x, y, d } as JsonWebKey,
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )
}

/**
 * Reads a key set from its JSON.
 * @throws Error with one clear line when it is not a key set
 */
export async function readKeys(json: string, secrets: SecretKeys): Promise<Keys> {
  const set = parseKeySet(json)
  const macKeys = (purpose: Purpose) => ring(set, purpose, (jwk) => secrets.macKey(jwk.kid, secretOf(jwk)))
  const accounts = await macKeys('accounts')
  if (accounts.all.length > 1) {
    throw new Error(`The key set has ${accounts.all.length} keys for accounts, which has only ever one.`)
  }
  return {
    tokens: await macKeys('tokens'),
    codes: await macKeys('codes'),
    receipts: await ring(set, 'receipts', async (jwk) => ({ kid: jwk.kid, key: await signingKey(jwk) })),
    payees: await ring(set, 'payees', (jwk) => secrets.cipherKey(jwk.kid, secretOf(jwk))),
    accounts: accounts.newest,
    jwks: {
      keys: set.keys
        .filter((jwk) => jwk.purpose === 'receipts')
        .map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' })),
    },
    secrets,
  }
}

/**
 * @throws Error with one clear line when it is not a key set, or one that was changed: under another secret with the same id
 * links would die and an account could be paid twice, and nothing else would show it
 */
export function parseKeySet(json: string): KeySet {
  const set = readSet(json)
  const changed = set.keys.find((key) => key.kid.length === idLength && key.kid !== idOf(key))
  if (changed !== undefined) {
    throw new Error(
      `The key ${changed.kid} (${changed.purpose}) of the key set was changed: its id is not that of its secret. Put the key set back from its backup.`,
    )
  }
  const twice = set.keys.find(({ kid, purpose }, i) =>
    set.keys.some((one, before) => before < i && one.kid === kid && one.purpose === purpose),
  )
  if (twice !== undefined) throw new Error(`The key set has the key ${twice.kid} (${twice.purpose}) twice.`)
  return set
}

function readSet(json: string): KeySet {
  const keys = keysIn(json)
  if (Array.isArray(keys) && keys.length > 0 && keys.every(isKey)) return { keys }
  throw new Error('The key set is not readable: it must be the JSON that `npm run keys` prints.')
}

function keysIn(json: string): unknown {
  try {
    return (JSON.parse(json) as { keys?: unknown } | null)?.keys
  } catch {
    return undefined
  }
}

function isKey(one: unknown): one is KeySet['keys'][number] {
  if (typeof one !== 'object' || one === null) return false
  const { kid, purpose } = one as { kid?: unknown; purpose?: unknown }
  return typeof kid === 'string' && kid !== '' && purposes.some((known) => known === purpose)
}
