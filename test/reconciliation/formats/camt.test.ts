import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

const amt = (value: string, ccy = 'CNY') => `<Amt Ccy="${ccy}">${value}</Amt>`
const bal = (code: string, value: string, sign = 'CRDT') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amt(value)}<CdtDbtInd>${sign}</CdtDbtInd></Bal>`
const code = '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>'

interface Parts {
  ref?: string
  sign?: 'DBIT' | 'CRDT'
  extra?: string
  status?: string
  details?: string
  day?: string
}
const entry = (value: string, parts: Parts = {}) => {
  const { ref = 'R1', sign = 'DBIT', extra = '', status = '<Sts><Cd>BOOK</Cd></Sts>', details = '' } = parts
  const bankRef = ref === '' ? '' : `<AcctSvcrRef>${ref}</AcctSvcrRef>`
  const day = `<BookgDt><Dt>${parts.day ?? '2026-02-24'}</Dt></BookgDt>`
  const head = `${amt(value)}<CdtDbtInd>${sign}</CdtDbtInd>${extra}${status}${day}${bankRef}${code}`
  return `<Ntry>${head}<NtryDtls>${details}</NtryDtls></Ntry>`
}
const tx = (value: string | null, ref: string, more = '') => {
  const refs = `<Refs><EndToEndId>${ref}</EndToEndId></Refs>`
  return `<TxDtls>${refs}${value === null ? '' : amt(value)}${more}</TxDtls>`
}
const statement = (opening: string, closing: string, content: string, ccy = 'CNY') =>
  `<Stmt><Id>S1</Id><FrToDt><FrDtTm>2026-02-24T00:00:00</FrDtTm><ToDtTm>2026-02-25T00:00:00</ToDtTm></FrToDt>` +
  `<Acct><Id><IBAN>XX1</IBAN></Id><Ccy>${ccy}</Ccy></Acct>${bal('OPBD', opening)}${bal('CLBD', closing)}${content}</Stmt>`
const doc = (content: string, version = '053.001.08') => {
  const outer = version.startsWith('053') ? 'BkToCstmrStmt' : 'BkToCstmrDbtCdtNtfctn'
  const namespace = `urn:iso:std:iso:20022:tech:xsd:camt.${version}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}"><${outer}><GrpHdr><MsgId>M</MsgId></GrpHdr>\n${content}\n</${outer}></Document>`
}
const note = (content: string) =>
  doc(`<Ntfctn><Id>N1</Id><Acct><Id><IBAN>XX1</IBAN></Id></Acct>${content}</Ntfctn>`, '054.001.08')
const one = doc(statement('100.00', '80.00', entry('20.00', { details: tx('20.00', 'HT001') })))

