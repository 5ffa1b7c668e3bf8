/** The fields that say how a plain CSV is read. */
import type { Child } from 'hono/jsx'
import type { StatementsMessages } from '../../../messages/generated/statements.ts'
import { encodings } from '../../platform/files/encoding.ts'
import { ChoiceField, LinesField, TextField } from '../../staff/frame/field.tsx'
import { dateFormats } from '../formats/dates.ts'
import type { Fields } from '../statements/form.ts'
import { delimiters } from './columns-fields.ts'

interface ColumnFieldsProps {
  words: StatementsMessages
  fields: Fields
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
  const text = (name: string) => fields[name] ?? ''
  const named = names.filter((name) => name !== '').map((name) => [name, name] as const)
  const column = (name: keyof typeof words.column, isNeeded = false) => (
    <ChoiceField
      wide
      name={name}
      label={words.column[name]}
      value={text(name)}
      options={isNeeded ? named : [['', words.columnNone], ...named]}
    />
  )
  const lines = (
    name: 'debitWords' | 'creditWords' | 'neitherWords' | 'bookedWords' | 'unbookedWords',
    hint: string,
  ) => <LinesField name={name} label={words[name]} hint={hint} value={text(name)} rows={2} />
  return (
    <div class="mapping">
      <Group legend={words.groups.day}>
        {column('day', true)}
        <ChoiceField
          wide
          name="dayFormat"
          label={words.dayFormat}
          value={text('dayFormat')}
          options={dateFormats.map((format) => [format, format === 'serial' ? words.serialDays : format] as const)}
        />
        <ChoiceField
          wide
          name="above"
          label={words.above}
          hint={words.aboveHint}
          value={text('above')}
          options={noYes(words)}
        />
        <ChoiceField
          wide
          name="zone"
          label={words.zone}
          hint={words.zoneHint}
          value={text('zone')}
          options={Object.entries(zones).map(([zone, name]) => [zone, words.zones[name]] as const)}
        />
      </Group>
      <Group legend={words.groups.amount}>
        <ChoiceField wide name="by" label={words.by} value={text('by')} options={Object.entries(words.byWays)} />
        {column('amount')}
        <ChoiceField
          wide
          name="below"
          label={words.below}
          value={text('below')}
          options={Object.entries(words.belows)}
        />
        {column('debit')}
        {column('credit')}
        {column('direction')}
        {lines('debitWords', words.wordsHint)}
        {lines('creditWords', words.wordsHint)}
        {lines('neitherWords', words.neitherHint)}
        <ChoiceField
          wide
          name="decimal"
          label={words.decimal}
          value={text('decimal')}
          options={[
            ['.', words.decimals.point],
            [',', words.decimals.comma],
          ]}
        />
        {column('currency')}
        {column('fee')}
        <ChoiceField
          wide
          name="feeInside"
          label={words.feeInside}
          value={text('feeInside')}
          options={[
            ['', words.feeUnsaid],
            ['no', words.feeWays.beside],
            ['yes', words.feeWays.inside],
          ]}
        />
      </Group>
      <Group legend={words.groups.line}>
        {column('reference')}
        {column('key')}
        {column('providerId')}
        {column('type')}
        {column('status')}
        {lines('bookedWords', words.bookedHint)}
        {lines('unbookedWords', words.unbookedHint)}
      </Group>
      <Group legend={words.groups.end}>
        {column('balance')}
        <ChoiceField wide name="chains" label={words.chains} value={text('chains')} options={noYes(words)} />
        <TextField name="endsAt" label={words.endsAt} hint={words.endsAtHint} value={text('endsAt')} class="short" />
        <ChoiceField
          wide
          name="lastRowEnds"
          label={words.lastRowEnds}
          hint={words.lastRowEndsHint}
          value={text('lastRowEnds')}
          options={noYes(words)}
        />
      </Group>
    </div>
  )
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

/** How the file is cut into rows and cells, where the guess is wrong. */
export function ShapeFields({ words, fields }: Omit<ColumnFieldsProps, 'names'>) {
  const text = (name: string) => fields[name] ?? ''
  return (
    <div class="pairs">
      <TextField
        name="headerRow"
        label={words.headerRow}
        hint={words.headerRowHint}
        value={text('headerRow')}
        class="short"
      />
      <TextField
        name="headerRows"
        label={words.headerRows}
        hint={words.headerRowsHint}
        value={text('headerRows')}
        class="short"
      />
      <ChoiceField
        wide
        name="delimiter"
        label={words.delimiter}
        value={text('delimiter')}
        options={(Object.keys(delimiters) as (keyof typeof delimiters)[]).map((one) => [one, words.delimiters[one]])}
      />
      <ChoiceField
        wide
        name="encoding"
        label={words.encoding}
        value={text('encoding')}
        options={encodings.map((one) => [one, encodingNames[one]] as const)}
      />
    </div>
  )
}

function noYes(words: StatementsMessages) {
  return [
    ['no', words.no],
    ['yes', words.yes],
  ] as const
}
