/** Which column of a plain CSV is which, said once for an account. */

import type { Context } from 'hono'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { ChoiceField, LinesField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import { dateFormats } from '../formats/dates.ts'
import type { Fields } from './form.ts'
import { Claims } from './statements-page.tsx'

export interface ColumnsPageProps {
  c: Context<AppEnv>
  statementId: string
  accountId: string
  sniffed: Sniffed
  fields: Fields
  notice: Notice | null
}

export function ColumnsPage({ c, statementId, accountId, sniffed, fields, notice }: ColumnsPageProps) {
  const words = statementsMessages(languageOf(c))
  const text = (name: string) => fields[name] ?? ''
  const named = sniffed.names.filter((name) => name !== '').map((name) => [name, name] as const)
  const column = (name: keyof typeof words.column, isNeeded = false) => (
    <ChoiceField
      wide
      name={name}
      label={words.column[name]}
      value={text(name)}
      options={isNeeded ? named : [['', words.columnNone], ...named]}
    />
  )
  return (
    <StaffPage c={c} title={`${words.columns} · ${accountId}`}>
      <NoticeLine notice={notice} />
      <p>{words.columnsAbout}</p>
      <Scroll label={words.sample}>
        <table class="table">
          <thead>
            <tr>
              {sniffed.names.map((name) => (
                <th scope="col" lang="">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sniffed.samples.slice(0, 4).map((row) => (
              <tr>
                {row.map((cell) => (
                  <td lang="">{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <form method="post" action={`/finance/statements/${statementId}/columns`}>
        {column('day', true)}
        <ChoiceField
          wide
          name="dayFormat"
          label={words.dayFormat}
          value={text('dayFormat')}
          options={dateFormats.map((format) => [format, format] as const)}
        />
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
        <LinesField
          name="debitWords"
          label={words.debitWords}
          hint={words.wordsHint}
          value={text('debitWords')}
          rows={2}
        />
        <LinesField name="creditWords" label={words.creditWords} value={text('creditWords')} rows={2} />
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
        {column('key')}
        {column('reference')}
        {column('providerId')}
        {column('type')}
        {column('balance')}
        <ChoiceField
          wide
          name="chains"
          label={words.chains}
          value={text('chains')}
          options={[
            ['no', words.no],
            ['yes', words.yes],
          ]}
        />
        <Claims words={words} fields={fields} />
        <p class="actions">
          <button class="button" type="submit">
            {words.saveColumns}
          </button>
        </p>
      </form>
    </StaffPage>
  )
}
