/**
 * ISO 20022 customer payment status report, pain.002 of any version: what the bank says of each transaction, found by
 * the `EndToEndId` that we gave it. No DTD, no entity but XML's own five.
 */
import { SaxesParser } from 'saxes'
import { parseTypedMinorUnits } from '../../platform/money/money.ts'
import {
  gathered,
  maxLines,
  type ReadLine,
  type ResultLine,
  type ResultsRefused,
  readCode,
  readReference,
  refuse,
} from './result-line.ts'
import { outcomeOfStatus } from './result-words.ts'

const transaction = 'TxInfAndSts'

/** By path within a transaction, which of its texts are read. */
const paths = {
  OrgnlEndToEndId: 'reference',
  TxSts: 'status',
  'StsRsnInf/Rsn/Cd': 'code',
  'StsRsnInf/Rsn/Prtry': 'code',
  AcctSvcrRef: 'providerId',
  'OrgnlTxRef/Amt/InstdAmt': 'amount',
  'OrgnlTxRef/IntrBkSttlmAmt': 'amount',
} as const
type Part = (typeof paths)[keyof typeof paths]
type Parts = Partial<Record<Part | 'currency', string>>

class BrokenXml extends Error {}

export function readStatusReport(text: string, currency: string): { lines: ResultLine[] } | ResultsRefused {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: string[] = []
  const read: ReadLine[] = []
  let isReport = false
  let hasGroupStatus = false
  let current: { line: number; parts: Parts; depth: number } | null = null
  let heard = ''

  parser.on('error', () => {
    throw new BrokenXml()
  })
  parser.on('doctype', () => {
    throw new BrokenXml()
  })
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name.slice(name.indexOf(':') + 1))
    heard = ''
    if (open.join('/') === 'Document/CstmrPmtStsRpt') isReport = true
    if (current === null && open.at(-1) === transaction) current = { line: parser.line, parts: {}, depth: open.length }
    else if (current !== null && partOf(open, current.depth) === 'amount')
      current.parts.currency ??= attributes.Ccy ?? ''
  })
  const hear = (more: string) => {
    heard += more
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', () => {
    if (open.at(-1) === 'GrpSts' || open.at(-1) === 'PmtInfSts') hasGroupStatus = true
    if (current !== null) {
      const part = partOf(open, current.depth)
      // Of several reasons the first counts; the bank puts the one that decided there.
      if (part !== null) current.parts[part] ??= heard.trim()
      if (open.length === current.depth) {
        read.push(lineOf(current, currency))
        current = null
      }
    }
    heard = ''
    open.pop()
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof BrokenXml) return refuse(parser.line, 'xml')
    throw error
  }
  if (!isReport) return refuse(null, 'unknown_format')
  if (read.length > maxLines) return refuse(null, 'too_many')
  if (read.length === 0 && hasGroupStatus) return refuse(null, 'group_only')
  return gathered(read)
}

function partOf(open: readonly string[], depth: number): Part | null {
  const path = open.slice(depth).join('/')
  return Object.hasOwn(paths, path) ? paths[path as keyof typeof paths] : null
}

function lineOf({ line, parts }: { line: number; parts: Parts }, currency: string): ReadLine {
  const reference = readReference(parts.reference ?? '')
  if (reference === null) return { line, why: 'reference' }
  const outcome = outcomeOfStatus(parts.status ?? '')
  if (outcome === null) return { line, why: 'result' }
  const amountMinor = parts.amount === undefined ? null : parseTypedMinorUnits(parts.amount, parts.currency || currency)
  if (parts.amount !== undefined && amountMinor === null) return { line, why: 'amount' }
  const providerId = parts.providerId === undefined || parts.providerId === '' ? null : parts.providerId
  return { line, result: { reference, outcome, amountMinor, providerId, code: readCode(parts.code ?? ''), day: null } }
}
