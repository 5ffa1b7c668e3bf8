/**
 * Signing in with WeChat, which tells which account is theirs. What WeChat carries to and fro (`state`: letters and
 * digits, at most 128 of them) is a keyed hash of a random number; the number itself, the voucher and the time are in a
 * signed cookie. So an answer counts once, for ten minutes, in the browser that asked, and for that voucher.
 */
import type { Context } from 'hono'
import { hashesOf, sameText } from '../../platform/crypto/codes.ts'
import { readToken, signToken } from '../../platform/crypto/tokens.ts'
import { keepCookie, readCookie } from '../../platform/http/cookies.ts'
import type { AppEnv } from '../../ports.ts'
import { decryptText, encryptText } from '../../rewards/payees/encrypt.ts'

const signInSeconds = 600
/** So long somebody may take to say that the account is right. */
const openidSeconds = 1_800

function statesOf(c: Context<AppEnv>, nonce: string): Promise<string[]> {
  return hashesOf(c.var.ports.keys.codes, 'wechat state', nonce)
}

/** Begins to sign in: keeps the cookie, and gives the `state` that belongs to it. */
export async function beginSignIn(c: Context<AppEnv>, slug: string, voucherId: string): Promise<string> {
  const { keys, clock, ids } = c.var.ports
  const nonce = ids.random(26)
  const token = await signToken(keys.tokens, {
    purpose: 'wechat',
    audience: slug,
    subject: voucherId,
    at: clock.now(),
    ttlSeconds: signInSeconds,
    claims: { nonce },
  })
  keepCookie(c, `wechat-${slug}`, token, signInSeconds)
  const [state = ''] = await statesOf(c, nonce)
  return state
}

/** Whether this `state` answers what this browser asked for this voucher; it is asked only once. */
export async function endSignIn(c: Context<AppEnv>, slug: string, voucherId: string, state: string): Promise<boolean> {
  const { keys, clock } = c.var.ports
  const cookie = readCookie(c, `wechat-${slug}`)
  if (cookie === undefined) return false
  keepCookie(c, `wechat-${slug}`, '', 0)
  const read = await readToken(keys.tokens, 'wechat', slug, cookie, clock.now())
  if (!read.ok || read.token.subject !== voucherId) return false
  const states = await statesOf(c, String(read.token.claims.nonce))
  return states.some((one) => sameText(one, state))
}

/** Keeps what WeChat said, encrypted, in the browser until its owner says that it is right. */
export async function keepOpenid(c: Context<AppEnv>, slug: string, voucherId: string, openid: string): Promise<void> {
  const { keys, clock } = c.var.ports
  const until = Date.parse(clock.now()) + openidSeconds * 1000
  const sealed = await encryptText(keys, JSON.stringify({ openid, until }), contextOf(voucherId))
  keepCookie(c, `openid-${slug}`, sealed, openidSeconds)
}

/** The account that WeChat named for this voucher, or null when nothing is kept, or it is too old or no good. */
export async function openidHere(c: Context<AppEnv>, slug: string, voucherId: string): Promise<string | null> {
  const { keys, clock } = c.var.ports
  const sealed = readCookie(c, `openid-${slug}`)
  if (sealed === undefined) return null
  const text = await decryptText(keys, sealed, contextOf(voucherId)).catch(() => null)
  if (text === null) return null
  const { openid, until } = JSON.parse(text) as { openid: string; until: number }
  return Date.parse(clock.now()) < until ? openid : null
}

/** Lets go of the account. */
export function forgetOpenid(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `openid-${slug}`, '', 0)
}

/** Lets go of whatever signing in has left. */
export function forgetWechat(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `wechat-${slug}`, '', 0)
  forgetOpenid(c, slug)
}

/** Sealed for a browser, not for a row. */
const contextOf = (voucherId: string) => `sign-in ${voucherId}`
