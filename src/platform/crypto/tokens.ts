/**
 * Signed tokens that only we read: JWTs in compact form (RFC 7515 and 7519) with HS256, the key chosen by `kid`, the
 * purpose in the `typ` header (RFC 8725, 3.11), the audience in the claims. A token of one purpose or audience never
 * stands in for another.
 */
import type { KeyRing } from '../keys/secret-keys.ts'
import { toBase64Url } from './base64.ts'
import { sameText } from './codes.ts'
import { jsonPart, objectIn } from './compact.ts'

/** What a token is for; the `typ` header is `purpose+jwt`. */
export type TokenPurpose = 'start' | 'respondent' | 'invitation' | 'voucher' | 'wechat' | 'staff' | 'oidc'

export interface Token {
  subject: string
  /** Purpose-specific claims. */
  claims: Record<string, unknown>
}

/** Which generation of sessions a token was signed in; those from before there were any are of 0. */
export function generationOf({ claims }: Token): number {
  return typeof claims.generation === 'number' ? claims.generation : 0
}

export type TokenFault = 'expired' | 'invalid'

interface NewToken {
  purpose: TokenPurpose
  audience: string
  subject: string
  /** Seconds count from this ISO 8601 time. */
  at: string
  /** How long it is valid. */
  ttlSeconds: number
  /** Purpose-specific claims. */
  claims?: Record<string, unknown>
}

/** Signs a token. */
export async function signToken(
  ring: KeyRing,
  { purpose, audience, subject, at, ttlSeconds, claims = {} }: NewToken,
): Promise<string> {
  const iat = Math.floor(Date.parse(at) / 1000)
  const header = jsonPart({ alg: 'HS256', kid: ring.newest.kid, typ: `${purpose}+jwt` })
  const signed = `${header}.${jsonPart({ ...claims, sub: subject, aud: audience, iat, exp: iat + ttlSeconds })}`
  return `${signed}.${toBase64Url(await ring.newest.mac(signed))}`
}

type Verified = { ok: true; token: Token; expiresAt: number } | { ok: false; fault: TokenFault }

/**
 * Tokens found good, by what was asked of them. A student shows the same one with every request, and verifying it is a
 * tenth of the work. They are kept with the keys that verified them, so taking a key out of the set forgets them.
 */
const foundGood = new WeakMap<KeyRing, Map<string, Extract<Verified, { ok: true }>>>()
const foundGoodMax = 5_000

/**
 * Reads a token that must be of this purpose and audience; says only whether it has expired or is no good. `expiresAt` is
 * in milliseconds since 1970.
 */
export async function readToken(
  ring: KeyRing,
  purpose: TokenPurpose,
  audience: string,
  token: string,
  at: string,
): Promise<{ ok: true; token: Token; expiresAt: number } | { ok: false; fault: TokenFault }> {
  const good = foundGood.get(ring) ?? new Map<string, Extract<Verified, { ok: true }>>()
  foundGood.set(ring, good)
  const asked = `${purpose} ${audience} ${token}`
  const known = good.get(asked)
  if (known !== undefined && Date.parse(at) < known.expiresAt) return known
  const read = await verify(ring, purpose, audience, token, at)
  if (!read.ok) return read
  const [oldest] = good.keys()
  if (oldest !== undefined && good.size >= foundGoodMax) good.delete(oldest)
  good.set(asked, read)
  return read
}

const invalid = { ok: false, fault: 'invalid' } as const

/** Tokens of one purpose under one key begin alike: what was read last is mostly what comes next. */
let lastHead: { text: string; header: ReturnType<typeof objectIn> } = { text: '', header: null }

function headerIn(text: string): ReturnType<typeof objectIn> {
  if (text !== lastHead.text) lastHead = { text, header: objectIn(text) }
  return lastHead.header
}

async function verify(
  ring: KeyRing,
  purpose: TokenPurpose,
  audience: string,
  token: string,
  at: string,
): Promise<Verified> {
  const [head = '', body = '', signature = '', ...others] = token.split('.', 4)
  const header = headerIn(head)
  // Nothing of ours is critical (RFC 7515, 4.1.11), so whatever says that something is, is not ours.
  if (others.length > 0 || header?.alg !== 'HS256' || header.typ !== `${purpose}+jwt` || 'crit' in header)
    return invalid
  const named = ring.all.find(({ kid }) => kid === header.kid)
  if (named === undefined) return invalid
  if (!sameText(toBase64Url(await named.mac(token.slice(0, head.length + 1 + body.length))), signature)) return invalid
  const payload = objectIn(body)
  if (payload === null) return invalid
  const { sub, aud, exp, iat, ...claims } = payload
  if (typeof sub !== 'string' || aud !== audience || typeof exp !== 'number' || typeof iat !== 'number') return invalid
  if (exp <= Math.floor(Date.parse(at) / 1000)) return { ok: false, fault: 'expired' }
  return { ok: true, token: { subject: sub, claims }, expiresAt: exp * 1000 }
}
