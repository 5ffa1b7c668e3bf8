/** Every no that is not about one field: a plain page for people, `application/problem+json` (RFC 9457) for callers. */

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { problemsMessages } from '../../../messages/generated/problems.ts'
import type { AppEnv } from '../../ports.ts'
import { languageOf } from '../i18n/language.ts'
import { type PageLink, problemPage } from './message-page.tsx'
import { shellOf } from './shell.ts'

/** Stable codes; their words may change. */
export const refusals = {
  not_found: 404,
  link_invalid: 404,
  link_expired: 410,
  link_revoked: 410,
  link_spent: 410,
  signed_out: 401,
  forbidden: 403,
  closed: 403,
  closed_unfinished: 403,
  not_yet: 403,
  paused: 403,
  too_large: 413,
  bad_origin: 403,
  too_many: 429,
  too_many_codes: 429,
  too_fast: 429,
  conflict: 409,
  failed: 500,
  unavailable: 503,
  busy: 503,
  too_long: 503,
} as const satisfies Record<string, ContentfulStatusCode>

export type { PageLink }
export type Refusal = keyof typeof refusals

/**
 * Answers with the refusal's status, words and ways on.
 * @param retryAfterSeconds when asking again is worth while, which is told in a header as well
 */
export function refuse(
  c: Context<AppEnv>,
  code: Refusal,
  ways: PageLink[] = [],
  retryAfterSeconds?: number,
): Response | Promise<Response> {
  const status = refusals[code]
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds))
  const language = languageOf(c)
  const words = problemsMessages(language)[code]
  if (wantsJson(c)) return problem(c, status, { type: code, title: words.title, detail: words.text })
  // A busy page is drawn once for everybody.
  const requestId = status >= 500 && code !== 'busy' ? c.var.requestId : undefined
  return c.html(problemPage({ shell: shellOf(c), code, ways: ways.length > 0 ? ways : undefined, requestId }), status)
}

export interface FieldProblem {
  field: string
  /** Stable, as `refusals` are. */
  code: string
  detail: string
}

/** Tells a caller that asked for JSON what is wrong with the fields it sent. */
export function refuseFields(c: Context<AppEnv>, title: string, errors: FieldProblem[]): Response {
  return problem(c, 422, { type: 'fields', title, errors })
}

function problem(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  details: { type: string; [member: string]: unknown },
) {
  const body = { ...details, type: `urn:honorarium:${details.type}`, status, requestId: c.var.requestId }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json; charset=utf-8' })
}

/** Whether the caller asked for JSON rather than a page. */
export function wantsJson(c: Context<AppEnv>): boolean {
  const accept = c.req.header('accept') ?? ''
  return accept.includes('json') && !accept.includes('text/html')
}
