import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { zipped } from '../../../simulation/statements/pack.ts'
import { xlsxFile } from '../../../src/platform/files/xlsx-write.ts'
import { unzippedSize } from '../../../src/platform/files/zip.ts'
import { readResultsFile } from '../../../src/rewards/payment-files/results.ts'

const encoder = new TextEncoder()
const inUtf16 = (text: string, order: 'le' | 'be', isMarked: boolean) => {
  const bytes = Buffer.from((isMarked ? '\uFEFF' : '') + text, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}
const read = (text: string | Uint8Array, currency = 'CNY') =>
  readResultsFile({ name: 'results', bytes: typeof text === 'string' ? encoder.encode(text) : text, currency })
const line = (reference: string, some: object = {}) => ({
  reference,
  outcome: 'paid',
  amountMinor: null,
  providerId: null,
  code: null,
  day: null,
  ...some,
})

describe('results in a CSV', () => {
  test('are found by the columns’ names, in any order, between others', async () => {
    const text =
      'note,Amount,RESULT,Bank ID,reason_code,currency,Reference,paid on\r\n' +
      '"a, ""b""\r\nc","1,234.50",Paid,0001234567890123456789,,HKD,h1a,2026/2/7 10:11\r\n' +
      ',20,rejected,,AC01,HKD,H2A,\r\n'
    expect(await read(text)).toEqual({
      lines: [
        line('H1A', { amountMinor: 123450, providerId: '0001234567890123456789', day: '2026-02-07' }),
        line('H2A', { outcome: 'failed', amountMinor: 2000, code: 'AC01' }),
      ],
    })
  })

  test.each([
    ['simplified', '付款编号,付款结果,交易金额（元）,银行流水号,日期\n', 'H1A,交易成功,20.00,998877,2026年2月26日\n'],
    ['traditional', '付款編號,付款結果,交易金額（元）,銀行流水號,日期\n', 'H1A,交易成功,20.00,998877,20260226\n'],
  ])('are read in %s Chinese', async (_, header, row) => {
    const lines = [line('H1A', { amountMinor: 2000, providerId: '998877', day: '2026-02-26' })]
    expect(await read(header + row)).toEqual({ lines })
    expect(await read(`\uFEFF${header}${row}`.replaceAll('\n', '\r\n'))).toEqual({ lines })
    expect(await read((header + row).replaceAll(',', '\t'))).toEqual({ lines })
    expect(await read((header + row).replaceAll(',', ';'))).toEqual({ lines })
  })

  test('are read as Excel saves them in the mainland and in Hong Kong', async () => {
    // 参考号,结果 / H1A,成功 in GB 18030, and 參考號,結果 / H1A,成功 in Big5.
    const gb = 'b2cebfbcbac52cbde1b9fb0a4831412cb3c9b9a60a'
    const big5 = 'b0d1a6d2b8b92cb5b2aa470a4831412ca6a8a55c0a'
    for (const hex of [gb, big5]) {
      const bytes = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
      expect(await read(bytes)).toEqual({ lines: [line('H1A')] })
    }
  })

  test.each([
    ['le', true],
    ['be', true],
    ['le', false],
    ['be', false],
  ] as const)('are read as a spreadsheet saves “Unicode text”: UTF-16 %s, marked: %s', async (order, isMarked) => {
    const text = 'reference\tresult\tamount\tcurrency\nH1A\t成功\t20.00\tCNY\n'
    expect(await read(inUtf16(text, order, isMarked))).toEqual({ lines: [line('H1A', { amountMinor: 2000 })] })
    expect(await read(inUtf16(text, order, isMarked).slice(0, -1))).toEqual({
      refused: [{ line: null, why: 'encoding' }],
    })
  })

  test('may have lines of the bank’s own above, and totals below', async () => {
    const text = 'Account 123,,\n\n,,\nreference,status,amount\nH1A,success,1.00\n,,1.00\n'
    expect(await read(text)).toEqual({ lines: [line('H1A', { amountMinor: 100 })] })
  })

  test.each([
    ['paid', ['PAID', ' Success ', '成功', '已支付', '轉賬成功', 'ACSC']],
    ['failed', ['failed', 'Returned', '失败', '已退回', '拒絕', 'RJCT']],
    ['pending', ['', 'in progress', '处理中', '處理中', 'PDNG', 'ACCP']],
  ])('can say %s in many words', async (outcome, words) => {
    for (const word of words)
      expect(await read(`ref,result\nH1A,${word}\n`)).toEqual({ lines: [line('H1A', { outcome })] })
  })

  test('keep codes, and no words that may hold a name', async () => {
    const text = 'ref,result,reason\nH1A,failed,E-1042\nH2A,failed,account of 张三 closed\nH3A,failed,Zhang\n'
    const { lines } = (await read(text)) as { lines: { code: string | null }[] }
    expect(lines.map(({ code }) => code)).toEqual(['E-1042', null, null])
  })

  test('count a line once that is there twice, the same in everything', async () => {
    expect(await read('ref,result\nH1A,paid\nH1A,paid\n')).toEqual({ lines: [line('H1A')] })
  })
})

describe('a broken file is refused whole, with its lines', () => {
  test.each([
    [
      'a word that is not known',
      'ref,result\nH1A,paid\nH2A,maybe\nH3A,完成\n',
      [
        [3, 'result'],
        [4, 'result'],
      ],
    ],
    ['two results of one reference', 'ref,result\nH1A,paid\nH1A,failed\n', [[3, 'differs']]],
    ['two ids of one payment', 'ref,result,bank id\nH1A,paid,1\nH1A,paid,2\n', [[3, 'differs']]],
    ['a result without a reference', 'ref,result\n"H1A",paid\n,paid\n', [[3, 'reference']]],
    ['a reference that Excel has rounded', 'ref,result\n2.02602E+19,paid\n', [[2, 'reference']]],
    ['an id that Excel has rounded', 'ref,result,bank id\nH1A,paid,2.02602E+19\n', [[2, 'rounded']]],
    [
      'an amount that is none',
      'ref,result,amount\nH1A,paid,"1,23"\nH2A,paid,1.234\nH3A,paid,-1\n',
      [
        [2, 'amount'],
        [3, 'amount'],
        [4, 'amount'],
      ],
    ],
    ['two amounts that differ', 'ref,result,amount,amount_minor\nH1A,paid,20.00,2001\n', [[2, 'amount']]],
    ['a day that does not exist', 'ref,result,date\nH1A,paid,2026-02-30\n', [[2, 'day']]],
    ['a quote that is never closed', 'ref,result\nH1A,paid\n"H2A,paid\n', [[3, 'quote']]],
    ['no column of results', 'ref,amount\nH1A,1\n', [[1, 'columns']]],
    ['two columns of results', 'ref,result,status\nH1A,paid,failed\n', [[1, 'column_twice']]],
    ['no payment', 'ref,result\n', [[null, 'no_lines']]],
    ['no byte', '', [[null, 'empty']]],
  ])('%s', async (_, text, refused) => {
    expect(await read(text)).toEqual({ refused: refused.map(([at, why]) => ({ line: at, why })) })
  })

  test('a line’s number counts the lines within quotes', async () => {
    expect(await read('ref,result,note\r\nH1A,paid,"a\r\nb\r\nc"\r\nH2A,what,\r\n')).toEqual({
      refused: [{ line: 5, why: 'result' }],
    })
  })

  test('more than 10,000 lines, or 8 MiB', async () => {
    const lines = Array.from({ length: 10_001 }, (_, nth) => `H${nth}A,paid\n`)
    expect(await read(`ref,result\n${lines.join('')}`)).toEqual({ refused: [{ line: null, why: 'too_many' }] })
    const most = await read(`ref,result\n${lines.slice(1).join('')}`)
    expect('lines' in most && most.lines).toHaveLength(10_000)
    expect(await read(new Uint8Array(8 * 1024 * 1024 + 1))).toEqual({ refused: [{ line: null, why: 'too_large' }] })
  })

  test('bytes that are no text, and workbooks of before 2007', async () => {
    expect(await read(Uint8Array.of(0xff, 0xff, 0x81))).toEqual({ refused: [{ line: null, why: 'encoding' }] })
    expect(await read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toEqual({
      refused: [{ line: null, why: 'old_excel' }],
    })
  })
})

describe('results in a workbook', () => {
  const columns = [
    { header: '结果', kind: 'text', width: 10 },
    { header: 'reference', kind: 'text', width: 10 },
    { header: 'amount', kind: 'amount', width: 10 },
    { header: 'bank_id', kind: 'text', width: 10 },
    { header: 'paid_on', kind: 'day', width: 10 },
  ] as const
  const book = (rows: (string | number | null)[][], some: object[] = []) =>
    xlsxFile(
      'results',
      columns.map((column, at) => ({ ...column, ...some[at] })),
      rows,
    )

  test('are read from typed cells', async () => {
    const rows = [
      ['成功', 'H1A', '20.10', '0012345678901234567890', '2026-02-26'],
      [null, null, '20.10', null, null],
      ['失败', 'H2A', null, null, null],
    ]
    expect(await read(await book(rows))).toEqual({
      lines: [
        line('H1A', { amountMinor: 2010, providerId: '0012345678901234567890', day: '2026-02-26' }),
        line('H2A', { outcome: 'failed' }),
      ],
    })
  })

  test('are read when a sum has left its hair on an amount', async () => {
    const file = await book([['paid', 'H1A', 0.1 + 0.2, null, null]])
    expect(await read(file)).toEqual({ lines: [line('H1A', { amountMinor: 30 })] })
  })

  test('are refused by the row’s number', async () => {
    const file = await book([
      ['paid', 'H1A', '1.00', null, null],
      ['what', 'H2A', '1.00', null, null],
    ])
    expect(await read(file)).toEqual({ refused: [{ line: 3, why: 'result' }] })
  })

  test('are refused where a long id was typed as a number and has lost its end', async () => {
    const file = await book([['paid', 'H1A', null, 1e18 + 4096, null]], [{}, {}, {}, { kind: 'count' }])
    expect(await read(file)).toEqual({ refused: [{ line: 2, why: 'rounded' }] })
  })

  test('are refused when the workbook is cut, or not what it says', async () => {
    const file = await book([['paid', 'H1A', null, null, null]])
    expect(await read(file.slice(0, file.length - 30))).toEqual({ refused: [{ line: null, why: 'container' }] })
    const flipped = file.slice()
    flipped.fill(0x41, 60, 200)
    expect(await read(flipped)).toEqual({ refused: [{ line: null, why: 'container' }] })
  })

  test('are refused unread when more would come out of the file than it may hold', async () => {
    const file = (await book([['paid', 'H1A', null, null, null]])).slice()
    const view = new DataView(file.buffer)
    const at = view.getUint32(file.length - 22 + 16, true)
    view.setUint32(at + 24, 40 * 1024 * 1024, true)
    expect(unzippedSize(file)).toBeGreaterThan(40 * 1024 * 1024)
    expect(await read(file)).toEqual({ refused: [{ line: null, why: 'too_large' }] })
    view.setUint32(at + 24, 0, true)
    expect(await read(file)).toEqual({ refused: [{ line: null, why: 'container' }] })
  })
})

describe('a payment status report', () => {
  const transaction = (reference: string, status: string, more = '') =>
    `<TxInfAndSts><StsId>1</StsId><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>${status}</TxSts>${more}</TxInfAndSts>\n`
  test('is read however it is packed, and whatever it declares itself in', async () => {
    const inside = transaction('H1A', 'ACSC')
    const text = report(inside)
    const latin = new Uint8Array(
      Buffer.from(report(`<!-- Zürich -->${inside}`).replace('UTF-8', 'ISO-8859-1'), 'latin1'),
    )
    const gzip = new Uint8Array(gzipSync(text))
    const zip = (content: Uint8Array<ArrayBuffer>) => zipped([{ name: encoder.encode('a.xml'), content }], true)
    const all = [
      `\n\n${text}`,
      `\ufeff\n${text}`,
      `<!-- a -->${text}`,
      latin,
      gzip,
      await zip(encoder.encode(text)),
      await zip(gzip),
    ]
    for (const one of all) expect(await read(one)).toEqual({ lines: [line('H1A')] })
    expect(await read(gzip.slice(0, -9))).toEqual({ refused: [{ line: null, why: 'container' }] })
  })

  const report = (inside: string, version = '10') =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId></GrpHdr>` +
    `<OrgnlPmtInfAndSts>\n${inside}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`

  test.each(['03', '10', '12'])('of version %s says of each payment how it stands', async (version) => {
    const amount = '<OrgnlTxRef><Amt><InstdAmt Ccy="HKD">20.00</InstdAmt></Amt></OrgnlTxRef>'
    const reason =
      '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account of Chan closed</AddtlInf></StsRsnInf><StsRsnInf><Rsn><Cd>NARR</Cd></Rsn></StsRsnInf>'
    const text = report(
      transaction('H1A', 'ACSC', `<AcctSvcrRef>BANK/1 &amp; 2</AcctSvcrRef>${amount}`) +
        transaction('H2A', 'RJCT', reason) +
        transaction('H3A', 'PDNG') +
        transaction('H4A', 'ACCP') +
        transaction('H5A', 'ACCC'),
      version,
    )
    expect(await read(text)).toEqual({
      lines: [
        line('H1A', { amountMinor: 2000, providerId: 'BANK/1 & 2' }),
        line('H2A', { outcome: 'failed', code: 'AC04' }),
        line('H3A', { outcome: 'pending' }),
        line('H4A', { outcome: 'pending' }),
        line('H5A'),
      ],
    })
  })

  const group = (inside: string, payments = '', version = '03') =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId></GrpHdr>` +
    `<OrgnlGrpInfAndSts>${inside}</OrgnlGrpInfAndSts>${payments}</CstmrPmtStsRpt></Document>`
  const because = (...codes: string[]) => codes.map((code) => `<StsRsnInf><Rsn>${code}</Rsn></StsRsnInf>`).join('')

  test.each([
    [
      'a rejected message',
      group(`<OrgnlMsgId>batch1</OrgnlMsgId><GrpSts>RJCT</GrpSts>${because('<Cd>FF01</Cd>', '<Cd>NARR</Cd>')}`),
      { verdict: 'rejected', messageId: 'BATCH1', paymentIds: [], code: 'FF01' },
    ],
    [
      'a rejected message whose payments are in words',
      group(
        `<OrgnlMsgId>BATCH1</OrgnlMsgId><GrpSts>RJCT</GrpSts>${because('<Prtry>X-7</Prtry>')}`,
        '<OrgnlPmtInfAndSts><OrgnlPmtInfId>BATCH1-HKD</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts><TxInfAndSts><OrgnlEndToEndId>H1A</OrgnlEndToEndId></TxInfAndSts></OrgnlPmtInfAndSts>',
      ),
      { verdict: 'rejected', messageId: 'BATCH1', paymentIds: ['BATCH1-HKD'], code: 'X-7' },
    ],
    [
      'a rejected payment information of two, in a message without an id',
      group(
        '<OrgnlMsgId>NOTPROVIDED</OrgnlMsgId><GrpSts>PART</GrpSts>',
        '<OrgnlPmtInfAndSts><OrgnlPmtInfId>A-CNY</OrgnlPmtInfId><PmtInfSts>ACCP</PmtInfSts></OrgnlPmtInfAndSts>' +
          `<OrgnlPmtInfAndSts><OrgnlPmtInfId>A-HKD</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${because('<Cd>AC01</Cd>')}</OrgnlPmtInfAndSts>`,
        '10',
      ),
      { verdict: 'rejected', messageId: null, paymentIds: ['A-HKD'], code: 'AC01' },
    ],
    [
      'an accepted message',
      group('<OrgnlMsgId>BATCH1</OrgnlMsgId><GrpSts>ACTC</GrpSts>'),
      { verdict: 'accepted', messageId: 'BATCH1', paymentIds: [], code: 'ACTC' },
    ],
    [
      'a message of version 02',
      group(
        '<OrgnlMsgId>BATCH1</OrgnlMsgId><GrpSts>RJCT</GrpSts><StsRsnInf><StsRsn><Cd>AM04</Cd></StsRsn></StsRsnInf>',
      ).replaceAll('CstmrPmtStsRpt', 'pain.002.001.02'),
      { verdict: 'rejected', messageId: 'BATCH1', paymentIds: [], code: 'AM04' },
    ],
  ])('says of all together: %s', async (_, text, whole) => {
    expect(await read(text)).toEqual({ lines: [], whole })
  })

  test('that rejects all together may say more of single payments', async () => {
    const coded = `<TxInfAndSts><OrgnlEndToEndId>H1A</OrgnlEndToEndId>${because('<Cd>AC04</Cd>')}</TxInfAndSts>`
    const silent = '<TxInfAndSts><OrgnlEndToEndId>H3A</OrgnlEndToEndId></TxInfAndSts>'
    const text = report(`<PmtInfSts>RJCT</PmtInfSts>${coded}${transaction('H2A', 'RJCT')}${silent}`)
    const failed = { outcome: 'failed' }
    expect(await read(text)).toEqual({
      lines: [line('H1A', { ...failed, code: 'AC04' }), line('H2A', failed)],
      whole: { verdict: 'rejected', messageId: null, paymentIds: [null], code: 'RJCT' },
    })
  })

  test('may have a prefix, and a mark in front', async () => {
    const text = report(transaction('H1A', 'ACSC'))
      .replace(/<(\/?)(?=[A-Z])/g, '<$1p:')
      .replace('xmlns=', 'xmlns:p=')
    expect(await read(`\uFEFF${text}`)).toEqual({ lines: [line('H1A')] })
  })

  test.each([
    ['a status that is not known', report(`${transaction('H1A', 'ACSC')}${transaction('H2A', 'WHAT')}`), 4, 'result'],
    [
      'a status that is missing',
      report('<TxInfAndSts><OrgnlEndToEndId>H1A</OrgnlEndToEndId></TxInfAndSts>'),
      3,
      'result',
    ],
    ['no reference', report('<TxInfAndSts><TxSts>ACSC</TxSts></TxInfAndSts>'), 3, 'reference'],
    ['two statuses of one payment', report(`${transaction('H1A', 'ACSC')}${transaction('H1A', 'RJCT')}`), 4, 'differs'],
    ['a status of all together', report('<PmtInfSts>PART</PmtInfSts>'), null, 'group_only'],
    [
      'a payment that is made although all are rejected',
      report(`<PmtInfSts>RJCT</PmtInfSts>${transaction('H1A', 'ACSC')}`),
      3,
      'contradiction',
    ],
    ['another message', '<Document><BkToCstmrStmt/></Document>', null, 'unknown_format'],
    ['a file that ends too soon', report(transaction('H1A', 'ACSC')).slice(0, -20), 4, 'xml'],
    ['a DTD', `<!DOCTYPE a [<!ENTITY b "c">]>${report('')}`, 1, 'xml'],
    ['an entity of its own', report(transaction('&b;', 'ACSC')), 3, 'xml'],
  ])('is refused for %s', async (_, text, at, why) => {
    expect(await read(text)).toEqual({ refused: [{ line: at, why }] })
  })
})
