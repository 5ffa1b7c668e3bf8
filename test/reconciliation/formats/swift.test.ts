/** MT940 and MT942 as banks write them: what each movement comes to, where it belongs, and what is refused. */
import { describe, expect, it } from 'vitest'
import { detectUpload } from '../../../src/reconciliation/formats/open-file.ts'
import { asBytes, read, readUpload } from './reading.ts'

const ours = 'H01KAYZ5B7XH3M9QW2T4V6'
const other = 'H01KAYZ5B7XH3M9QW2T4V7'
const batch = 'BATCH01KAYZ5B7XH3M9QW2T4V6'

interface Statement {
  /** Fields 61 with their 86. */
  movements?: string[]
  opening?: string
  closing?: string
}

const mt940 = ({ movements = [], opening = '60F:C261122HKD100,00', closing = '62F:C261123HKD78,00' }: Statement = {}) =>
  [':20:AI1', ':25:123456789838', ':28C:00327/00001', `:${opening}`, ...movements, `:${closing}`, '-', ''].join('\r\n')

const paid = ':61:2611231123DD22,00NTRFNONREF//HC1'
/** One movement of 22 HKD that left. */
const one = (...rows: string[]) => read('mt940', mt940({ movements: rows }))

describe('a statement', () => {
  it('is its balances, its days and its movements', async () => {
    const { headings, lines, totals, broken } = await one(paid, `:86:FPS PAYMENT/EREF/${ours}/REMI/STUDY`)
    expect(broken).toBeNull()
    expect(headings).toMatchObject([
      { account: '123456789838', currency: 'HKD', fromDay: '2026-11-23', openingMinor: 10_000 },
    ])
    expect(lines).toMatchObject([
      {
        ...{ day: '2026-11-23', direction: 'debit', amountMinor: 2_200, kind: 'payment', rawType: 'D/NTRF' },
        ...{ key: 'HC1|d2200', providerId: 'HC1', reference: ours },
      },
    ])
    expect(totals).toMatchObject([{ closingMinor: 7_800, toDay: '2026-11-23', proved: ['structure', 'balances'] }])
  })

  it.each<[what: string, rows: string[], reference: string | null]>([
    ['after its code word, cut at the end of a row', [':86:FPS/EREF/H01KAYZ5B7XH', '3M9QW2T4V6/REMI/STUDY'], ours],
    ['cut at the end of a full row', [`:86:${'X'.repeat(55)}/EREF/INV-`, '0815/REMI/A'], 'INV-0815'],
    ['in a subfield, as banks of Germany have it', [`:86:116?00X?20EREF+${ours}?21KREF+NONREF`], ours],
    ['anywhere in the text', [`:86:TRF ${ours.toLowerCase()} CHAN TAI MAN`], ours],
    ['in the field of the customer', [], 'PAYROLL 1'],
    ['beside another one is nobody’s', [`:86:TRF ${ours} FOR ${other}`], null],
    ['that the bank itself calls so, beside another one', [`:86:/EREF/${ours}/REMI/${other}`], ours],
    ['nowhere', [':86:CHAN TAI MAN'], null],
  ])('has our reference %s', async (what, rows, reference) => {
    const { lines } = await one(what.includes('customer') ? paid.replace('NONREF', 'PAYROLL 1') : paid, ...rows)
    expect(lines).toMatchObject([{ reference }])
    expect(JSON.stringify(lines)).not.toContain('CHAN')
  })

  it('names our batch, wherever its text is cut', async () => {
    const { lines } = await one(paid, `:86:AUTOPAY OUT ${batch.slice(0, 10)}`, `${batch.slice(10)}-HKD 12 ITEMS`)
    expect(lines).toMatchObject([{ batches: [`batch_${batch.slice(5).toLowerCase()}`] }])
  })

  it.each<[what: string, field: string, closing: string, line: object]>([
    ['a reversal of a debit is money that came back', '2611231123RD22,00NTRFX', '122,00', { kind: 'return' }],
    ['a reversal of a credit left', '2611231123RC22,00NMSCX', '78,00', { direction: 'debit' }],
    ['a charge', '2611231123D22,00NCHGX', '78,00', { kind: 'fee' }],
    ['a word that nobody knows', '2611231123D22,00NZZZX', '78,00', { kind: 'unknown', rawType: 'D/NZZZ' }],
    [
      'the customer’s reference said to stand in field 86',
      '2611231123D22,00NTRFKREF+//HC1',
      '78,00',
      { reference: null },
    ],
    ['without the day of the entry', '261123D22,NTRFX', '78,00', { day: '2026-11-23' }],
    ['with blanks for it', '261123    D22,00NTRFX', '78,00', { day: '2026-11-23' }],
    ['an entry of the year before', '2701021231D22,00NTRFX', '78,00', { day: '2026-12-31' }],
    ['an entry whose value lies months back', '2603011123D22,00NINTX', '78,00', { day: '2026-11-23' }],
    ['our reference whole, longer than its field is', `2611231123D22,00NTRF${ours}`, '78,00', { reference: ours }],
    ['a day of value that no calendar has', '2602300301D22,00NTRFX', '78,00', { day: '2026-03-01' }],
    ['zeros before the amount', '2611231123D000000022,00NTRFX', '78,00', { amountMinor: 2_200 }],
    ['the number of the bank on a row of its own', '2611231123D22,00NTRFX\r\n//B7', '78,00', { providerId: 'B7' }],
    ['an account in the place of a reference', '2611231123D22,00NTRFNL47INGB9999999999', '78,00', { reference: null }],
  ])('%s', async (_what, field, closing, line) => {
    const text = mt940({ movements: [`:61:${field}`], closing: `62F:C261123HKD${closing}` })
    expect(await read('mt940', text)).toMatchObject({ broken: null, lines: [{ amountMinor: 2_200, ...line }] })
  })

  it('of several pages and days is as many sections, and of a day without movements covers it', async () => {
    const pages = [
      mt940({ movements: [paid], closing: '62M:C261123HKD78,00' }),
      mt940({
        movements: [paid.replace('HC1', 'HC2')],
        opening: '60M:C261123HKD78,00',
        closing: '62F:C261123HKD56,00',
      }),
      mt940({ opening: '60F:C261123HKD56,00', closing: '62F:C261124HKD56,00' }),
    ]
    const { headings, lines, totals } = await read('mt940', pages.join(''))
    expect(lines.map(({ key }) => key)).toEqual(['HC1|d2200', 'HC2|d2200'])
    expect(totals.map(({ toDay }) => toDay)).toEqual(['2026-11-23', '2026-11-23', '2026-11-24'])
    expect(headings.at(-1)).toMatchObject({ fromDay: '2026-11-24', toDay: '2026-11-24' })
    expect(await read('mt940', pages[0] ?? '')).toMatchObject({ broken: { why: 'truncated' }, totals: [] })
  })

  it('has a page before a page that goes on, and the last one before the next statement', async () => {
    const goesOn = mt940({ movements: [paid], opening: '60M:C261123HKD100,00' })
    const hasNoEnd = mt940({ opening: '60F:C261122HKD100,00', closing: '62M:C261123HKD100,00' }) + mt940()
    for (const text of [goesOn, hasNoEnd])
      expect(await read('mt940', text)).toMatchObject({ broken: { why: 'truncated' } })
  })

  it('tells movements without a number apart that say the same on two pages, and by account', async () => {
    const fee = ':61:2611231123D22,00NCHGNONREF'
    const [first, last] = [
      mt940({ movements: [fee], closing: '62M:C261123HKD78,00' }),
      mt940({ movements: [fee], opening: '60M:C261123HKD78,00', closing: '62F:C261123HKD56,00' }),
    ]
    const one = '2026-11-23|d2200|D/NCHG|'
    expect((await read('mt940', first + last)).lines.map(({ key }) => key)).toEqual([one, `${one}|2`])
    const theirs = mt940({ movements: [fee] }).replace(':25:1', ':25:2')
    expect((await read('mt940', mt940({ movements: [fee] }) + theirs)).lines.map(({ key }) => key)).toEqual([one, one])
  })

  it('tells two movements apart that say the same', async () => {
    const { lines } = await read('mt940', mt940({ movements: [paid, paid], closing: '62F:C261123HKD56,00' }))
    expect(lines.map(({ key }) => key)).toEqual(['HC1|d2200', 'HC1|d2200|2'])
  })

  it.each<[what: string, text: string, why: string]>([
    ['whose balances do not follow', mt940({ movements: [paid.replace('22,00', '22,01')] }), 'balance'],
    ['without an opening balance', mt940({ opening: '21:X' }), 'balance'],
    ['that ends before its balance', mt940({ movements: [paid] }).split(':62F')[0] ?? '', 'truncated'],
    ['with an amount that is none', mt940({ movements: [paid.replace('22,00', '2O,00')] }), 'balance'],
    ['with a day that is none', mt940({ movements: [paid.replace('2611231123', '2613011301')] }), 'day'],
    ['of another currency at its end', mt940({ closing: '62F:C261123USD100,00' }), 'currency'],
  ])('%s is refused', async (_what, text, why) => {
    expect(await read('mt940', text)).toMatchObject({ broken: { why }, totals: [] })
  })
})

