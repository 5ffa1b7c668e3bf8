/** Which lines of a file are new: by what identifies a line, in whatever order files overlap. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { dayOfMovement, type Movement } from '../../../simulation/statements/movement.ts'
import { readCsv } from '../../../src/platform/files/csv-read.ts'
import { xlsxFile } from '../../../src/platform/files/xlsx-write.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { isBankFormat, type StatementFormat, statementFormats } from '../../../src/reconciliation/formats/statement.ts'
import { digestOf } from '../../../src/reconciliation/matching/line-digest.ts'
import type { KnownLine } from '../../../src/reconciliation/matching/lines-store.ts'
import { formerKeysOf, keysOf, keysOfAccount, tellNew } from '../../../src/reconciliation/statements/identity.ts'
import { runs } from '../../support/run/whole.ts'
import { read, readUpload } from '../formats/reading.ts'

interface Booked {
  /** 1 to 4. */
  day: number
  ref: string
  amount: string
}

const dayOf = (day: number) => `2026-02-2${day}`

function camtOf(booked: readonly Booked[]): string {
  const entries = booked.map(
    ({ day, ref, amount }) =>
      `<Ntry><Amt Ccy="HKD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${dayOf(day)}</Dt></BookgDt>${ref === '' ? '' : `<AcctSvcrRef>${ref}</AcctSvcrRef>`}</Ntry>`,
  )
  return `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>1</Id><Acct><Id><IBAN>X</IBAN></Id><Ccy>HKD</Ccy></Acct>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
}

const mapping = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'YYYY-MM-DD' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'HKD' },
  key: 'Reference',
})

function csvOf(booked: readonly Booked[]): string {
  return `Date,Reference,Amount\n${booked.map(({ day, ref, amount }) => `${dayOf(day)},${ref || 'none'},${amount}\n`).join('')}`
}

/** What stands in the books after files were read one after the other. */
class Kept {
  readonly lines = new Map<string, KnownLine>()
  #files = 0

  async add(format: StatementFormat, text: string) {
    const rows = text.split('\n').length - 2
    const reading = await read(format, text, format === 'csv' ? { mapping, claims: { rows } } : {})
    return this.addRead({ ...reading, format })
  }

  /** Adds what was read of a file. @returns how many lines were new */
  addRead({ lines, broken, format }: Pick<Awaited<ReturnType<typeof readUpload>>, 'lines' | 'broken' | 'format'>) {
    this.#files += 1
    const id = `S${this.#files}`
    expect(broken).toBeNull()
    if (format === null) throw new Error('It is no file that is read.')
    const found = lines.map((line) => ({
      line_key: line.key,
      row: line.n,
      day: line.day,
      digest: digestOf(format, line),
      place: line.line,
    }))
    const known = new Map(
      found
        .flatMap((line) => keysOf(format, line))
        .flatMap((key) => {
          const one = this.lines.get(key)
          return one === undefined ? [] : [[key, one] as const]
        }),
    )
    const { fresh, changed } = tellNew({ id, format, bankAccount: null }, found, known)
    expect(changed).toBeUndefined()
    for (const { line_key: key, row, day, digest } of fresh) {
      expect(this.lines.has(key)).toBe(false)
      this.lines.set(key, { key, statementId: id, row, day, digest, format, names: null, booking: null })
    }
    return fresh.length
  }

  money() {
    return [...this.lines.values()].map(({ digest }) => digest).sort()
  }
}

const anyBooked = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 4 }),
      ref: fc.constantFrom('', 'A', 'B'),
      amount: fc.constantFrom('1.00', '2.00'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) => all.sort((one, other) => one.day - other.day))
/** Days from and to, in any order of files; the whole stretch is among them. */
const anyCuts = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { maxLength: 5 })
  .chain((cuts) => fc.shuffledSubarray([...cuts, [1, 2] as const, [2, 4] as const], { minLength: cuts.length + 2 }))

describe('a file that is cut between days into overlapping files', () => {
  test.each(['camt054', 'csv'] as const)('gives the same lines in any order: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyBooked, anyCuts, async (all, cuts) => {
        // A reference in a plain CSV stands for one amount.
        const booked =
          format === 'csv' ? all.map((one) => ({ ...one, amount: one.ref === 'A' ? '1.00' : '2.00' })) : all
        const write = format === 'csv' ? csvOf : camtOf
        const whole = new Kept()
        expect(await whole.add(format, write(booked))).toBe(booked.length)
        const cut = new Kept()
        for (const [one, other] of cuts) {
          const part = booked.filter(({ day }) => day >= Math.min(one, other) && day <= Math.max(one, other))
          if (part.length > 0) await cut.add(format, write(part))
        }
        expect(cut.money()).toEqual(whole.money())
        expect(await cut.add(format, write(booked))).toBe(0)
        expect(await whole.add(format, write(booked))).toBe(0)
      }),
      { numRuns: runs(100) },
    )
  })
})

const start = Date.parse('2026-02-21T00:00:00.000+08:00')

