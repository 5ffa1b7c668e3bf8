/** Who is asking: the respondent token in a cookie, one per study. */
import type { Context } from 'hono'
import { hashesOf, sameText } from '../../platform/crypto/codes.ts'
import { generationOf, readToken, signToken, type TokenFault } from '../../platform/crypto/tokens.ts'
import { keepCookie, readCookie } from '../../platform/http/cookies.ts'
import type { AppEnv } from '../../ports.ts'
import type { SessionsHeld } from './actions.ts'

const halfAYear = 180 * 24 * 3600
const aDay = 24 * 3600

/**
 * `full` sees its answers and its voucher; `forward` came by an invitation that was begun on another device, and may
 * only go on from where it stands.
 */
export type SessionScope = 'full' | 'forward'

export interface RespondentSession {
  respondentId: string
  scope: SessionScope
  /** It counts while it is none before the respondent's own; tokens from before there were any are of 0. */
  generation: number
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
  return { session: { respondentId: read.token.subject, scope, generation: generationOf(read.token) }, fault: null }
}

/** Gives the browser the respondent's token. */
export async function keepRespondent(
  c: Context<AppEnv>,
  slug: string,
  { respondentId, generation }: SessionsHeld,
  scope: SessionScope,
): Promise<void> {
  const { keys, clock } = c.var.ports
  const claims = { scope, generation }
  const token = await signToken(keys.tokens, {
    purpose: 'respondent',
    audience: slug,
    subject: respondentId,
    at: clock.now(),
    ttlSeconds: halfAYear,
    claims,
  })
  keepCookie(c, `respondent-${slug}`, token, halfAYear)
}

/** Whoever has signed out here is nobody here. */
export function forgetRespondent(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `respondent-${slug}`, '', 0)
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
  const token = await signToken(keys.tokens, {
    purpose: 'invitation',
    audience: slug,
    subject: invitationId,
    at: clock.now(),
    ttlSeconds: aDay,
  })
  keepCookie(c, `invitation-${slug}`, token, aDay)
}

/** The invitation has been begun: its cookie has done its work. */
export function forgetInvitation(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `invitation-${slug}`, '', 0)
}

const startFormSeconds = 2 * 3600

/** What ties a start form to the browser that it was shown to: its cookie, hashed, since forms can be read by others. */
function browserMarks(c: Context<AppEnv>, nonce: string): Promise<string[]> {
  return hashesOf(c.var.ports.keys.codes, 'start', nonce)
}

/**
 * A new respondent's id inside the start form: sending the form twice begins once. It is good in this browser only,
 * or whoever saw the form could take over the response that it began.
 * @param shown what the form is shown with
 */
export async function signStart(c: Context<AppEnv>, slug: string, shown: ShownAtStart): Promise<string> {
  const { keys, clock, ids } = c.var.ports
  const nonce = readCookie(c, `start-${slug}`) ?? ids.random(26)
  keepCookie(c, `start-${slug}`, nonce, startFormSeconds)
  const [browser = ''] = await browserMarks(c, nonce)
  return signToken(keys.tokens, {
    purpose: 'start',
    audience: slug,
    subject: ids.next('r'),
    at: clock.now(),
    ttlSeconds: startFormSeconds,
    claims: {
      browser,
      notice: shown.notice.slice(0, markLength),
      version: shown.version.slice(0, markLength),
    },
  })
}

/** What a start form is shown with, which may be replaced before it is sent. */
interface ShownAtStart {
  /** The hash of the privacy notice. */
  notice: string
  /** The version of the questionnaire, whose first page it is. */
  version: string
}

/** As much of a hash as tells it from those before it. */
const markLength = 12

/** What a start form carries. */
export interface StartForm {
  respondentId: string
  /** When it was drawn, in milliseconds. */
  since: number
  /** Whether this held when the form was shown. */
  showed: (what: keyof ShownAtStart, hash: string) => boolean
}

/** What the start form carries, or null when it is too old, not ours, or another browser's. */
export async function readStart(c: Context<AppEnv>, slug: string, token: string): Promise<StartForm | null> {
  const nonce = readCookie(c, `start-${slug}`)
  const read = await readToken(c.var.ports.keys.tokens, 'start', slug, token, c.var.ports.clock.now())
  if (!read.ok || nonce === undefined) return null
  const { browser, ...claims } = read.token.claims
  if (!(await browserMarks(c, nonce)).some((mark) => sameText(mark, String(browser)))) return null
  // A form from before forms said so was shown with what still holds.
  const showed: StartForm['showed'] = (what, hash) =>
    claims[what] === undefined || claims[what] === hash.slice(0, markLength)
  return { respondentId: read.token.subject, since: read.expiresAt - startFormSeconds * 1000, showed }
}

/** Nobody begins here: whoever turned out to be too young leaves nothing behind, not even a random number. */
export function forgetStart(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `start-${slug}`, '', 0)
}

const aMonth = 30 * aDay

/** Somebody here was too young: another age is not asked for in this browser for a while. It says no more than that. */
export function keepTooYoung(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `young-${slug}`, '1', aMonth)
}

/** Whether somebody was too young in this browser. */
export function wasTooYoung(c: Context<AppEnv>, slug: string): boolean {
  return readCookie(c, `young-${slug}`) !== undefined
}