describe('an interim report', () => {
  const report = (rows: string[], end = '-\n') =>
    `:20:R\n:25:1\n:28C:1/1\n:34F:HKD0,\n:13D:2611231200+0800\n${rows.join('\n')}\n${end}`

  it('has what is booked and numbered; the rest waits for the statement', async () => {
    const text = report([paid, ':61:2611231123D5,00NTRFNONREF', ':61:2611231123ED9,00NTRFX//Z', ':90D:2HKD27,00'])
    expect(await readUpload(asBytes(text))).toMatchObject({
      ...{ format: 'mt942', broken: null, headings: [{ currency: 'HKD', fromDay: null, openingMinor: null }] },
      ...{ lines: [{ key: 'HC1|d2200' }], totals: [{ waiting: 1, proved: ['structure', 'totals'] }] },
    })
  })

  it('is refused where its sums are others, or nothing shows its end', async () => {
    expect((await read('mt942', report([paid, ':90D:1HKD22,01']))).broken).toMatchObject({ why: 'totals' })
    expect((await read('mt942', report([paid], ''))).broken).toMatchObject({ why: 'unproved' })
    // Without its end mark it may have been cut behind the first of its sums, and not behind both.
    expect((await read('mt942', report([paid, ':90D:1HKD22,00'], ''))).broken).toMatchObject({ why: 'unproved' })
    const { broken, totals } = await read('mt942', report([paid, ':90D:1HKD22,00', ':90C:0HKD0,'], ''))
    expect([broken, totals[0]?.proved]).toEqual([null, ['structure', 'totals']])
  })
})

