/** The fields that say how a plain CSV is read. */
import type { Child } from 'hono/jsx'
import type { StatementsMessages } from '../../../messages/generated/statements.ts'
import { encodings } from '../../platform/files/encoding.ts'
import { ChoiceField, LinesField, TextField } from '../../staff/frame/field.tsx'
import { dateFormats } from '../formats/dates.ts'
import type { PostedFields } from '../statements/form.ts'
import { delimiters } from './columns-fields.ts'

interface ColumnFieldsProps {
  words: StatementsMessages
  fields: PostedFields
  /** The names of the file's columns. */
  names: readonly string[]
}

/** What the messages call them. */
const zones = { 'Asia/Shanghai': 'shanghai', 'Asia/Hong_Kong': 'hongKong', 'Asia/Macau': 'macau' } as const
/** Proper names, in every language. */
const encodingNames = {
  'utf-8': 'UTF-8',
  gb18030: 'GB 18030 (GBK)',
  big5: 'Big5 (Big5-HKSCS)',
  'windows-1252': 'Windows-1252 (Latin-1)',
  'iso-8859-15': 'ISO 8859-15 (Latin-9)',
  'windows-1250': 'Windows-1250',
}

/** Which column is what, and how its cells are written. What the chosen amount format, or no column of states, leaves without a use is not shown, and kept. */
export function ColumnFields({ words, fields, names }: ColumnFieldsProps) {
  const field = fieldsOf({ words, fields, names })
  return (
    <div class="mapping">
      <Group legend={words.groups.day}>
        {field.column('day', true)}
        {field.choice(
          'dayFormat',
          dateFormats.map((format) => [format, format === 'serial' ? words.serialDays : format] as const),
        )}
        {field.choice('above', noYes(words), words.aboveHint)}
        {field.choice(
          'zone',
          Object.entries(zones).map(([zone, name]) => [zone, words.zones[name]] as const),
          words.zoneHint,
        )}
      </Group>
      <Group legend={words.groups.amount}>
        <AmountFields words={words} field={field} />
      </Group>
      <Group legend={words.groups.line}>
        {field.column('reference')}
        {field.column('key')}
        {field.column('providerId')}
        {field.column('type')}
        {field.column('status')}
        {field.lines('bookedWords', words.bookedHint)}
        {field.lines('unbookedWords', words.unbookedHint)}
      </Group>
      <Group legend={words.groups.end}>
        {field.column('balance')}
        {field.choice('chains', noYes(words))}
        {field.short('endsAt', words.endsAtHint)}
        {field.choice('lastRowEnds', noYes(words), words.lastRowEndsHint)}
      </Group>
    </div>
  )
}

function AmountFields({ words, field }: { words: StatementsMessages; field: ReturnType<typeof fieldsOf> }) {
  return (
    <>
      {field.choice('by', Object.entries(words.byWays))}
      {field.column('amount')}
      {field.choice('below', Object.entries(words.belows))}
      {field.column('debit')}
      {field.column('credit')}
      {field.column('direction')}
      {field.lines('debitWords', words.wordsHint)}
      {field.lines('creditWords', words.wordsHint)}
      {field.lines('neitherWords', words.neitherHint)}
      {field.choice('decimal', [
        ['.', words.decimals.point],
        [',', words.decimals.comma],
      ])}
      {field.column('currency')}
      {field.column('fee')}
      {field.column('fee2')}
      {field.choice('feeInside', [
        ['', words.feeUnsaid],
        ['no', words.feeWays.beside],
        ['yes', words.feeWays.inside],
      ])}
    </>
  )
}

/** How the file is cut into rows and cells, where the guess is wrong. */
export function ShapeFields({ words, fields }: Omit<ColumnFieldsProps, 'names'>) {
  const field = fieldsOf({ words, fields, names: [] })
  return (
    <div class="pairs">
      {field.short('headerRow', words.headerRowHint)}
      {field.short('headerRows', words.headerRowsHint)}
      {field.choice(
        'delimiter',
        (Object.keys(delimiters) as (keyof typeof delimiters)[]).map((one) => [one, words.delimiters[one]] as const),
      )}
      {field.choice(
        'encoding',
        encodings.map((one) => [one, encodingNames[one]] as const),
      )}
    </div>
  )
}

/** The names of the fields that the messages call by them. */
type Labelled = {
  [Name in keyof StatementsMessages]: StatementsMessages[Name] extends string ? Name : never
}[keyof StatementsMessages]

/** Draws the fields of the form with what they hold. */
function fieldsOf({ words, fields, names }: ColumnFieldsProps) {
  const named = names.filter((name) => name !== '').map((name) => [name, name] as const)
  const asked = (name: Labelled, hint: string | undefined) => ({
    ...{ name, label: words[name], value: fields[name] ?? '' },
    ...(hint !== undefined && { hint }),
  })
  return {
    /** One of the file's columns. @param isNeeded whether there has to be one */
    column: (name: keyof typeof words.column, isNeeded = false) => (
      <ChoiceField
        wide
        name={name}
        label={words.column[name]}
        value={fields[name] ?? ''}
        options={isNeeded ? named : [['', words.columnNone], ...named]}
      />
    ),
    choice: (name: Labelled, options: readonly (readonly [value: string, label: string])[], hint?: string) => (
      <ChoiceField wide {...asked(name, hint)} options={options} />
    ),
    lines: (name: Labelled, hint: string) => <LinesField {...asked(name, hint)} hint={hint} rows={2} />,
    short: (name: Labelled, hint: string) => <TextField {...asked(name, hint)} class="short" />,
  }
}

/** Fields that belong together, beside each other where there is room. */
function Group({ legend, children }: { legend: string; children: Child }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="pairs">{children}</div>
    </fieldset>
  )
}

function noYes(words: StatementsMessages) {
  return [
    ['no', words.no],
    ['yes', words.yes],
  ] as const
}
