/** A bank's four days in November, and files of every kind that tell of them, drawn by chance. */
import { xlsxFile } from '../../../../src/platform/files/xlsx-write.ts'
import { csvMapping } from '../../../../src/reconciliation/formats/csv/mapping.ts'
import { type Booked, notification, part, statement } from '../../matching/bank-batch.ts'

interface Entry {
  /** 1 to 4. */
  day: number
  /** The bank's number; '' where it has none, and the same for twins. */
  ref: string
  /** Of tables. */
  serial: string
  minor: number
  parts: { id: string; minor: number }[]
}

interface Bank {
  entries: Entry[]
  /** Whether its older messages have the numbers of the newer ones. */
  numbers: 'alike' | 'otherwise' | 'none'
}

type Random = () => number

const opening = 1_000_000
export const dayOf = (day: number) => `2026-11-${20 + day}`
const sumOf = (some: readonly { minor: number }[]) => some.reduce((sum, { minor }) => sum + minor, 0)
const text = (minor: number) => (Math.abs(minor) / 100).toFixed(2)
const bytesOf = (content: string) => new TextEncoder().encode(content)

export function anyBank(random: Random): Bank {
  const pick = <One>(some: readonly One[]) => some[Math.floor(random() * some.length)] as One
  const numbers = pick(['alike', 'alike', 'otherwise', 'none'] as const)
  const hasTwins = random() < 0.5
  const entries = Array.from({ length: 1 + Math.floor(random() * 10) }, (_, i): Entry => {
    const sign = random() < 0.6 ? -1 : 1
    const count = random() < 0.3 ? pick([2, 3]) : 1
    const parts = Array.from({ length: count }, (_part, n) => ({
      id: random() < 0.2 ? `E${i}` : `E${i}x${n}`,
      minor: sign * pick([100, 200, 250]),
    }))
    const ref = numbers === 'none' ? '' : hasTwins && random() < 0.5 ? pick(['A', 'B']) : `R${i}`
    return { day: pick([1, 2, 3, 4]), ref, serial: `${1000 + i}`, minor: sumOf(parts), parts }
  })
  return { numbers, entries: entries.toSorted((one, other) => one.day - other.day) }
}

export const kinds = [
  ...(['camt053', 'camt053 of parts', 'camt054', 'camt054 of parts', 'camt052', 'mt940', 'mt942'] as const),
  ...(['csv', 'csv by the bank’s number', 'csv by all it says', 'xlsx'] as const),
  ...(['camt053 of a morning', 'camt053 of an afternoon', 'mt940 of a morning', 'mt940 of an afternoon'] as const),
]
type Kind = (typeof kinds)[number]

function bookedOf({ day, ref, minor, parts }: Entry, inParts: boolean): Booked {
  const whole = parts.length > 1 && !inParts
  const details = whole
    ? `<Btch><NbOfTxs>${parts.length}</NbOfTxs></Btch>`
    : parts.map((one) => part(one.minor, `<EndToEndId>${one.id}</EndToEndId>`)).join('')
  return { day: dayOf(day), ref, minor, details }
}

/** An intraday report is written as a notification is. */
function report(booked: readonly Booked[]) {
  const notice = new TextDecoder().decode(notification(booked))
  return bytesOf(
    notice
      .replace('camt.054', 'camt.052')
      .replaceAll('BkToCstmrDbtCdtNtfctn', 'BkToCstmrAcctRpt')
      .replaceAll('Ntfctn', 'Rpt'),
  )
}

const swiftDay = (day: number) => dayOf(day).slice(2).replaceAll('-', '')
const swiftAmount = (minor: number) => text(minor).replace('.', ',')

function swift(
  { numbers }: Bank,
  some: readonly Entry[],
  balances: { from: number; to: number; before: number } | null,
) {
  const rows = some.map(({ day, ref, serial, minor, parts: [one, other] }) => {
    const own = numbers === 'otherwise' ? `M${serial}` : ref
    const at = `${swiftDay(day)}${swiftDay(day).slice(2)}${minor < 0 ? 'D' : 'C'}${swiftAmount(minor)}`
    return `:61:${at}NTRF${other === undefined ? one?.id : 'NONREF'}${own === '' ? '' : `//${own}`}`
  })
  const [open, close] =
    balances === null
      ? [':34F:CNY0,', []]
      : [
          `:60F:C${swiftDay(balances.from - 1)}CNY${swiftAmount(balances.before)}`,
          [`:62F:C${swiftDay(balances.to)}CNY${swiftAmount(balances.before + sumOf(some))}`],
        ]
  return bytesOf([':20:1', ':25:622200', ':28C:1/1', open, ...rows, ...close, '-', ''].join('\n'))
}

