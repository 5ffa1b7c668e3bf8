/** Who is asking: the respondent token in a cookie, one per study. */
import type { Context } from 'hono'
import type { AppEnv } from '../ports.ts'
import { keepCookie, readCookie } from '../web/cookies.ts'
import { readToken, signToken, type TokenFault } from '../web/tokens.ts'

const halfAYear = 180 * 24 * 3600
const aDay = 24 * 3600

/**
 * `full` sees its answers and its voucher; `forward` came by an invitation that was begun on another device, and may
 * only go on from where it stands.
 */
export type Scope = 'full' | 'forward'

export interface RespondentSession {
  respondentId: string
  scope: Scope
}

export type Presented = { session: RespondentSession | null; fault: TokenFault | null }

/** The respondent of this study, by the cookie; a token that is no good is no session, and says why. */
export async function respondentOf(c: Context<AppEnv>, slug: string): Promise<Presented> {
  const cookie = readCookie(c, `respondent-${slug}`)
  if (cookie === undefined) return { session: null, fault: null }
  const { keys, clock } = c.var.ports
  const read = await readToken(keys.tokens, 'respondent', slug, cookie, clock.now())
  if (!read.ok) return { session: null, fault: read.fault }
  const scope = read.token.claims.scope === 'full' ? 'full' : 'forward'
  return { session: { respondentId: read.token.subject, scope }, fault: null }
}

/** Gives the browser the respondent's token. */
export async function keepRespondent(
  c: Context<AppEnv>,
  slug: string,
  respondentId: string,
  scope: Scope,
): Promise<void> {
  const { keys, clock } = c.var.ports
  const token = await signToken(keys.tokens, 'respondent', slug, respondentId, clock.now(), halfAYear, { scope })
  keepCookie(c, `respondent-${slug}`, token, halfAYear)
}

/** The invitation that this browser has shown and not yet begun. */
export async function invitationOf(c: Context<AppEnv>, slug: string): Promise<string | null> {
  const cookie = readCookie(c, `invitation-${slug}`)
  if (cookie === undefined) return null
  const read = await readToken(c.var.ports.keys.tokens, 'invitation', slug, cookie, c.var.ports.clock.now())
  return read.ok ? read.token.subject : null
}

/** Swaps an invitation's code for a cookie. */
export async function keepInvitation(c: Context<AppEnv>, slug: string, invitationId: string): Promise<void> {
  const { keys, clock } = c.var.ports
  const token = await signToken(keys.tokens, 'invitation', slug, invitationId, clock.now(), aDay)
  keepCookie(c, `invitation-${slug}`, token, aDay)
}

export function forgetInvitation(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `invitation-${slug}`, '', 0)
}

const startFormSeconds = 2 * 3600

/** A new respondent's id inside the start form: sending the form twice begins once. */
export function signStart(c: Context<AppEnv>, slug: string): Promise<string> {
  const { keys, clock, ids } = c.var.ports
  return signToken(keys.tokens, 'start', slug, ids.next('r'), clock.now(), startFormSeconds)
}

/** The id that the start form carries, or null when it is too old or not ours. */
export async function readStart(c: Context<AppEnv>, slug: string, token: string): Promise<string | null> {
  const read = await readToken(c.var.ports.keys.tokens, 'start', slug, token, c.var.ports.clock.now())
  return read.ok ? read.token.subject : null
}