describe('a statement', () => {
  test('gives its account, its days, its balances and its lines', async () => {
    expect(await read('camt053', one)).toMatchObject({
      broken: null,
      headings: [
        {
          version: 'camt.053.001.08',
          statementId: 'S1',
          account: 'XX1',
          currency: 'CNY',
          fromDay: '2026-02-24',
          toDay: '2026-02-24',
          openingMinor: 10000,
          closingMinor: 8000,
        },
      ],
      lines: [
        {
          key: 'R1|d2000',
          entry: null,
          day: '2026-02-24',
          bookedAt: null,
          direction: 'debit',
          amountMinor: 2000,
          reference: 'HT001',
          kind: 'payment',
          rawType: 'PMNT/ICDT/ESCT',
        },
      ],
      totals: [{ proved: ['structure', 'balances'] }],
    })
  })

  test.each([
    ['its days are over', '2026-02-25T00:00:00', '2026-02-25T08:00:00.000Z'],
    ['its last day is over within a minute', '2026-02-24T23:59:59', '2026-02-25T08:00:00.000Z'],
    // It lacks what came later on that day, and takes nothing away.
    ['it ends within a day', '2026-02-24T12:00:00', null],
  ])('says when it was made, where %s', async (_what, to, givenAt) => {
    const made = one
      .replace('<FrToDt>', '<CreDtTm>2026-02-25T08:00:00Z</CreDtTm><FrToDt>')
      .replace('2026-02-25T00:00:00', to)
    expect((await read('camt053', made)).headings).toMatchObject([{ givenAt, toDay: '2026-02-24' }])
  })

  test('of one account and currency after the other gives a section each', async () => {
    const dollars = statement('5.00', '6.00', entry('1.00', { ref: 'U1', sign: 'CRDT' }), 'USD').replaceAll(
      '"CNY"',
      '"USD"',
    )
    const { headings, lines, totals } = await read(
      'camt053',
      doc(statement('100.00', '80.00', entry('20.00')) + dollars),
    )
    expect(headings.map(({ section, currency }) => [section, currency])).toEqual([
      [1, 'CNY'],
      [2, 'USD'],
    ])
    expect(lines.map(({ section, currency, amountMinor }) => [section, currency, amountMinor])).toEqual([
      [1, 'CNY', 2000],
      [2, 'USD', 100],
    ])
    expect(totals.map(({ closingMinor }) => closingMinor)).toEqual([8000, 600])
  })

  test('without any movement has its balances all the same', async () => {
    const { headings, totals } = await read('camt053', doc(statement('100.00', '100.00', '')))
    expect(headings).toMatchObject([{ openingMinor: 10000 }])
    expect(totals).toMatchObject([{ summary: { rows: 0 } }])
  })

  test.each([
    ['a prefix', one.replaceAll(/<(\/?)([A-Z])/g, '<$1c:$2').replace('xmlns=', 'xmlns:c=')],
    [
      'an envelope around it',
      one.replace('<Document', '<Envelope><Head/><Document').replace('</Document>', '</Document></Envelope>'),
    ],
    ['comments and CDATA', one.replace('<EndToEndId>HT001', '<!-- x --><EndToEndId><![CDATA[HT001]]>')],
    ['the status of older versions', one.replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')],
    [
      'the amount where it stood until .001.03',
      one.replace(`${amt('20.00')}</TxDtls>`, `<AmtDtls><TxAmt>${amt('20.00')}</TxAmt></AmtDtls></TxDtls>`),
    ],
    ['a byte order mark', `\ufeff${one}`],
  ])('reads the same with %s', async (_what, text) => {
    expect(text).not.toBe(one)
    expect(await read('camt053', text)).toEqual(await read('camt053', one))
  })

  test.each([
    ['one behind the other', (text: string) => `${text}\n<?xml version="1.0" encoding="UTF-8"?>\n${text}`],
    ['each with its byte order mark', (text: string) => `${text}\ufeff${text}`],
    ['in one envelope', (text: string) => `<Envelope>${text}<Head/>${text}</Envelope>`],
    [
      'with another prefix',
      (text: string) => text + text.replaceAll(/<(\/?)([A-Z])/g, '<$1c:$2').replace('xmlns=', 'xmlns:c='),
    ],
  ])('reads two documents, %s', async (_what, twice) => {
    let n = 0
    const two = twice(one).replaceAll('>S1<', () => `>S${++n}<`)
    const [alone, both] = [await read('camt053', one), await read('camt053', two)]
    expect(both.broken).toBeNull()
    expect(both.headings.map(({ section }) => section)).toEqual([1, 2])
    const money = ({ lines }: typeof alone) => lines.map(({ amountMinor }) => amountMinor)
    expect(money(both)).toEqual([...money(alone), ...money(alone)])
  })

  test('a statement that stands there twice, and comes to nothing, has no second lines of its names', async () => {
    const there = entry('20.00', { ref: 'R1' }) + entry('20.00', { ref: 'R2', sign: 'CRDT' })
    const { lines } = await read('camt053', doc(statement('100.00', '100.00', there)).repeat(2))
    expect(lines.map(({ key }) => key)).toEqual(['R1|d2000', 'R2|c2000', 'R1|d2000', 'R2|c2000'])
  })

  test.each([
    ['a text between two documents', `${one}x${one}`, 'xml'],
    ['a second document that is cut', one + one.slice(0, -20), 'truncated'],
    ['a document within a document', one.replace('<Stmt>', `${one}<Stmt>`), 'xml'],
    ['a DTD of the second document', `${one}<!DOCTYPE x>${one}`, 'doctype'],
  ])('refuses %s', async (_what, text, why) => {
    expect((await read('camt053', text)).broken?.why).toBe(why)
  })

  test.each(['02', '03', '04', '06', '08', '10', '13'])('is read in version .001.%s', async (version) => {
    const { broken, headings } = await read('camt053', one.replace('053.001.08', `053.001.${version}`))
    expect(broken).toBeNull()
    expect(headings[0]?.version).toBe(`camt.053.001.${version}`)
  })
})

describe('our reference among other words', () => {
  const ours = 'H01KAYZ5B7XH3M9QW2T4V6'
  const other = 'H01KAYZ5B7XH3M9QW2T4V7'
  const text = (words: string) => `<RmtInf><Ustrd>${words}</Ustrd></RmtInf>`
  const part = (amount: string, words: string) =>
    tx(amount, 'NOTPROVIDED').replace('</TxDtls>', `${text(words)}</TxDtls>`)

  test.each<[what: string, extra: string, details: string, reference: string | null]>([
    ['of a payment', '', part('20.00', `FPS ${ours.toLowerCase()} 2`), ours],
    ['of an entry without details', `<AddtlNtryInf>TRF ${ours}/HKICL</AddtlNtryInf>`, '', ours],
    ['beside another one is nobody’s', '', part('20.00', `${ours} ${other}`), null],
    ['that is longer is none', '', part('20.00', `${ours}X`), null],
  ])('%s', async (_what, extra, details, reference) => {
    const { lines, broken } = await read(
      'camt053',
      doc(statement('100.00', '80.00', entry('20.00', { extra, details }))),
    )
    expect([broken, lines.map((line) => line.reference)]).toEqual([null, [reference]])
  })

  test('is each part’s own, and does not change what a part is called', async () => {
    const details = part('12.00', ours) + part('8.00', other)
    const { lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(lines.map(({ reference }) => reference)).toEqual([ours, other])
    const bare = tx('12.00', 'NOTPROVIDED') + tx('8.00', 'NOTPROVIDED')
    const before = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details: bare }))))
    expect(lines.map(({ key }) => key)).toEqual(before.lines.map(({ key }) => key))
  })
})

