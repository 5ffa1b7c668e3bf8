/** The first lines of a file as they would be read, with what is wrong on the line itself. */
import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import type { StatementsMessages } from '../../../messages/generated/statements.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { PreviewLine } from '../formats/csv/preview.ts'
import { problemDetail } from '../statements/problem-detail.ts'

/** A line, and whether it is of another account of the same file, so that nothing is wrong with it. */
export interface ShownLine extends PreviewLine {
  isLeftOut: boolean
}

interface PreviewTableProps {
  lines: readonly ShownLine[]
  words: StatementsMessages
  language: Language
  /** The account's, for amounts in what is said of a problem. */
  currency: string
}

export function PreviewTable({ lines, words, language, currency }: PreviewTableProps) {
  if (lines.length === 0) return <p class="empty">{words.previewNone}</p>
  return (
    <Scroll label={words.preview}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.previewRow}
            </th>
            <th scope="col">{words.column.day}</th>
            <th scope="col" class="number">
              {words.column.amount}
            </th>
            <th scope="col">{words.column.direction}</th>
            <th scope="col">{words.column.type}</th>
            <th scope="col">{words.column.reference}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row line={line} words={words} language={language} currency={currency} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Row({ line, words, language, currency }: Omit<PreviewTableProps, 'lines'> & { line: ShownLine }) {
  const { read, problem } = line
  const detail = problem === null ? null : problemDetail(problem, currency, language)
  if (read === null) {
    return (
      <tr>
        <th scope="row" class="number">
          {line.line}
        </th>
        <td colspan={5}>
          {problem === null || line.isLeftOut ? (
            <span class="badge">{line.isLeftOut ? words.previewOther : words.previewNeither}</span>
          ) : (
            <>
              <span class="badge bad">{words.previewProblem}</span> {words.problems[problem.why]}
            </>
          )}{' '}
          {detail === null ? null : 'text' in detail ? detail.text : <code lang="">{detail.code}</code>}
          <br />
          <span class="small" lang="">
            {line.text}
          </span>
        </td>
      </tr>
    )
  }
  const { kinds } = exceptionsMessages(language)
  return (
    <tr>
      <th scope="row" class="number">
        {line.line}
      </th>
      <td>{formatDate(read.day, language)}</td>
      <td class="number">{formatMoney(read.amountMinor, read.currency, language)}</td>
      <td>{words.directions[read.direction]}</td>
      <td>
        <span lang="">{read.rawType}</span> {read.rawType === '' ? '' : '→ '}
        {kinds[read.kind]}
      </td>
      <td lang="">{read.reference ?? read.providerId ?? ''}</td>
    </tr>
  )
}