describe('what a file is', () => {
  const text = mt940({ movements: [paid] })
  it.each([
    ['in the envelope of SWIFT', text.replace(':20:', '{1:F01BANK}{2:O9400000}{4:\r\n:20:').replace('-\r\n', '-}\r\n')],
    ['with the envelope on the row of its first field', `{1:F01BANK}{2:O9400000}{4:${text}`],
    ['behind rows of the program that carries it', `ABNANL2A\r\n940\r\nABNANL2A\r\n${text}`],
    ['behind a control character', `\u0001\r\n${text}\u0003`],
  ])('MT940 is known %s', async (_what, wrapped) => {
    expect(await detectUpload(asBytes(wrapped))).toBe('mt940')
    const { lines, broken } = await readUpload(asBytes(wrapped))
    expect([broken, lines.map(({ key }) => key)]).toEqual([null, ['HC1|d2200']])
  })

  it.each([
    ['OFX', 'OFXHEADER:100\nDATA:OFXSGML\n<OFX><STMTTRN><TRNAMT>-22.00,1</OFX>'],
    ['OFX as XML', '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?><OFX/>'],
    ['QIF', '!Type:Bank\nD23/11/2026\nT-22.00\nPCHAN, TAI MAN\n^\n'],
    ['BAI2', '01,122099999,123456789,261123,0200,1,65,,2/\n02,123456789,122099999,1,261123,,HKD,2/\n'],
  ])('%s is told apart from a table', async (_what, other) => {
    expect(await detectUpload(asBytes(other))).toBeNull()
    expect((await readUpload(asBytes(other))).broken).toMatchObject({ why: 'other_statement' })
  })
})