describe('a batch', () => {
  const parts = tx('12.00', 'HT001') + tx('8.00', 'HT002')

  test('booked as one entry gives one line for each transaction, each under the entry', async () => {
    const { lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details: parts }))))
    expect(lines).toMatchObject([
      { entry: 'R1|d2000', key: 'R1|d2000#HT001:-1200', reference: 'HT001', amountMinor: 1200, parts: null },
      { entry: 'R1|d2000', key: 'R1|d2000#HT002:-800', reference: 'HT002', amountMinor: 800 },
    ])
  })

  test('of which only the sum is shown keeps how many it was, and the batch it names', async () => {
    const details = '<Btch><PmtInfId>B7</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>'
    const { lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(lines).toMatchObject([{ key: 'R1|d2000', parts: 2, reference: 'B7', amountMinor: 2000 }])
  })

  test('with two parts that say the same keeps both', async () => {
    const details = tx('10.00', 'NOTPROVIDED') + tx('10.00', 'NOTPROVIDED')
    const { lines, broken } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(broken).toBeNull()
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2)
    expect(lines.map(({ reference }) => reference)).toEqual([null, null])
  })

  test.each([
    ['do not come to the sum', entry('20.00', { details: tx('12.00', 'a') + tx('7.00', 'b') })],
    ['are fewer than it says', entry('20.00', { details: `<Btch><NbOfTxs>3</NbOfTxs></Btch>${parts}` })],
    ['have no amounts', entry('20.00', { details: tx('20.00', 'a') + tx(null, 'b') + tx(null, 'c') })],
  ])('is refused when its parts %s', async (_what, content) => {
    expect(await read('camt053', doc(statement('100.00', '80.00', content)))).toMatchObject({
      broken: { why: 'batch' },
      totals: [],
    })
  })
})

