/** What a file is, by what stands in it and never by its name. */

import { glance } from '../../platform/files/encoding.ts'
import { isAlipayDetail } from './alipay/alipay.ts'
import { columnName } from './cells.ts'
import type { Format } from './statement.ts'

/** How a file is wrapped, by its first bytes. */
export function wrappingOf(head: Uint8Array): 'gzip' | 'zip' | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04) return 'zip'
  return null
}

/**
 * What the first bytes (a few KiB) are of. A wrapped file is taken for what its provider wraps: gzip for WeChat's, ZIP
 * for Alipay's, unless it is a workbook; only `openFile` looks inside. `csv` is whatever else could be a table.
 */
export function detect(head: Uint8Array): Format | null {
  const wrapping = wrappingOf(head)
  if (wrapping === 'gzip') return 'wechat_fund_bill'
  if (wrapping === 'zip') return isWorkbook(head) ? null : 'alipay_bill'
  return formatOf(glance(head).replace(/^\ufeff/, ''))
}

/** Workbooks and documents are ZIPs as well, and their first file is always one of these. */
export function isWorkbook(head: Uint8Array): boolean {
  const name = new TextDecoder('latin1').decode(head.subarray(30, 60))
  return /^(\[Content_Types\]|_rels\/|xl\/|docProps\/|word\/|mimetype)/.test(name)
}

function formatOf(text: string): Format | null {
  const start = text.trimStart()
  if (start.startsWith('<')) {
    const found = /xmlns(?::\w+)?=["']urn:iso:std:iso:20022:tech:xsd:camt\.(052|053|054)\.001\.\d\d["']/.exec(text)
    return found === null ? null : (`camt${found[1]}` as Format)
  }
  // A bank's table may begin with a word in brackets.
  if (/^(\{|\[\s*([[\]{"\d-]|$))/.test(start))
    return /"created_at"|"(balance_)?transactions"/.test(text) ? 'tremendous' : null
  if (start.startsWith('#支付宝') || isAlipayDetail(start)) return 'alipay_bill'
  const [first = ''] = start.split('\n')
  const names = first.split(',').map(columnName)
  if (names.includes('记账时间') && names.includes('资金流水单号')) return 'wechat_fund_bill'
  if (names.includes('created_at') && names.includes('amount') && names.includes('action')) return 'tremendous'
  return isTable(start) ? 'csv' : null
}

/** Text with a delimiter, and nothing that no text has. */
function isTable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a text from other files
  return /[,;\t|]/.test(text) && !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !text.startsWith('%PDF')
}
