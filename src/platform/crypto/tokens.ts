/**
 * Signed tokens that only we read: HS256, the key chosen by `kid`, the purpose in the `typ` header (RFC 8725, 3.11),
 * the audience in the claims. A token of one purpose or audience never stands in for another.
 */
import { errors, jwtVerify, SignJWT } from 'jose'
import type { KeyRing } from '../../ports.ts'

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

/**
 * Signs a token.
 * @param at seconds count from this ISO 8601 time
 * @param ttlSeconds how long it is valid
 */
export function signToken(
  ring: KeyRing,
  purpose: TokenPurpose,
  audience: string,
  subject: string,
  at: string,
  ttlSeconds: number,
  claims: Record<string, unknown> = {},
): Promise<string> {
  const issuedAt = Math.floor(Date.parse(at) / 1000)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: ring.newest.kid, typ: `${purpose}+jwt` })
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ttlSeconds)
    .sign(ring.newest.key)
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

async function verify(
  ring: KeyRing,
  purpose: TokenPurpose,
  audience: string,
  token: string,
  at: string,
): Promise<Verified> {
  try {
    const keyOf = ({ kid }: { kid?: string }) => {
      const named = ring.all.find((candidate) => candidate.kid === kid)
      if (named === undefined) throw new errors.JWKSNoMatchingKey()
      return named.key
    }
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: ['HS256'],
      typ: `${purpose}+jwt`,
      audience,
      requiredClaims: ['sub', 'exp', 'iat'],
      currentDate: new Date(at),
    })
    const { sub, aud: _aud, exp = 0, iat: _iat, ...claims } = payload
    return { ok: true, token: { subject: String(sub), claims }, expiresAt: exp * 1000 }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { ok: false, fault: 'expired' }
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { ok: false, fault: 'invalid' }
    throw error
  }
}