describe('an entry', () => {
  test('with a charge inside it is the payment and a fee', async () => {
    const charge = `<Chrgs><Rcrd>${amt('0.50')}<CdtDbtInd>DBIT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>`
    const old = charge.replaceAll(/<\/?Rcrd>/g, '')
    for (const extra of [charge, old]) {
      const details = tx('20.00', 'HT001')
      const { lines } = await read('camt053', doc(statement('100.00', '79.50', entry('20.50', { extra, details }))))
      expect(lines).toMatchObject([
        { key: 'R1|d2050', kind: 'payment', amountMinor: 2000 },
        { key: 'R1|d2050#fee', entry: 'R1|d2050', kind: 'fee', direction: 'debit', amountMinor: 50 },
      ])
    }
  })

  test('that reverses another one has its own direction already', async () => {
    const content = entry('20.00', { sign: 'CRDT', extra: '<RvslInd>true</RvslInd>', details: tx('20.00', 'HT001') })
    const { lines } = await read('camt053', doc(statement('100.00', '120.00', content)))
    expect(lines).toMatchObject([{ direction: 'credit', kind: 'return', reference: 'HT001' }])
  })

  test('that was sent back is a return', async () => {
    const details = tx('20.00', 'HT001', '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>')
    const { lines } = await read(
      'camt053',
      doc(statement('100.00', '120.00', entry('20.00', { sign: 'CRDT', details }))),
    )
    expect(lines).toMatchObject([{ direction: 'credit', kind: 'return' }])
  })

  test('that is not booked moves nothing', async () => {
    const content = entry('20.00', { status: '<Sts>PDNG</Sts>' })
    expect((await read('camt053', doc(statement('100.00', '100.00', content)))).lines).toEqual([])
  })

  test('has one name in the statement and in the notification before it', async () => {
    const parsed = await read('camt054', note(entry('20.00', { details: tx('20.00', 'HT001') })))
    expect(parsed.broken).toBeNull()
    expect(parsed.lines.map(({ key }) => key)).toEqual((await read('camt053', one)).lines.map(({ key }) => key))
  })

  test('without a reference of the bank is named by what it says', async () => {
    const same = entry('20.00', { ref: '', details: tx('20.00', 'HT001') })
    const { lines } = await read('camt053', doc(statement('100.00', '60.00', same + same)))
    expect(lines.map(({ key }) => key)).toEqual([
      '2026-02-24|d2000||PMNT/ICDT/ESCT|HT001',
      '2026-02-24|d2000||PMNT/ICDT/ESCT|HT001|2',
    ])
  })

  test('gives the account of the other side only to a digest', async () => {
    const account =
      '<RltdPties><Cdtr><Nm>Somebody</Nm></Cdtr><CdtrAcct><Id><IBAN>XX9</IBAN></Id></CdtrAcct></RltdPties>'
    const text = doc(statement('100.00', '80.00', entry('20.00', { details: tx('20.00', 'HT001', account) })))
    expect(JSON.stringify(await read('camt053', text))).not.toMatch(/Somebody|XX9/)
    const counterparty = async (of: string) => `digest of ${of.length}`
    expect((await read('camt053', text, { counterparty })).lines[0]?.counterparty).toBe('digest of 3')
  })
})

