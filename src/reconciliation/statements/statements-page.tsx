/** The statements that were uploaded, and the form that uploads another one. */

import type { Context } from 'hono'
import { readingRulesMessages } from '../../../messages/generated/reading-rules.ts'
import { type StatementsMessages, statementsMessages } from '../../../messages/generated/statements.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDates, formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import type { Around } from '../../staff/frame/address.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { ChoiceField, controlAttributes, Field, TextField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { sortBy, sortByTime } from '../../staff/frame/sorting.ts'
import { needsColumns } from '../reading-rules/columns-wait.ts'
import type { Coverage } from './coverage.ts'
import { CoverageList } from './coverage-list.tsx'
import type { PostedFields } from './form.ts'
import type { Statement } from './statement.ts'

export interface StatementsPageProps {
  c: Context<AppEnv>
  statements: readonly Statement[]
  names: ReadonlyMap<string, string>
  pages: Around
  coverage: readonly Coverage[]
  /** Those that wait for a person. */
  waiting: readonly { id: string; accountId: string; madeAt: string }[]
  accounts: readonly string[]
  mayUpload: boolean
  fields: PostedFields
  notice: Notice | null
  /** Bytes of a piece, for the script that sends the file in pieces. */
  pieceBytes: number
}

export function StatementsPage(props: StatementsPageProps) {
  const { c, statements, names, pages, coverage, waiting, mayUpload, notice } = props
  const language = languageOf(c)
  const words = statementsMessages(language)
  const isNewest = pages.previous === null
  return (
    <StaffPage c={c} title={words.title} scripts={[assetUrls(c.var.ports.assets).upload]}>
      <NoticeLine notice={notice} />
      {isNewest &&
        waiting.map((one) => (
          <p class="notice wait">
            {words.setAside}{' '}
            <a href={`/finance/statements/${one.id}`}>
              {accountName(one.accountId, language)} · {formatDateTime(one.madeAt, language)}
            </a>
          </p>
        ))}
      <p>{words.about}</p>
      <p class="no-print">
        <a href="/finance/statements/rules">{readingRulesMessages(language).title}</a>
      </p>
      {mayUpload && isNewest && <Upload {...props} words={words} />}
      {isNewest && <CoverageList coverage={coverage} language={language} />}
      <h2>{words.list}</h2>
      <DataTable
        language={language}
        label={words.list}
        rows={statements}
        pages={pages}
        empty={words.none}
        columns={[
          {
            head: words.account,
            is: 'name',
            cell: (one) => <a href={`/finance/statements/${one.id}`}>{accountName(one.accountId, language)}</a>,
          },
          {
            head: words.period,
            cell: (one) =>
              one.periodFrom !== null && one.periodTo !== null
                ? formatDates(one.periodFrom, one.periodTo, language)
                : '',
          },
          { head: words.format, cell: (one) => words.formats[one.format] },
          { head: words.lines, is: 'number', cell: (one) => (one.state === 'published' ? one.linesNew : '') },
          {
            head: words.state,
            sort: sortBy(c, 'state'),
            cell: (one) => <StateBadge statement={one} words={words} />,
          },
          {
            head: words.uploadedBy,
            sort: sortByTime(c, 'newest', ['state']),
            cell: (one) => (
              <>
                {names.get(one.uploadedBy) ?? ''}
                <br />
                <span class="small">{formatDateTime(one.madeAt, language)}</span>
              </>
            ),
          },
        ]}
      />
    </StaffPage>
  )
}

/** Where a statement is, as a badge. */
export function StateBadge({ statement, words }: { statement: Statement; words: StatementsMessages }) {
  const { state, told, matchedAt } = statement
  const label = needsColumns(statement)
    ? 'columns'
    : state === 'receiving' && told !== null
      ? 'waiting'
      : state === 'published' && matchedAt === null
        ? 'matching'
        : state
  const tone = label === 'published' ? ' good' : label === 'refused' ? ' bad' : label === 'discarded' ? '' : ' wait'
  return <span class={`badge${tone}`}>{words.states[label]}</span>
}

function Upload({ c, accounts, fields, words, pieceBytes }: StatementsPageProps & { words: StatementsMessages }) {
  const language = languageOf(c)
  const text = (name: string) => fields[name] ?? ''
  return (
    <form
      class="file no-print"
      method="post"
      action="/finance/statements"
      enctype="multipart/form-data"
      data-pieces={pieceBytes}
      data-sending={words.sending}
    >
      <h2>{words.upload}</h2>
      <Field name="file" label={words.file} hint={words.fileHint}>
        <input type="file" {...controlAttributes({ name: 'file', label: words.file, hint: words.fileHint })} />
      </Field>
      <ChoiceField
        name="account"
        label={words.account}
        hint={words.accountHint}
        value={text('account')}
        wide
        options={[['', words.asFileSays], ...accounts.map((id) => [id, accountName(id, language)] as const)]}
      />
      <details open={['from', 'to', 'rows', 'opening', 'closing', 'sha1'].some((name) => text(name) !== '')}>
        <summary>{words.more}</summary>
        <ClaimFields words={words} fields={fields} />
        <TextField name="sha1" label={words.sha1} hint={words.sha1Hint} value={text('sha1')} />
      </details>
      <p class="actions">
        <button class="button" type="submit">
          {words.send}
        </button>
      </p>
      <p id="status" class="status" role="status" />
    </form>
  )
}

/** What a person says of a file that says it not. */
export function ClaimFields({ words, fields }: { words: StatementsMessages; fields: PostedFields }) {
  const text = (name: string) => fields[name] ?? ''
  return (
    <>
      <Field name="from" label={words.from} hint={words.periodHint}>
        <input
          type="date"
          {...controlAttributes({ name: 'from', label: words.from, hint: words.periodHint })}
          value={text('from')}
        />
      </Field>
      <Field name="to" label={words.to}>
        <input type="date" {...controlAttributes({ name: 'to', label: words.to })} value={text('to')} />
      </Field>
      <TextField name="rows" label={words.rows} hint={words.rowsHint} value={text('rows')} class="short" />
      <TextField name="opening" label={words.opening} hint={words.balanceHint} value={text('opening')} class="short" />
      <TextField name="closing" label={words.closing} value={text('closing')} class="short" />
    </>
  )
}