/** Movements of four days, of which a bank books some together. */
const anyMovements = fc
  .array(
    fc.record({
      second: fc.nat(4 * 86_400 - 1),
      amountMinor: fc.constantFrom(100, 200, 12_345),
      isDebit: fc.boolean(),
      batch: fc.constantFrom('', 'A', 'B'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all
      .sort((one, other) => one.second - other.second)
      .map(
        ({ second, amountMinor, isDebit, batch }, i): Movement => ({
          id: `F${i}`,
          providerId: `P${i}`,
          reference: `H${i}`,
          at: new Date(start + second * 1000).toISOString(),
          direction: isDebit ? 'debit' : 'credit',
          amountMinor,
          currency: 'CNY',
          kind: isDebit ? 'payment' : 'topup',
          // Of one direction, as a payment file is.
          ...(batch === '' ? {} : { batch: `${batch}${isDebit ? 1 : 2}` }),
        }),
      ),
  )

/** A file of some of these movements, with the balance that those before left. */
async function fileOf(kind: StatementFormat | 'xlsx', all: readonly Movement[], some: readonly Movement[]) {
  const before = all.slice(
    0,
    all.findIndex(({ id }) => id === some[0]?.id),
  )
  const openingMinor = before.reduce(
    (sum, { direction, amountMinor }) => sum + (direction === 'debit' ? -amountMinor : amountMinor),
    10_000_000,
  )
  const format = kind === 'xlsx' ? 'csv' : kind
  const plain = isBankFormat(format) ? some : some.map(({ batch: _, ...one }) => one)
  const made = await makeFile(format, plain, { openingMinor, as: 'json' })
  if (kind !== 'xlsx') return made
  const { mapping: own, ...said } = made.read
  const table = readCsv(new TextDecoder().decode(made.bytes), own?.delimiter ?? ',', 100)
  if (!('rows' in table)) throw new Error(table.why)
  const first = table.rows.findIndex(({ cells }) => cells.includes('Betrag'))
  const [names = [], ...rows] = table.rows.slice(first).map(({ cells }) => cells)
  const width = Math.max(...table.rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, n) => ({ header: names[n] ?? '', kind: 'text', width: 9 }) as const)
  const bytes = new Uint8Array(await xlsxFile('1', columns, rows))
  return { bytes, read: { ...said, ...(own && { mapping: { ...own, delimiter: ',' as const, headerRow: 1 } }) } }
}

describe('a file of a provider or bank that is cut between days into overlapping files', () => {
  test.each([...statementFormats, 'xlsx'] as const)('gives the same lines in any order: %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anyMovements, anyCuts, async (all, cuts) => {
        const add = async (stored: Kept, some: readonly Movement[]) => {
          const { bytes, read: options } = await fileOf(kind, all, some)
          return stored.addRead(await readUpload(bytes, options))
        }
        const [whole, cut] = [new Kept(), new Kept()]
        const count = await add(whole, all)
        expect(count).toBeGreaterThan(0)
        for (const [one, other] of cuts) {
          const [from, to] = [dayOf(Math.min(one, other)), dayOf(Math.max(one, other))]
          const some = all.filter((movement) => dayOfMovement(movement) >= from && dayOfMovement(movement) <= to)
          if (some.length > 0) await add(cut, some)
        }
        expect(cut.money()).toEqual(whole.money())
        expect(await add(cut, all)).toBe(0)
        expect(await add(whole, all)).toBe(0)
      }),
      { numRuns: runs(25) },
    )
  })
})

test.each(['camt054', 'csv'] as const)(
  'twins of a day are two however far apart they stand, and whatever other days stand between them: %s',
  async (format) => {
    const others = Array.from({ length: 3_000 }, (_, n) => ({ day: 1, ref: `N${n}`, amount: '1.00' }))
    const [twin, later] = [1, 2].map((day) => ({ day, ref: 'A', amount: '1.00' })) as [Booked, Booked]
    const stored = new Kept()
    const write = format === 'csv' ? csvOf : camtOf
    expect(await stored.add(format, write([twin, later, ...others, twin, later]))).toBe(3_004)
    expect(await stored.add(format, write([later, twin, later, twin]))).toBe(0)
  },
)

test('an empty reference of the bank names nothing: bookings of one amount are told apart by what else they say', async () => {
  const stored = new Kept()
  const details =
    '<AcctSvcrRef></AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs></TxDtls></NtryDtls>'
  const one = camtOf([{ day: 1, ref: '', amount: '1.00' }]).replace('</Ntry>', `${details}</Ntry>`)
  expect([await stored.add('camt054', one), await stored.add('camt054', one.replace('E1', 'E2'))]).toEqual([1, 1])
})