describe('is refused', () => {
  const summary = (count: number, sum: string) =>
    `<TxsSummry><TtlDbtNtries><NbOfNtries>${count}</NbOfNtries><Sum>${sum}</Sum></TtlDbtNtries></TxsSummry>`
  test.each([
    ['a closing balance that was not reached', one.replace('80.00', '80.01'), 'balance'],
    ['no closing balance', one.replace('CLBD', 'XPCD'), 'balance'],
    [
      'a count that is not its entries',
      doc(statement('100.00', '80.00', summary(2, '20.00') + entry('20.00'))),
      'totals',
    ],
    [
      'a sum that is not its entries',
      doc(statement('100.00', '80.00', summary(1, '20.01') + entry('20.00'))),
      'totals',
    ],
    ['an entry of another currency', one.replaceAll('<Amt Ccy="CNY">20', '<Amt Ccy="USD">20'), 'currency'],
    ['half a cent', one.replaceAll('20.00', '20.005'), 'amount'],
    ['no direction', one.replace('<CdtDbtInd>DBIT</CdtDbtInd>', ''), 'direction'],
    ['a version that is not known', one.replace('053.001.08', '053.001.99'), 'version'],
    ['a DTD', one.replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]>\n<Document'), 'doctype'],
    ['an entity', one.replace('HT001', '&a;'), 'xml'],
    ['tags that do not match', one.replace('</Stmt>', '</Stm>'), 'xml'],
    ['another encoding', one.replace('UTF-8', 'IBM037'), 'encoding'],
    ['a cut between two tags', one.slice(0, one.indexOf('</Stmt>')), 'truncated'],
    ['a cut within a tag', one.slice(0, one.indexOf('</Stmt>') + 3), 'truncated'],
    ['no message', '<a><b/></a>', 'unknown_format'],
  ] as const)('%s', async (_what, text, why) => {
    expect(await read('camt053', text)).toMatchObject({ broken: { why }, totals: [] })
  })

  test.each([
    ['near the end', one],
    ['before more than any text may have', one.replace('</Document>', `${'<X>1</X>\n'.repeat(20_000)}</Document>`)],
  ])('a & that is no entity, %s, and where it stands', async (_where, text) => {
    const bare = text.replace('HT001', 'A & B')
    const line = bare.slice(0, bare.indexOf('A & B')).split('\n').length
    expect((await read('camt053', bare)).broken).toMatchObject({ why: 'xml', line, detail: '& → &amp;' })
  })

  test('a statement taken for a notification', async () => {
    expect((await read('camt054', one)).broken).toMatchObject({ why: 'version' })
  })

  test('whole, when its second statement is broken', async () => {
    const good = statement('100.00', '80.00', entry('20.00'))
    const bad = statement('100.00', '81.00', entry('20.00', { ref: 'R2' }))
    expect(await read('camt053', doc(good + bad))).toMatchObject({ broken: { why: 'balance' }, totals: [] })
  })
})