const mapping = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'YYYY-MM-DD' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'CNY' },
  key: 'Serial',
  reference: 'Text',
})

async function table(kind: Kind, some: readonly Entry[], from: number, to: number) {
  const names = ['Date', 'Serial', 'Ref', 'Amount', 'Text']
  const rows = some.map(({ day, serial, ref, minor, parts }) => {
    return [
      dayOf(day),
      serial,
      ref,
      `${minor < 0 ? '-' : ''}${text(minor)}`,
      parts[1] === undefined ? `${parts[0]?.id}` : '',
    ]
  })
  const key = { csv: 'Serial', xlsx: 'Serial', 'csv by the bank’s number': 'Ref' }[kind as string] ?? null
  const options = {
    mapping: { ...mapping, key },
    claims: { rows: rows.length, fromDay: dayOf(from), toDay: dayOf(to) },
  }
  if (kind !== 'xlsx')
    return { bytes: bytesOf(`${[names, ...rows].map((row) => row.join(',')).join('\n')}\n`), ...options }
  const columns = names.map((header) => ({ header, kind: 'text', width: 9 }) as const)
  return { bytes: new Uint8Array(await xlsxFile('1', columns, rows)), ...options }
}

/** What a file tells, which days it tells whole, and the file; null where there is nothing to tell. */
export async function anyFile(bank: Bank, kind: Kind, random: Random) {
  const [one, other] = [1 + Math.floor(random() * 4), 1 + Math.floor(random() * 4)]
  const [from, last] = [Math.min(one, other), Math.max(one, other)]
  const days = bank.entries.filter(({ day }) => day >= from && day <= last)
  const ofDay = days.filter(({ day }) => day === from)
  const before = opening + sumOf(bank.entries.filter(({ day }) => day < from))
  const inParts = kind.endsWith('of parts') || (kind === 'camt052' && random() < 0.5)
  const booked = (some: readonly Entry[]) => some.map((entry) => bookedOf(entry, inParts))
  const whole = { told: days, from, to: last, isWhole: true }
  if (kind.includes('csv') || kind === 'xlsx') {
    const isNameless = kind === 'csv by the bank’s number' && bank.numbers === 'none'
    return days.length === 0 || isNameless ? null : { ...whole, ...(await table(kind, days, from, last)) }
  }
  if (kind === 'camt053' || kind === 'camt053 of parts') {
    return { ...whole, bytes: statement(dayOf(from), dayOf(last), before, booked(days)) }
  }
  if (kind === 'mt940') return { ...whole, bytes: swift(bank, days, { from, to: last, before }) }
  const cut = Math.ceil(ofDay.length / 2)
  if (kind.endsWith('noon') || kind.endsWith('morning')) {
    const isLater = kind.endsWith('noon')
    const ofFile = isLater ? ofDay.slice(cut) : ofDay.slice(0, cut)
    const at = before + (isLater ? sumOf(ofDay.slice(0, cut)) : 0)
    const bytes = kind.startsWith('mt940')
      ? swift(bank, ofFile, { from, to: from, before: at })
      : statement(dayOf(from), dayOf(from), at, booked(ofFile))
    return { told: ofFile, from, to: from, isWhole: false, bytes }
  }
  const isNotice = kind.startsWith('camt054')
  const ofFile = isNotice ? days : ofDay.slice(0, 1 + Math.floor(random() * ofDay.length))
  if (ofFile.length === 0) return null
  const bytes = isNotice
    ? notification(booked(ofFile))
    : kind === 'camt052'
      ? report(booked(ofFile))
      : swift(bank, ofFile, null)
  return { told: [], from, to: last, isWhole: false, bytes }
}
