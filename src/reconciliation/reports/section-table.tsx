/** A section of a report as a table under its title. */
import type { Context } from 'hono'
import type { ReportsMessages } from '../../../messages/generated/reports.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { figures } from '../../staff/frame/figures.ts'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { type ColumnName, columnsInOrder, type ReportLine, type ReportSection } from './section.ts'

export function SectionTable({
  c,
  section,
  words,
}: {
  c: Context<AppEnv>
  section: ReportSection
  words: ReportsMessages
}) {
  const title =
    section.of === undefined ? words.sections[section.name] : `${words.sections[section.name]} · ${section.of}`
  const columns = columnsInOrder.filter((name) => section.lines.some((line) => line[name] !== undefined))
  return (
    <section>
      <h2>{title}</h2>
      {section.hint && <p class="small">{section.hint}</p>}
      <Scroll label={title}>
        <table class="table">
          {section.name !== 'header' && (
            <thead>
              <tr>
                {columns.map((name) => (
                  <th scope="col" class={isNumber(name) ? 'number' : undefined}>
                    {headOf(name, columns, words)}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {section.lines.map((line) => (
              <tr>
                {columns.map((name, i) => (
                  <ReportCell c={c} line={line} name={name} isFirst={i === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {section.more > 0 && <p class="small">{words.more({ count: section.more })}</p>}
    </section>
  )
}

/** What a column is called; that of amounts by what stands beside it. */
function headOf(name: ColumnName, columns: readonly ColumnName[], words: ReportsMessages): string {
  if (name !== 'money') return words.columns[name]
  if (columns.includes('beside')) return words.ledger
  return columns.includes('opening') ? words.closing : words.columns.money
}

const isNumber = (name: ColumnName) => ['count', 'money', 'opening', 'beside'].includes(name)
const codes: readonly ColumnName[] = ['reference', 'providerId']

function ReportCell({
  c,
  line,
  name,
  isFirst,
}: {
  c: Context<AppEnv>
  line: ReportLine
  name: ColumnName
  isFirst: boolean
}) {
  const text = textOf(c, line, name)
  const shown = codes.includes(name) && text !== '' ? <code>{text.replace(/(.{16})(?=.)/g, '$1\u200b')}</code> : text
  if (isFirst) return <th scope="row">{shown}</th>
  return <td class={isNumber(name) ? 'number' : undefined}>{shown}</td>
}

function textOf(c: Context<AppEnv>, line: ReportLine, name: ColumnName): string {
  const value = line[name]
  if (value === undefined) return ''
  if (value === null) return name === 'beside' ? '–' : ''
  if (typeof value === 'number') return figures(value)
  return typeof value === 'string' ? value : formatMoney(value.minor, value.currency, languageOf(c))
}