describe('a line that was kept before', () => {
  const line = { line_key: 'R|c100', row: 1, day: '2026-02-21', digest: 'same', place: 3 }
  const storedLine = {
    key: 'R|c100',
    statementId: 'S1',
    row: 7,
    day: '2026-02-21',
    digest: 'same',
    format: 'camt053',
    names: null,
    booking: 'R',
  } as const
  const known = new Map<string, KnownLine>([[storedLine.key, storedLine]])
  const file = { id: 'S2', format: 'camt053', bankAccount: null } as const

  test('adds nothing', () => {
    expect(tellNew(file, [line], known)).toEqual({ fresh: [], met: [storedLine] })
  })

  test('is kept once more, as a part of its booking, where another statement says whose payment it is', () => {
    const named = { ...line, booking: 'R', reference: 'H1' }
    const { fresh } = tellNew(file, [named, { ...named, row: 2 }], known)
    expect(fresh).toEqual([{ ...named, line_key: 'R|c100|2026-02-21|named', is_part: 1 }])
    const naming = new Map([...known, ['R|c100', { ...storedLine, names: 'H1' }]] as const)
    expect(tellNew(file, [named], naming).fresh).toEqual([])
    expect(tellNew(file, [{ ...named, booking: 'S' }], known).fresh).toEqual([])
  })

  test('of another bank account is another line under a key of its own, which is known again', () => {
    const [a, b, c] = ['camt053:a', 'camt053:b', 'camt053:c']
    const there = new Map<string, KnownLine>()
    const come = (id: string, bankAccount: string | undefined, format: 'camt053' | 'mt940' = 'camt053') => {
      const { fresh, met } = tellNew(
        { id, format, bankAccount: bankAccount ?? null },
        [{ ...line, booking: 'R' }],
        there,
      )
      for (const one of fresh) {
        const key = one.line_key
        there.set(key, { ...storedLine, key, statementId: id, bankAccount: bankAccount ?? null, booking: one.booking })
      }
      return [...fresh.map((one) => `${one.line_key} of ${one.booking}`), ...met.map(({ key }) => `met ${key}`)]
    }
    expect(come('1', a)).toEqual(['R|c100 of R'])
    expect(come('2', b)).toEqual([`R|c100|2026-02-21 of R|${b}`])
    come('3', 'camt053:d')
    expect(come('4', c)).toEqual([`R|c100|2026-02-21|${c} of R|${c}`])
    expect([...keysOfAccount([line], there.values(), c ?? '')]).toEqual([`R|c100|2026-02-21|${c}`])
    expect([come('5', b), come('6', c), come('7', undefined)]).toEqual([
      ['met R|c100|2026-02-21'],
      [`met R|c100|2026-02-21|${c}`],
      ['met R|c100'],
    ])
    expect(keysOfAccount([line], [storedLine], c ?? '')).toEqual([])
  })

  test('of another day of another statement is another line', () => {
    expect(tellNew(file, [{ ...line, day: '2026-02-22' }], known).fresh).toMatchObject([
      { line_key: 'R|c100|2026-02-22' },
    ])
  })

  test('of a notification is kept beside that of a statement, of the same day as of another', () => {
    const notice = { ...file, format: 'camt054' } as const
    const keyOf = (day: string, there: ReadonlyMap<string, KnownLine>) =>
      tellNew(notice, [{ ...line, day }], there).fresh.map(({ line_key }) => line_key)
    expect(keyOf('2026-02-21', known)).toEqual(['R|c100|2026-02-21'])
    expect(keyOf('2026-02-22', known)).toEqual(['R|c100|2026-02-22'])
    const ofDay = { ...storedLine, key: 'R|c100|2026-02-22', day: '2026-02-22' }
    expect(keyOf('2026-02-22', new Map([...known, [ofDay.key, ofDay]]))).toEqual(['R|c100|2026-02-22|told'])
  })

  test('of which the bank left the number empty is known by the amount and its order, as an earlier release named it', () => {
    const bare = (row: number, place: string, day = line.day) => {
      const booking = `${day}|d100||PMNT|${place}`
      return { ...line, row, day, booking, line_key: booking }
    }
    const former = { ...storedLine, key: '|d100', booking: '|d100' }
    const second = { ...former, key: '|d100|2', statementId: 'S0' }
    const there = new Map<string, KnownLine>([former, second].map((one) => [one.key, one]))
    const lines = [bare(1, 'A'), bare(2, 'B'), bare(3, 'C'), bare(4, 'A', '2026-02-22')]
    expect([...formerKeysOf('camt053', lines).values()].flat()).toEqual(expect.arrayContaining([...there.keys()]))
    const { fresh, met } = tellNew(file, lines, there)
    expect([fresh, met]).toEqual([lines.slice(2), [former, second]])
    const part = { ...bare(1, 'A'), line_key: `${bare(1, 'A').line_key}#H1:-100` }
    expect(formerKeysOf('camt053', [part]).get(part)).toContain('|d100#H1:-100')
  })

  test('that says something else is refused', () => {
    const other = { ...line, digest: 'other' }
    expect(tellNew(file, [other], known)).toEqual({ fresh: [], met: [], changed: other })
  })

  test('of a wallet, whose numbers are never used again, is refused on another day', () => {
    const other = { ...line, day: '2026-02-22' }
    expect(tellNew({ ...file, format: 'wechat_fund_bill' }, [other], known).changed).toEqual(other)
  })
})
