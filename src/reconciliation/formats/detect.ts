/** What a file is, by what stands in it and never by its name. */

import { decodePrefix } from '../../platform/files/encoding.ts'
import { isMarkupTable } from '../../platform/files/html/table-text.ts'
import { isWorkbook, wrappingOf } from '../../platform/files/packed/wrapping.ts'
import { isAlipayDetail } from './alipay/alipay.ts'
import { columnName } from './cells.ts'
import type { StatementFormat } from './statement.ts'

/**
 * What the first bytes (a few KiB) are of. A wrapped file is taken for what its provider wraps: gzip for WeChat's, ZIP
 * for Alipay's, unless it is a workbook; only `openFile` looks inside. `csv` is whatever else could be a table.
 */
export function detect(head: Uint8Array): StatementFormat | null {
  const wrapping = wrappingOf(head)
  if (wrapping === 'gzip') return 'wechat_fund_bill'
  if (wrapping === 'zip') return isWorkbook(head) ? null : 'alipay_bill'
  return formatOf(decodePrefix(head).replace(/^\ufeff/, ''))
}

/** A table that is no text: a workbook, or one in HTML, which banks like to call a workbook. */
export function isSheet(head: Uint8Array): boolean {
  return isWorkbook(head) || (wrappingOf(head) === null && isMarkupTable(head) && detect(head) === null)
}

/** Kinds of files that people try, and that are no statement's: what to do instead is said of each. */
export type Stranger = 'archive' | 'old_workbook' | 'pdf' | 'other_statement'

const beginnings: readonly (readonly [Stranger, at: number, bytes: string])[] = [
  ['pdf', 0, '%PDF'],
  // An OLE compound file: Excel's workbooks before 2007.
  ['old_workbook', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['archive', 257, 'ustar'],
  ['archive', 0, "7z\xbc\xaf'\x1c"],
  ['archive', 0, 'Rar!'],
  ['archive', 0, 'BZh'],
  ['archive', 0, '\xfd7zXZ\0'],
  ['archive', 0, '\x28\xb5\x2f\xfd'],
]

/** What the first bytes are of, where it is something that is known and not read. */
export function strangerIn(head: Uint8Array): Stranger | null {
  const text = Array.from(head.subarray(0, 300), (byte) => String.fromCharCode(byte)).join('')
  const found = beginnings.find(([, at, bytes]) => text.startsWith(bytes, at))?.[0]
  return (
    found ??
    (isOtherStatement(
      decodePrefix(head)
        .replace(/^\ufeff/, '')
        .trimStart(),
    )
      ? 'other_statement'
      : null)
  )
}

/** OFX (with its head as lines or as XML), QIF, and BAI2, which begins with the record of the file. */
function isOtherStatement(start: string): boolean {
  return (
    /^(?:OFXHEADER\s{0,3}:|<\?OFX|<OFX>|!(?:Type|Account|Option|Clear):|01,[^,\n]{0,40},[^,\n]{0,40},\d{6},\d{4},)/i.test(
      start,
    ) || /^<\?xml[^>]{0,200}>\s{0,20}<\?OFX/i.test(start)
  )
}

/**
 * MT940 or MT942, in the envelope that SWIFT sends or as tags alone: a statement has an opening balance (60F, 60M), a
 * report a floor limit, a time of day or sums (34F, 13D, 90C, 90D).
 */
function swiftFormatOf(text: string): StatementFormat | null {
  // A few rows of the program that carries the message may stand before it.
  const start = text.slice(0, longestPreamble).search(/(?:^|\p{Cc}|\{4:)[ \r\n]{0,4}:20:/u)
  if (start < 0) return null
  if (/^:60[FM]:/m.test(text)) return 'mt940'
  return /^:(?:34F|13[CD]|90[CD]):/m.test(text) ? 'mt942' : /^:(?:25|28C?):/m.test(text) ? 'mt940' : null
}

/** Characters before a message of SWIFT. */
const longestPreamble = 500

function formatOf(text: string): StatementFormat | null {
  const start = text.trimStart()
  if (start.startsWith('<')) {
    const found = /xmlns(?::\w+)?\s*=\s*["']urn:iso:std:iso:20022:tech:xsd:camt\.(052|053|054)\.001\.\d\d["']/.exec(
      text,
    )
    return found === null ? null : (`camt${found[1]}` as StatementFormat)
  }
  if (isOtherStatement(start)) return null
  const swift = swiftFormatOf(start)
  if (swift !== null) return swift
  // A bank's table may begin with a word in brackets.
  if (/^(\{|\[\s*([[\]{"\d-]|$))/.test(start))
    return /"created_at"|"(balance_)?transactions"/.test(text) ? 'tremendous' : null
  if (start.startsWith('#支付宝') || isAlipayDetail(start)) return 'alipay_bill'
  const [first = ''] = start.split('\n')
  const names = first.split(',').map(columnName)
  // Tables made from one, with fewer columns, are read as whoever uploads them says.
  if (['记账时间', '资金流水单号', '收支类型'].every((name) => names.includes(name))) return 'wechat_fund_bill'
  if (names.includes('created_at') && names.includes('amount') && names.includes('action')) return 'tremendous'
  return isTable(start) ? 'csv' : null
}

/** Text with a delimiter, and nothing that no text has. */
function isTable(given: string): boolean {
  // Old programs end a file with Ctrl-Z, and fill it up with zeros.
  let end = given.length
  while (given[end - 1] === '\0' || given[end - 1] === '\x1a') end -= 1
  const text = given.slice(0, end)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a text from other files
  return /[,;\t|]/.test(text) && !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !text.startsWith('%PDF')
}
