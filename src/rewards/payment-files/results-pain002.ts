/**
 * ISO 20022 customer payment status report, pain.002 of any version: what the bank says of each transaction, found by
 * the `EndToEndId` that we gave it, and of all of them together. No DTD, no entity but XML's own five.
 */
import { mostNodesOfAReport } from '../../platform/files/limits.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { type XmlFault, XmlReader } from '../../platform/files/xml/read.ts'
import { parseTypedMinorUnits } from '../../platform/money/money.ts'
import { addStatus, type GroupStatus, groupStatusOf, isRejected, type StatusParts } from './group-status.ts'
import {
  gathered,
  maxLines,
  type ResultFault,
  type ResultFileLine,
  type ResultLine,
  type ResultsRefused,
  readCode,
  readReference,
  refuseResults,
} from './result-line.ts'
import { outcomeOfStatus } from './result-words.ts'

const transaction = 'TxInfAndSts'
const paymentInformation = 'OrgnlPmtInfAndSts'
/** The root below `Document`, of version 02 and of all that followed. */
const roots = ['Document/CstmrPmtStsRpt', 'Document/pain.002.001.02']

/** By path within a transaction, which of its texts are read. */
const paths = {
  OrgnlEndToEndId: 'reference',
  TxSts: 'status',
  'StsRsnInf/Rsn/Cd': 'code',
  'StsRsnInf/Rsn/Prtry': 'code',
  'StsRsnInf/StsRsn/Cd': 'code',
  'StsRsnInf/StsRsn/Prtry': 'code',
  AcctSvcrRef: 'providerId',
  'OrgnlTxRef/Amt/InstdAmt': 'amount',
  'OrgnlTxRef/IntrBkSttlmAmt': 'amount',
} as const
type Part = (typeof paths)[keyof typeof paths]
type Parts = Partial<Record<Part | 'currency', string>>

/** Characters that are read at a time. */
const pieceLength = 65_536

export type StatusReport = { lines: ResultLine[]; whole?: GroupStatus } | ResultsRefused

/** The lines are none where the report says something of all payments together only. */
export function readStatusReport(text: string, currency: string): StatusReport {
  const open: string[] = []
  const read: ResultFileLine[] = []
  let isReport = false
  const message: StatusParts = {}
  const payments: StatusParts[] = []
  let current: { line: number; parts: Parts; depth: number } | null = null
  let heard = ''

  const hearOpen = (name: string, attributes: { [name: string]: string }) => {
    open.push(name.slice(name.indexOf(':') + 1))
    heard = ''
    if (roots.includes(open.join('/'))) isReport = true
    if (open.at(-1) === paymentInformation) payments.push({})
    if (current === null && open.at(-1) === transaction) current = { line: xml.line, parts: {}, depth: open.length }
    else if (current !== null && partOf(open, current.depth) === 'amount')
      current.parts.currency ??= attributes.Ccy ?? ''
  }
  const hear = (more: string) => {
    heard += more
  }
  const hearClose = () => {
    if (current === null) {
      addStatus((open[2] === paymentInformation && payments.at(-1)) || message, open.slice(2).join('/'), heard.trim())
    } else {
      const part = partOf(open, current.depth)
      // Of several reasons the first counts; the bank puts the one that decided there.
      if (part !== null) current.parts[part] ??= heard.trim()
      if (open.length === current.depth) {
        const line = lineOf(current, currency, [message, ...payments.slice(-1)].some(isRejected))
        if (line !== null) read.push(line)
        current = null
      }
    }
    heard = ''
    open.pop()
  }
  const xml = new XmlReader(
    { open: hearOpen, close: hearClose, text: hear },
    { ofAUnit: mostNodesOfAReport, inAll: mostNodesOfAReport },
  )
  try {
    // In pieces, so that what is too long is known before all of it is read.
    for (let at = 0; at < text.length; at += pieceLength) xml.write(text.slice(at, at + pieceLength))
    xml.close()
  } catch (error) {
    if (error instanceof UnreadableFile)
      return refuseResults(error.line, faultOf((error as UnreadableFile<XmlFault>).why))
    throw error
  }
  if (!isReport) return refuseResults(null, 'unknown_format')
  if (read.length > maxLines) return refuseResults(null, 'too_many')
  const whole = groupStatusOf(message, payments)
  if (read.length === 0 && whole !== undefined) return { lines: [], whole }
  const hasStatus = [message, ...payments].some(({ status }) => status !== undefined)
  if (read.length === 0 && hasStatus) return refuseResults(null, 'group_only')
  const gatheredLines = gathered(read)
  return 'refused' in gatheredLines || whole === undefined ? gatheredLines : { ...gatheredLines, whole }
}

/** What is beyond a limit is told from what is broken. */
function faultOf(why: XmlFault): ResultFault {
  return why === 'too_deep' || why === 'too_many' || why === 'line_too_long' ? 'limits' : 'xml'
}

function partOf(open: readonly string[], depth: number): Part | null {
  const path = open.slice(depth).join('/')
  return Object.hasOwn(paths, path) ? paths[path as keyof typeof paths] : null
}

/** Null for one that stands only among those that are rejected together, and of which nothing more is said. */
function lineOf(
  { line, parts }: { line: number; parts: Parts },
  currency: string,
  isInRejected: boolean,
): ResultFileLine | null {
  const code = readCode(parts.code ?? '')
  if (isInRejected && parts.status === undefined && code === null) return null
  const reference = readReference(parts.reference ?? '')
  if (reference === null) return { line, why: 'reference' }
  const outcome = isInRejected && parts.status === undefined ? 'failed' : outcomeOfStatus(parts.status ?? '')
  if (outcome === null) return { line, why: 'result' }
  if (isInRejected && outcome !== 'failed') return { line, why: 'contradiction' }
  const amountMinor = parts.amount === undefined ? null : parseTypedMinorUnits(parts.amount, parts.currency || currency)
  if (parts.amount !== undefined && amountMinor === null) return { line, why: 'amount' }
  const providerId = parts.providerId === undefined || parts.providerId === '' ? null : parts.providerId
  return { line, result: { reference, outcome, amountMinor, providerId, code, day: null } }
}
