/** What a person says of a file in the forms: its claims, and how a plain CSV is read. */

import { parseSignedMinorUnits } from '../../platform/money/money.ts'
import { isDay } from '../../platform/time/day.ts'
import { type CsvMapping, csvMapping } from '../formats/csv/mapping.ts'
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import { type DateFormat, dateFormats } from '../formats/dates.ts'
import type { Claims } from '../formats/parser.ts'
import type { Said } from './receive.ts'

/** Fields of a posted form, each with one text. */
export type Fields = Readonly<Record<string, string | undefined>>

/** Why an upload was not taken. */
export type UploadRefusal =
  | 'empty'
  | 'unknown_format'
  | 'which_account'
  | 'too_large'
  | 'piece'
  | 'incomplete'
  | 'not_receiving'
  | 'which_columns'
  | 'columns'
  | 'amount'
  | 'rows'
  | 'period'
  | 'sha1'

type Refused = { refused: UploadRefusal }

/** What stands beside the file. Balances are decimals, taken for an account of two decimals when none is chosen. */
export function saidIn(fields: Fields, currency: string): Omit<Said, 'bytes' | 'mapping'> | Refused {
  const text = (name: string) => fields[name]?.trim() ?? ''
  const claims: Claims = {}
  const [from, to] = [text('from'), text('to')]
  if (from !== '' || to !== '') {
    if (!isDay(from) || !isDay(to) || from > to) return { refused: 'period' }
    claims.fromDay = from
    claims.toDay = to
  }
  if (text('rows') !== '') {
    if (!/^\d{1,9}$/.test(text('rows'))) return { refused: 'rows' }
    claims.rows = Number(text('rows'))
  }
  for (const [name, key] of [
    ['opening', 'openingMinor'],
    ['closing', 'closingMinor'],
  ] as const) {
    if (text(name) === '') continue
    const minor = parseSignedMinorUnits(text(name).replaceAll(',', ''), currency)
    if (minor === null) return { refused: 'amount' }
    claims[key] = minor
  }
  const sha1 = text('sha1').toLowerCase()
  if (sha1 !== '' && !/^[0-9a-f]{40}$/.test(sha1)) return { refused: 'sha1' }
  return { claims, sha1: sha1 === '' ? null : sha1 }
}

/** The mapping that the columns page posts; what does not fit together is refused by its own schema. */
export function mappingIn(fields: Fields, sniffed: Sniffed, currency: string): CsvMapping | Refused {
  const column = (name: string) => (fields[name] ? fields[name] : null)
  const lines = (name: string) =>
    (fields[name] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const amount =
    fields.by === 'columns'
      ? { by: 'columns', debit: column('debit'), credit: column('credit') }
      : fields.by === 'word'
        ? {
            by: 'word',
            column: column('amount'),
            direction: column('direction'),
            debit: lines('debitWords'),
            credit: lines('creditWords'),
          }
        : { by: 'sign', column: column('amount'), below: fields.below }
  const balance = column('balance')
  const read = csvMapping.safeParse({
    encoding: sniffed.encoding,
    delimiter: sniffed.delimiter,
    headerRow: sniffed.headerRow,
    day: { column: column('day'), format: fields.dayFormat },
    decimal: fields.decimal,
    amount,
    currency: { code: currency },
    key: column('key'),
    providerId: column('providerId'),
    reference: column('reference'),
    type: column('type'),
    balance: balance === null ? null : { column: balance, chains: fields.chains === 'yes' },
  })
  return read.success ? read.data : { refused: 'columns' }
}

/** What the columns page begins with: what is remembered, or what the file seems to be. */
export function fieldsOf(mapping: CsvMapping | null, sniffed: Sniffed): Fields {
  if (mapping === null) {
    const day = sniffed.names.find((name) => (sniffed.days[name] ?? []).length > 0)
    const formats: readonly DateFormat[] = sniffed.days[day ?? ''] ?? dateFormats
    return { day, dayFormat: formats[0], decimal: '.', by: 'sign', below: 'debit', chains: 'no' }
  }
  const { amount, balance } = mapping
  return {
    day: mapping.day.column,
    dayFormat: mapping.day.format,
    decimal: mapping.decimal,
    by: amount.by,
    ...(amount.by === 'columns' ? { debit: amount.debit, credit: amount.credit } : { amount: amount.column }),
    ...(amount.by === 'word'
      ? {
          direction: amount.direction,
          debitWords: amount.debit.join('\n'),
          creditWords: amount.credit.join('\n'),
        }
      : {}),
    below: amount.by === 'sign' ? amount.below : 'debit',
    key: mapping.key ?? '',
    providerId: mapping.providerId ?? '',
    reference: mapping.reference ?? '',
    type: mapping.type ?? '',
    balance: balance?.column ?? '',
    chains: balance?.chains ? 'yes' : 'no',
  }
}
