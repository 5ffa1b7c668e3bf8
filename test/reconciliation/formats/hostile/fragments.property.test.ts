/** Whatever pieces of a format a file is put together from: its reading ends, in one go as in steps, with the same word. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inPlace } from '../../../../src/platform/offload/job.ts'
import { readStep } from '../../../../src/reconciliation/formats/jobs.ts'
import type { Checkpoint } from '../../../../src/reconciliation/formats/parser.ts'
import type { StatementFormat, StatementItem } from '../../../../src/reconciliation/formats/statement.ts'
import { runs } from '../../../support/run/whole.ts'
import { asBytes, read } from '../reading.ts'
import { mapping } from './mapping.ts'

const bank = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn>'
const entry = '<Ntry><Amt Ccy="CNY">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-02-24</Dt></BookgDt></Ntry>'

const begins: { [format in 'camt054' | 'csv' | 'tremendous' | 'alipay_bill' | 'wechat_fund_bill']: string } = {
  camt054: bank,
  csv: 'Date,Amount\n',
  tremendous: '{"transactions":[',
  alipay_bill: '#支付宝账务明细查询\n账务流水号,业务流水号,商户订单号,发生时间,收入金额,支出金额,业务类型\n',
  wechat_fund_bill: '记账时间,微信支付业务单号,资金流水单号,业务类型,收支类型,收支金额,账户结余\n',
}
const fragments: typeof begins extends infer T ? { [format in keyof T]: readonly string[] } : never = {
  camt054: [
    ...[
      '<A>',
      '</A>',
      '<A/>',
      '<NtryDtls>',
      '</NtryDtls>',
      '<TxDtls/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?a',
      '?>',
    ],
    ...['&amp;', '&a;', '&#0;', '<', '>', '"', '\n', ' ', 'x', 'a="1"', '<!DOCTYPE a>', entry, '<Ntry>', '</Ntry>'],
    ...['</Ntfctn>', '<Ntfctn>', '</BkToCstmrDbtCdtNtfctn></Document>', '<B:A/>', '\u0000', '<Document>'],
  ],
  csv: [
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '2026-02-24,1.00\n',
    '2026-02-24',
    '-',
    '1,000.00',
    '(',
    'x',
    '\u0000',
    '总计',
  ],
  tremendous: [
    ...['{', '}', '[', ']', ',', ':', '"', '\\', '"a"', '1', '-1e9', 'null', ' ', '\n', '"total_count":1', '\u0000'],
    '{"created_at":"2026-02-24T00:00:00Z","amount":-1,"balance":1,"action":"order"}',
  ],
  alipay_bill: [
    ...['#', '\n', ',', ' ', '\t', '"', '#支出合计:1笔,共1.00元\n', '#起始日期:[2026年02月14日 00:00:00]', '1', 'x'],
    '1,2,3,2026-02-24 10:00:00,1.00,,转账\n',
  ],
  wechat_fund_bill: [
    '`',
    ',`',
    '\n',
    ',',
    '"',
    ' ',
    '资金流水总笔数,收入金额,支出金额\n',
    '`1',
    '`2026-02-24 10:00:00',
    'x',
  ],
}
const formats = Object.keys(begins) as (keyof typeof begins)[]

const files = fc.constantFrom(...formats).chain((format) =>
  fc.record({
    format: fc.constant<StatementFormat>(format),
    content: fc
      .array(fc.tuple(fc.constantFrom(...fragments[format]), fc.constantFrom(1, 1, 1, 2, 70, 3_000)), { maxLength: 12 })
      .map((parts) => `${begins[format]}${parts.map(([part, times]) => part.repeat(times)).join('')}`),
  }),
)

/** Reads so many bytes at a time, as an import does, and stops no later than the file. */
async function inSteps(
  format: StatementFormat,
  bytes: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<StatementItem[]> {
  const items: StatementItem[] = []
  let from: Checkpoint | null = null
  let given = length
  for (let steps = 0; ; steps += 1) {
    if (steps > bytes.length) throw new Error('it does not end')
    const offset: number = from?.place.offset ?? 0
    const slice = bytes.slice(offset, offset + given)
    const options = { from, mapping, keysElsewhere: true }
    const isLast = offset + slice.length >= bytes.length
    const read = await inPlace(readStep, { format, bytes: slice, isLast, rows: 3, options })
    if (read.needsMore || (read.next !== null && read.next.place.offset === offset && read.items.length === 0)) {
      given *= 2
      continue
    }
    items.push(...read.items)
    if (read.next === null) return items
    from = JSON.parse(JSON.stringify(read.next)) as Checkpoint
    given = length
  }
}

describe('a file of any fragments', () => {
  it('comes to an end that is said, the same in steps as in one go', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.constantFrom(70_000, 200_000), async ({ format, content }, length) => {
        const bytes = asBytes(content)
        const whole = await read(format, bytes, { mapping, keysElsewhere: true })
        expect(whole.broken !== null || whole.totals.length > 0).toBe(true)
        const items = await inSteps(format, bytes, length)
        const broken = items.find(({ is }) => is === 'broken')
        expect(broken ?? null).toEqual(whole.broken)
        // XML that breaks takes the piece along in which it does, and pieces are cut elsewhere in steps.
        if (whole.broken === null || format !== 'camt054')
          expect(items.filter(({ is }) => is === 'line')).toHaveLength(whole.lines.length)
      }),
      { numRuns: runs(150) },
    )
  })
})
