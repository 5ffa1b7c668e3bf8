/** What a payment status report says of all payments together: of the message, or of a payment information in it. */
import { messageIdOf, paymentIdOf } from './message-id.ts'
import { readCode } from './result-line.ts'
import { outcomeOfStatus } from './result-words.ts'

export interface GroupStatus {
  /** `accepted`: taken by the bank, which proves no payment; `rejected`: none of them is made. */
  verdict: 'accepted' | 'rejected'
  /** Which message it is about, and which payment informations in it; null where the report does not say. */
  messageId: string | null
  paymentIds: readonly (string | null)[]
  /** The bank's reason, or its status where it gives no reason. */
  code: string | null
}

/** The texts of `OrgnlGrpInfAndSts` or of one `OrgnlPmtInfAndSts`, as they are read. */
export interface StatusParts {
  id?: string
  status?: string
  code?: string
}

/** By path below the report, which text of a status it is. */
const paths: Record<string, keyof StatusParts> = {
  'OrgnlGrpInfAndSts/OrgnlMsgId': 'id',
  'OrgnlGrpInfAndSts/GrpSts': 'status',
  'OrgnlPmtInfAndSts/OrgnlPmtInfId': 'id',
  'OrgnlPmtInfAndSts/PmtInfSts': 'status',
}
const reason = /^Orgnl(?:Grp|Pmt)InfAndSts\/StsRsnInf\/(?:Rsn|StsRsn)\/(?:Cd|Prtry)$/

/** Keeps a text of a status; of several reasons the first counts, as it is the one that decided. */
export function addStatus(parts: StatusParts, path: string, text: string): void {
  const part = reason.test(path) ? 'code' : paths[path]
  if (part !== undefined) parts[part] ??= text
}

/** Whether a bank refused a message or payment information as a whole. */
export function isRejected({ status }: StatusParts): boolean {
  return outcomeOfStatus(status ?? '') === 'failed'
}

/** The message's status, or else those of its payment informations; undefined where it says nothing of all together. */
export function groupStatusOf(message: StatusParts, payments: readonly StatusParts[]): GroupStatus | undefined {
  const messageId = idIn(message)
  const rejected = payments.filter(isRejected)
  if (isRejected(message)) {
    const code = [message, ...rejected].map(codeIn).find((found) => found !== null) ?? statusIn(message)
    return { verdict: 'rejected', messageId, paymentIds: payments.map(idIn), code }
  }
  const [first] = rejected
  if (first !== undefined) {
    return { verdict: 'rejected', messageId, paymentIds: rejected.map(idIn), code: codeIn(first) ?? statusIn(first) }
  }
  const accepted = [message, ...payments].filter(({ status }) => outcomeOfStatus(status ?? '') !== null)
  const [one] = accepted
  if (one === undefined) return undefined
  return { verdict: 'accepted', messageId, paymentIds: payments.map(idIn), code: statusIn(one) }
}

/** Whether it is about the message of this batch: every id that it names is ours, and it names one. */
export function isAbout(whole: GroupStatus, batch: { id: string; currency: string }): boolean {
  const { messageId, paymentIds } = whole
  if (messageId !== null && messageId !== messageIdOf(batch.id)) return false
  const named = paymentIds.filter((id) => id !== null)
  if (named.some((id) => id !== paymentIdOf(messageIdOf(batch.id), batch.currency))) return false
  return messageId !== null || named.length > 0
}

/** Banks write `NOTPROVIDED` where they could not read it. */
function idIn({ id = '' }: StatusParts): string | null {
  const known = id.toUpperCase()
  return known === '' || known === 'NOTPROVIDED' ? null : known
}

const codeIn = ({ code }: StatusParts) => readCode(code ?? '')
const statusIn = ({ status }: StatusParts) => readCode(status ?? '')