describe('a reference that the bank uses twice', () => {
  test('on a day gives two lines, told apart by their order', async () => {
    const { broken, lines } = await read('camt053', doc(statement('100.00', '60.00', entry('20.00') + entry('20.00'))))
    expect(broken).toBeNull()
    expect(lines.map(({ key }) => key)).toEqual(['R1|d2000', 'R1|d2000|2'])
  })

  test('on two days gives two lines, told apart by their days', async () => {
    const content = entry('20.00', { day: '2026-02-23' }) + entry('20.00')
    const text = doc(statement('100.00', '60.00', content).replace('FrDtTm>2026-02-24', 'FrDtTm>2026-02-23'))
    const { broken, lines } = await read('camt053', text)
    expect(broken).toBeNull()
    expect(lines.map(({ key, day }) => [key, day])).toEqual([
      ['R1|d2000', '2026-02-23'],
      ['R1|d2000', '2026-02-24'],
    ])
  })

  test("on the parts of a batch, which is the batch's own, gives a line for each part", async () => {
    const part = (reference: string) => tx('10.00', reference).replace('<Refs>', '<Refs><AcctSvcrRef>R1</AcctSvcrRef>')
    const details = part('HT001') + part('HT002')
    const { broken, lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(broken).toBeNull()
    expect(lines.map(({ key, reference }) => [key, reference])).toEqual([
      ['R1|d2000#R1:-1000', 'HT001'],
      ['R1|d2000#R1:-1000|2', 'HT002'],
    ])
  })
})

describe('amounts as banks write them', () => {
  const charged = (charges: string, booked = '15.26', more = '') => {
    const details = `<TxDtls><Refs><EndToEndId>HT001</EndToEndId></Refs>${amt('15.00')}<Chrgs>${charges}</Chrgs>${more}</TxDtls>`
    return read('camt053', doc(statement('100.00', '84.74', entry(booked, { details }))))
  }

  test.each([
    ['that does not say whether it is inside', `<Rcrd>${amt('0.26')}</Rcrd>`],
    ['of which only the total is said', `<TtlChrgsAndTaxAmt Ccy="CNY">0.26</TtlChrgsAndTaxAmt>`],
    [
      'in two records, one of them outside',
      `<Rcrd>${amt('0.26')}</Rcrd><Rcrd>${amt('9.00')}<ChrgInclInd>false</ChrgInclInd></Rcrd>`,
    ],
  ])('a charge %s is a fee when it is exactly the difference', async (_what, charges) => {
    const { broken, lines } = await charged(charges)
    expect(broken).toBeNull()
    expect(lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['payment', 1500],
      ['fee', 26],
    ])
  })

  test('a charge that is not the difference is refused', async () => {
    expect(await charged(`<Rcrd>${amt('0.25')}</Rcrd>`)).toMatchObject({ broken: { why: 'batch' } })
  })

  test('a transaction of zero leaves the money to its entry', async () => {
    const { broken, lines } = await read(
      'camt053',
      doc(statement('100.00', '80.00', entry('20.00', { details: tx('0', 'a') }))),
    )
    expect(broken).toBeNull()
    expect(lines).toMatchObject([{ amountMinor: 2000, reference: 'a', parts: null }])
  })

  test('transactions of zero are one line of so many parts', async () => {
    const details = tx('0', 'a') + tx('0.00', 'b')
    const { broken, lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(broken).toBeNull()
    expect(lines).toMatchObject([{ key: 'R1|d2000', amountMinor: 2000, parts: 2 }])
  })

  test('transactions of which none says an amount are one line of so many parts', async () => {
    const details = tx(null, 'a') + tx(null, 'b')
    const { broken, lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(broken).toBeNull()
    expect(lines).toMatchObject([{ key: 'R1|d2000', amountMinor: 2000, parts: 2 }])
  })

  test.each([
    ['first', tx(null, 'a') + tx('20.00', 'b')],
    ['last', tx('20.00', 'b') + tx(null, 'a')],
  ])('of parts that say their amounts, the %s may not leave it out', async (_where, details) => {
    const { broken } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(broken).toMatchObject({ why: 'batch', detail: 'a part without an amount' })
  })

  test('what is pending moves no money, and needs no day', async () => {
    const pending = entry('7.00', { status: '<Sts>PDNG</Sts>', ref: 'R2' }).replace(/<BookgDt>.*?<\/BookgDt>/, '')
    const summary = '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>'
    const { broken, lines } = await read('camt054', note(summary + entry('20.00') + pending))
    expect(broken).toBeNull()
    expect(lines).toMatchObject([{ amountMinor: 2000 }])
  })

  test.each([
    ['first', tx('0', 'a') + tx('20.00', 'b')],
    ['last', tx('20.00', 'b') + tx('0', 'a')],
  ])('a part of zero moves nothing, be it the %s', async (_where, details) => {
    const { broken, lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(broken).toBeNull()
    expect(lines).toMatchObject([{ amountMinor: 2000, reference: 'b' }])
  })

  test("transactions in another currency count by their value in the account's", async () => {
    const value = (reference: string) =>
      tx(
        null,
        reference,
        `<AmtDtls><InstdAmt>${amt('1.50', 'USD')}</InstdAmt><TxAmt>${amt('1.50', 'USD')}</TxAmt><CntrValAmt>${amt('10.00')}</CntrValAmt></AmtDtls>`,
      )
    const details = value('a') + value('b')
    const { broken, lines } = await read('camt053', doc(statement('100.00', '80.00', entry('20.00', { details }))))
    expect(broken).toBeNull()
    expect(lines.map(({ amountMinor, currency }) => [amountMinor, currency])).toEqual([
      [1000, 'CNY'],
      [1000, 'CNY'],
    ])
  })

  test('an entry without an amount says whose fault it is', async () => {
    const text = doc(statement('100.00', '80.00', '<Ntry><CdtDbtInd>DBIT</CdtDbtInd></Ntry>'))
    expect(await read('camt053', text)).toMatchObject({ broken: { why: 'no_amount' } })
  })
})

describe('balances that are not the booked ones', () => {
  const other = (opening: string, closing: string) =>
    doc(statement('100.00', '80.00', entry('20.00')))
      .replace('OPBD', opening)
      .replace('CLBD', closing)
  const own = (opening: string, closing: string) =>
    other('OWN1', 'OWN2')
      .replace('<Cd>OWN1</Cd>', `<Prtry>${opening}</Prtry>`)
      .replace('<Cd>OWN2</Cd>', `<Prtry>${closing}</Prtry>`)

  test.each([
    ['available', other('OPAV', 'CLAV')],
    ['booked and available', other('OPBD', 'CLAV')],
    ['numbers of the BAI', own('010', '015')],
    ["a bank's own words", own('Opening ledger', 'Closing ledger')],
  ])('are taken when they follow: %s', async (_what, text) => {
    const { broken, totals } = await read('camt053', text)
    expect(broken).toBeNull()
    expect(totals).toMatchObject([{ openingMinor: 10000, closingMinor: 8000, proved: ['structure', 'balances'] }])
  })

  test('are not taken when they do not', async () => {
    const text = other('OPAV', 'CLAV').replace('80.00', '70.00')
    expect(await read('camt053', text)).toMatchObject({ broken: { why: 'balance', detail: 'missing' } })
  })

  test('may be said by a person, both of them', async () => {
    const text = own('X1', 'X2')
    expect(await read('camt053', text)).toMatchObject({ broken: { why: 'balance', detail: 'missing' } })
    const claimed = await read('camt053', text, { claims: { openingMinor: 10000, closingMinor: 8000, rows: 1 } })
    expect(claimed).toMatchObject({
      broken: null,
      totals: [{ openingMinor: 10000, closingMinor: 8000, proved: ['structure', 'claims'] }],
    })
    const wrong = await read('camt053', text, { claims: { openingMinor: 10000, closingMinor: 8001 } })
    expect(wrong).toMatchObject({ broken: { why: 'claims' } })
  })
})

describe('days as banks write them', () => {
  test('a day outside the period is taken where the balances follow, and refused where there are none', async () => {
    const before = entry('20.00', { day: '2026-02-22' })
    const { broken, totals } = await read('camt053', doc(statement('100.00', '80.00', before)))
    expect(broken).toBeNull()
    expect(totals).toMatchObject([{ summary: { firstDay: '2026-02-22' } }])
    const period = '<FrToDt><FrDtTm>2026-02-24T00:00:00</FrDtTm><ToDtTm>2026-02-24T23:59:59</ToDtTm></FrToDt>'
    expect(await read('camt054', note(period + before))).toMatchObject({ broken: { why: 'period' } })
  })

  test('an entry without a day is booked on that of the closing balance, or on the last of the period', async () => {
    const undated = entry('20.00').replace(/<BookgDt>.*?<\/BookgDt>/, '<ValDt/>')
    const text = doc(statement('100.00', '80.00', undated))
    expect((await read('camt053', text)).lines).toMatchObject([{ day: '2026-02-24' }])
    const dated = text.replace(/(CLBD.*?)<\/Bal>/, '$1<Dt><Dt>2026-02-23</Dt></Dt></Bal>')
    expect((await read('camt053', dated)).lines).toMatchObject([{ day: '2026-02-23' }])
    expect(await read('camt054', note(undated))).toMatchObject({ broken: { why: 'no_day' } })
  })

  test('24:00:00 is the end of its day', async () => {
    const text = one.replace('2026-02-25T00:00:00', '2026-02-24T24:00:00')
    expect(await read('camt053', text)).toEqual(await read('camt053', one))
    const booked = one.replace('<BookgDt><Dt>2026-02-24</Dt>', '<BookgDt><DtTm>2026-02-24T24:00:00+08:00</DtTm>')
    expect((await read('camt053', booked)).lines).toMatchObject([
      { day: '2026-02-24', bookedAt: '2026-02-24T16:00:00.000Z' },
    ])
  })

  test('an entry of zero counts in the direction that it says', async () => {
    const summary =
      '<TxsSummry><TtlCdtNtries><NbOfNtries>0</NbOfNtries></TtlCdtNtries><TtlDbtNtries><NbOfNtries>2</NbOfNtries></TtlDbtNtries></TxsSummry>'
    const text = doc(statement('100.00', '80.00', summary + entry('20.00') + entry('0.00')))
    expect(await read('camt053', text)).toMatchObject({ broken: null, lines: [{ amountMinor: 2_000 }] })
  })
})
