/** What the columns page begins with: what was chosen before for such a file, or what the file seems to be. */
import type { Database } from '../../platform/db/together.ts'
import { type CsvMapping, csvMapping, fitsHeader } from '../formats/csv/mapping.ts'
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import { claimFields, type PostedFields } from '../statements/form.ts'
import type { Statement, UploadDetails } from '../statements/statement.ts'
import { mappingFields } from './columns-fields.ts'
import { guessedFields } from './guessed-fields.ts'
import { rememberedColumns } from './remembered.ts'
import { columnsName } from './rule.ts'
import * as store from './store.ts'

const filesBack = 20

export interface Prefill {
  fields: PostedFields
  /** What was chosen before for a file with the very same columns; null for none. */
  mapping: CsvMapping | null
}

/**
 * Of an account's mappings the one that was said last for these columns, whether its file was refused or counts, unless
 * it was forgotten since.
 */
export async function prefillOf(
  db: Database,
  statement: Pick<Statement, 'accountId' | 'currency' | 'mapping'>,
  head: Uint8Array,
  sniffed: Sniffed,
): Promise<Prefill> {
  const { accountId } = statement
  const own = statement.mapping === null ? [] : [statement.mapping]
  const rules = (await rememberedColumns(db, accountId)).map(({ mapping }) => mapping)
  const chosen = await db.read(store.chosenMappings({ accountId, limit: filesBack }))
  const forgotten = new Map<string, string>()
  for (const { header, mapping, at } of await db.read(store.columnRulesOf({ accountId }))) {
    if (mapping === null) forgotten.set(header, at)
  }
  const isKnown = ({ mapping, madeAt }: { mapping: CsvMapping; madeAt: string }) =>
    mapping.header !== null && madeAt > (forgotten.get(columnsName(mapping.header)) ?? '')
  const refused = chosen
    .flatMap(({ mapping, madeAt }) => (mapping === null ? [] : [{ mapping: parsed(mapping), madeAt }]))
    .filter(isKnown)
    .map(({ mapping }) => mapping)
  const all = [...own.map(parsed), ...rules, ...refused]
  const same = all.find((mapping) => fitsHeader(head, mapping))
  if (same !== undefined) {
    // One that was opened again is the same file: what was said beside it is said of it still.
    const before =
      own.length === 0 ? undefined : chosen.find(({ mapping, told }) => mapping === own[0] && told !== null)
    const { claims = {} } = JSON.parse(before?.told ?? '{}') as Partial<UploadDetails>
    return { fields: { ...mappingFields(same), ...claimFields(claims, statement.currency) }, mapping: same }
  }
  const guessed = guessedFields(sniffed)
  const [near] = all
  if (near === undefined) return { fields: guessed, mapping: null }
  // Where the bank has renamed a column, the others still say what they did.
  const { encoding: _, delimiter: __, headerRow: ___, headerRows: ____, ...said } = mappingFields(near)
  const isMissing = (name: string) => !sniffed.names.includes(said[name] ?? '')
  // One of another layout does not say where the money went in this one: read by its sign, it would all have come.
  const isOtherWay = wayFields[near.amount.by].some(isMissing) || (said.by === 'sign' && guessed.by === 'word')
  const isThere = ([name, value]: [string, string | undefined]) =>
    !(isOtherWay && allWays.has(name)) &&
    (!columnFields.has(name) || value === '' || sniffed.names.includes(value ?? ''))
  return { fields: { ...guessed, ...Object.fromEntries(Object.entries(said).filter(isThere)) }, mapping: null }
}

/** By which columns each way says how much, and where it went. */
const wayFields = {
  sign: ['amount'],
  columns: ['debit', 'credit'],
  word: ['amount', 'direction'],
  balance: ['amount', 'balance'],
} as const
const allWays = new Set([
  'by',
  'below',
  ...Object.values(wayFields).flat(),
  'debitWords',
  'creditWords',
  'neitherWords',
])

const columnFields = new Set([
  ...['day', 'amount', 'debit', 'credit', 'direction', 'status', 'currency'],
  ...['key', 'providerId', 'reference', 'type', 'balance', 'fee'],
])

function parsed(text: string): CsvMapping {
  return csvMapping.parse(JSON.parse(text))
}
