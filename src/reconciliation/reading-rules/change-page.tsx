/** A mapping of columns, changed without a file at hand: it is tried on the next one. */

import type { Context } from 'hono'
import { readingRulesMessages } from '../../../messages/generated/reading-rules.ts'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import type { PostedFields } from '../statements/form.ts'
import { ColumnFields, ShapeFields } from './columns-form.tsx'
import type { RememberedColumns } from './rule.ts'

export interface ChangePageProps {
  c: Context<AppEnv>
  accountId: string
  columns: RememberedColumns
  fields: PostedFields
  notice: Notice | null
}

export function ChangePage({ c, accountId, columns, fields, notice }: ChangePageProps) {
  const language = languageOf(c)
  const words = readingRulesMessages(language)
  const labels = statementsMessages(language)
  return (
    <StaffPage c={c} title={`${labels.columns} · ${accountName(accountId, language)}`}>
      <NoticeLine notice={notice} />
      <p>{words.changeAbout}</p>
      <form method="post" action="/finance/statements/rules/columns">
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="name" value={columns.name} />
        <ColumnFields words={labels} fields={fields} names={columns.header} />
        <ShapeFields words={labels} fields={fields} />
        <p class="actions">
          <button class="button" type="submit">
            {words.save}
          </button>
          <a class="button quiet" href="/finance/statements/rules">
            {words.title}
          </a>
        </p>
      </form>
    </StaffPage>
  )
}
