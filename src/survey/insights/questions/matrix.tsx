/** A matrix: each row as one bar in parts, and every figure below. */
// biome-ignore-all lint/a11y/noRedundantRoles: drawn as cards, a table loses its roles in some browsers.
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { Scroll } from '../../../staff/frame/scroll.tsx'
import { BarHeads, LegendKey, Stacked, shadeAt } from './bar.tsx'
import { fixed, interval, percent } from './figure-text.ts'
import type { ResultFigures } from './result.ts'

interface MatrixProps {
  result: Extract<ResultFigures, { kind: 'matrix' }>
  language: Language
  label: string
}

export function Matrix({ result, language, label }: MatrixProps) {
  const words = questionsMessages(language)
  const { scale, rows } = result
  return (
    <>
      <ul class="legend">
        {scale.map((code, at) => (
          <li>
            <LegendKey dark={shadeAt(at, scale.length)} /> {code.label[language]}
          </li>
        ))}
      </ul>
      <table class="shares rows" role="table">
        <caption class="sr">{label}</caption>
        <BarHeads name={words.table.row} heads={[words.table.mean, words.table.topTwo, words.table.base]} />
        <tbody role="rowgroup">
          {rows.map(({ variable, options, base, mean, topTwo }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                {(variable.part ?? variable.label)[language]}
              </th>
              <td role="cell" class="picture">
                <Stacked shares={base === 0 ? [] : options.map(({ share }) => share ?? 0)} />
              </td>
              <td role="cell" class="number" data-label={words.table.mean}>
                {fixed(mean)}
              </td>
              <td role="cell" class="number" data-label={words.table.topTwo}>
                {percent(topTwo.share)}
              </td>
              <td role="cell" class="number" data-label={words.table.base}>
                {figures(base)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{words.more}</summary>
        <EveryFigure result={result} language={language} label={label} />
      </details>
    </>
  )
}

/** A row's answers one by one, with those who gave none. */
function EveryFigure({ result: { scale, rows }, language, label }: MatrixProps) {
  const words = questionsMessages(language)
  return (
    <Scroll label={label}>
      <table class="table">
        <caption class="sr">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table.row}</th>
            {scale.map((code) => (
              <th scope="col" class="number">
                {code.label[language]}
              </th>
            ))}
            <th scope="col" class="number">
              {words.table.topTwo} · {words.table.interval}
            </th>
            {rows[0]?.beside.noAnswer.map(({ code }) => (
              <th scope="col" class="number">
                {code.label[language]}
              </th>
            ))}
            <th scope="col" class="number">
              {words.beside.blank}
            </th>
            <th scope="col" class="number">
              {words.beside.notShown}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ variable, options, topTwo, beside }) => (
            <tr>
              <th scope="row">{(variable.part ?? variable.label)[language]}</th>
              {options.map(({ count, share }) => (
                <td class="number">
                  {figures(count)} · {percent(share)}
                </td>
              ))}
              <td class="number">{interval(topTwo.interval)}</td>
              {[...beside.noAnswer.map(({ count }) => count), beside.blank, beside.notShown].map((count) => (
                <td class="number">{figures(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
