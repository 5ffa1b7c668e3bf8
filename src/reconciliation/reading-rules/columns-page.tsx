/** Which column of a plain CSV is which: said on a page, tried on the file, and then confirmed. */

import type { Context } from 'hono'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import type { Direction } from '../formats/statement.ts'
import type { PostedFields } from '../statements/form.ts'
import { ClaimFields } from '../statements/statements-page.tsx'
import { ColumnFields, ShapeFields } from './columns-form.tsx'
import { PreviewTable, type ShownLine } from './preview-table.tsx'

export interface ColumnsPageProps {
  c: Context<AppEnv>
  statementId: string
  accountId: string
  /** Null where it cannot be taken for a table the way it was said. */
  sniffed: Sniffed | null
  fields: PostedFields
  /** The first lines as these fields read them, and what names that mapping; null as long as none has been tried. */
  tried: { name: string; lines: readonly ShownLine[]; isFit: boolean } | null
  notice: Notice | null
}

export function ColumnsPage(props: ColumnsPageProps) {
  const { c, statementId, accountId, sniffed, fields, tried, notice } = props
  const language = languageOf(c)
  const words = statementsMessages(language)
  const at = `/finance/statements/${statementId}/columns`
  const oneWay = tried === null ? null : oneWayIn(tried.lines, fields)
  const isFit = tried?.isFit ?? false
  return (
    <StaffPage c={c} title={`${words.columns} · ${accountName(accountId, language)}`}>
      <NoticeLine notice={notice} />
      <p>{words.columnsAbout}</p>
      {/* Whatever is posted behind a change is tried again before it is read. */}
      <form method="post" action={`${at}/try`} class="beside">
        <div class="tried">
          {tried !== null && (
            <section>
              <h2>{words.preview}</h2>
              <p>{isFit ? words.previewAbout : words.previewBad}</p>
              {isFit && oneWay !== null && (
                <p class="notice wait">{words.previewOneWay({ direction: oneWay === 'debit' ? 'debit' : 'other' })}</p>
              )}
              <PreviewTable
                lines={tried.lines}
                words={words}
                language={language}
                currency={accountId.slice(accountId.indexOf(':') + 1)}
              />
              {isFit && (
                <>
                  <input type="hidden" name="tried" value={tried.name} />
                  <div class="pairs">
                    <ClaimFields words={words} fields={fields} />
                  </div>
                  <p class="actions">
                    <button class="button" type="submit" formaction={at}>
                      {words.saveColumns}
                    </button>
                  </p>
                </>
              )}
            </section>
          )}
          <h2>{words.sample}</h2>
          {sniffed === null ? (
            <p class="notice wait">{words.noTable}</p>
          ) : (
            <Sample sniffed={sniffed} label={words.sample} />
          )}
        </div>
        <div>
          <details open={sniffed === null}>
            <summary>{words.shape}</summary>
            <ShapeFields words={words} fields={fields} />
          </details>
          <details open>
            <summary>{words.columns}</summary>
            <ColumnFields words={words} fields={fields} names={sniffed?.names ?? []} />
          </details>
          {!isFit && (
            <div class="pairs">
              <ClaimFields words={words} fields={fields} />
            </div>
          )}
          <p class="actions">
            <button class={isFit ? 'button quiet' : 'button'} type="submit">
              {words.tryColumns}
            </button>
          </p>
        </div>
      </form>
      <p class="actions">
        <a class="button quiet" href={`/finance/statements/${statementId}`}>
          {words.one}
        </a>
      </p>
    </StaffPage>
  )
}

/** Where all money seems to have gone, as amounts are read by their signs and none has one; null where that is not so. */
function oneWayIn(lines: readonly ShownLine[], { by, below }: PostedFields): Direction | null {
  const above = below === 'credit' ? 'debit' : 'credit'
  const read = lines.flatMap((line) => (line.read === null ? [] : [line.read.direction]))
  return by === 'sign' && read.length > 0 && read.every((direction) => direction === above) ? above : null
}

function Sample({ sniffed, label }: { sniffed: Sniffed; label: string }) {
  return (
    <Scroll label={label}>
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
  )
}
