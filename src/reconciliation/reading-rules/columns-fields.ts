/** How a plain CSV is read, as a form says it and shows it. */
import { encodings } from '../../platform/files/encoding.ts'
import { type CsvMapping, csvMapping, mostHeaderRows } from '../formats/csv/mapping.ts'
import type { GivenShape, Sniffed } from '../formats/csv/sniff-csv.ts'
import type { PostedFields, Refused } from '../statements/form.ts'

/** Delimiters by what a form calls them: a tab is lost on its way. */
export const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
const delimiterNames = Object.keys(delimiters) as (keyof typeof delimiters)[]

/** The shape of the file as the form says it; what it leaves open is guessed. */
export function shapeIn(fields: PostedFields): GivenShape {
  const encoding = encodings.find((one) => one === fields.encoding)
  const delimiter = delimiterNames.find((one) => one === fields.delimiter)
  const whole = (text = '') => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : null)
  const [headerRow, headerRows] = [whole(fields.headerRow), whole(fields.headerRows)]
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiters[delimiter] }),
    ...(headerRow === null ? {} : { headerRow }),
    ...(headerRows === null || headerRows < 1 || headerRows > mostHeaderRows ? {} : { headerRows }),
  }
}

/** The mapping that a form posts; what does not fit together is refused by its own schema. */
export function mappingIn(
  fields: PostedFields,
  sniffed: Pick<Sniffed, 'encoding' | 'delimiter' | 'headerRow' | 'headerRows'>,
  currency: string,
): CsvMapping | Refused {
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
            neither: lines('neitherWords'),
          }
        : fields.by === 'balance' || fields.by === 'newest'
          ? { by: 'balance', column: column('amount'), ...(fields.by === 'newest' ? { newest: true } : {}) }
          : { by: 'sign', column: column('amount'), below: fields.below }
  const balance = column('balance')
  const [status, fee, second] = [column('status'), column('fee'), column('fee2')]
  if (amount.by === 'balance' && balance === null) return { refused: 'columns' }
  if (fee !== null && !fields.feeInside) return { refused: 'fee' }
  const currencyColumn = column('currency')
  const endsAt = fields.endsAt?.trim() ?? ''
  const read = csvMapping.safeParse({
    encoding: sniffed.encoding,
    delimiter: sniffed.delimiter,
    headerRow: sniffed.headerRow,
    headerRows: sniffed.headerRows,
    endsAt: endsAt === '' ? null : endsAt,
    lastRowEnds: fields.lastRowEnds !== 'no',
    day: { column: column('day'), format: fields.dayFormat, ...(fields.above === 'yes' ? { above: true } : {}) },
    zone: fields.zone || undefined,
    decimal: fields.decimal,
    amount,
    fee:
      fee === null ? null : { column: fee, ...(second === null ? {} : { second }), inside: fields.feeInside === 'yes' },
    status: status === null ? null : { column: status, booked: lines('bookedWords'), unbooked: lines('unbookedWords') },
    currency: currencyColumn === null ? { code: currency } : { column: currencyColumn },
    key: column('key'),
    providerId: column('providerId'),
    reference: column('reference'),
    type: column('type'),
    balance: balance === null ? null : { column: balance, chains: fields.chains === 'yes' },
  })
  return read.success ? read.data : { refused: 'columns' }
}

/** A mapping as a form shows it. */
export function mappingFields(mapping: CsvMapping): PostedFields {
  const { amount, balance, currency, status, fee } = mapping
  return {
    ...shapeFields(mapping),
    day: mapping.day.column,
    dayFormat: mapping.day.format,
    above: mapping.day.above ? 'yes' : 'no',
    decimal: mapping.decimal,
    by: amount.by === 'balance' && amount.newest === true ? 'newest' : amount.by,
    ...(amount.by === 'columns' ? { debit: amount.debit, credit: amount.credit } : { amount: amount.column }),
    ...(amount.by === 'word'
      ? {
          direction: amount.direction,
          debitWords: amount.debit.join('\n'),
          creditWords: amount.credit.join('\n'),
          neitherWords: amount.neither.join('\n'),
        }
      : {}),
    below: amount.by === 'sign' ? amount.below : 'debit',
    currency: 'column' in currency ? currency.column : '',
    fee: fee?.column ?? '',
    fee2: fee?.second ?? '',
    feeInside: fee === null ? '' : fee.inside ? 'yes' : 'no',
    status: status?.column ?? '',
    bookedWords: (status?.booked ?? []).join('\n'),
    unbookedWords: (status?.unbooked ?? []).join('\n'),
    endsAt: mapping.endsAt ?? '',
    lastRowEnds: mapping.lastRowEnds ? 'yes' : 'no',
    zone: mapping.zone,
    key: mapping.key ?? '',
    providerId: mapping.providerId ?? '',
    reference: mapping.reference ?? '',
    type: mapping.type ?? '',
    balance: balance?.column ?? '',
    chains: balance?.chains ? 'yes' : 'no',
  }
}

type Shape = Pick<CsvMapping, 'encoding' | 'delimiter' | 'headerRow' | 'headerRows'>

/** The shape of a file as a form shows it. */
export function shapeFields({ encoding, delimiter, headerRow, headerRows }: Shape) {
  return {
    encoding: encoding ?? '',
    delimiter: delimiterNames.find((name) => delimiters[name] === delimiter),
    headerRow: String(headerRow),
    headerRows: String(headerRows),
  }
}
