/** Asking Tremendous. Its replies are not signed: that they are its own rests on TLS. */

import { ask, type Fetch, type HttpReply } from '../../../platform/network/request.ts'
import type { PayAnswer } from '../../../ports.ts'
import type { TremendousAccount } from './account.ts'
import {
  answerOfTremendousOrder,
  type ExpectedOrder,
  isOwnError,
  orderReplySchema,
  type TremendousOrder,
} from './answers.ts'
import { parsedExactly } from './wire.ts'

export interface TremendousDoor {
  account: TremendousAccount
  fetch: Fetch
}

const timeoutMs = 15_000

/** @param path behind `/api/v2` */
export function callTremendous(
  { account, fetch }: TremendousDoor,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<HttpReply> {
  const headers = new Headers({ Authorization: `Bearer ${account.apiKey}`, Accept: 'application/json' })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  const request = new Request(`${account.api}/api/v2${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  return ask(fetch, request, { timeoutMs })
}

/** Whether Tremendous did what it was asked for. */
export const isDone = (asked: HttpReply) => asked.ok && (asked.status === 200 || asked.status === 201)

/** No reply, or one that is no reply of Tremendous's: no evidence. */
export function withoutEvidence(asked: HttpReply): PayAnswer {
  if (asked.ok) return { state: 'unknown', code: `HTTP_${asked.status}` }
  return { state: 'unknown', code: asked.why === 'timeout' ? 'TIMEOUT' : 'NETWORK' }
}

/** The order in a reply of 200 or 201, as an answer. */
export function answerInReply(
  body: string,
  expected: ExpectedOrder,
): { answer: PayAnswer; order: TremendousOrder | null } {
  const read = orderReplySchema.safeParse(parsedExactly(body))
  if (!read.success) return { answer: { state: 'unknown', code: 'UNREADABLE' }, order: null }
  return { answer: answerOfTremendousOrder(read.data.order, expected), order: read.data.order }
}

/** Asks for the order of a reference. Only Tremendous's own 404 says that there is none. */
export async function readOrder(
  door: TremendousDoor,
  reference: string,
): Promise<{ answer: PayAnswer; order: TremendousOrder | null }> {
  const asked = await callTremendous(door, 'GET', `/orders/${encodeURIComponent(reference)}`)
  if (asked.ok && isDone(asked)) return answerInReply(asked.body, { reference })
  const isUnknownThere = asked.ok && asked.status === 404 && isOwnError(parsedExactly(asked.body))
  const answer: PayAnswer = isUnknownThere ? { state: 'not_found', code: 'HTTP_404' } : withoutEvidence(asked)
  return { answer, order: null }
}
