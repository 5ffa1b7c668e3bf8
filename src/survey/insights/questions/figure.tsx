/** A question's picture and table, drawn with the page. */
import type { Child } from 'hono/jsx'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { gap } from '../../../platform/i18n/format.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { Scroll } from '../../../staff/frame/scroll.tsx'
import { decimal, fixed, numberOrDay, quantileName } from './figure-text.ts'
import { Matrix } from './matrix.tsx'
import { NetPromoter } from './net-promoter.tsx'
import { quantilesShown } from './numbers.ts'
import { Ranks } from './ranks.tsx'
import type { ResultFigures } from './result.ts'
import { Outside, Shares } from './shares.tsx'

interface FigureProps {
  result: ResultFigures
  language: Language
  /** What its tables are called for those who hear them. */
  label: string
  /** The address of a page where texts are read; null where there is none. */
  texts: string | null
  /** A chart that was drawn for it. */
  chart: Child
}

export function QuestionFigure({ result, language, label, texts, chart }: FigureProps) {
  const words = questionsMessages(language)
  switch (result.kind) {
    case 'one':
      return (
        <>
          {result.median !== null && (
            <p>
              {(result.median.atLeast ? words.medianAtLeast : words.median)({ value: amount(result.median.value) })}
            </p>
          )}
          {result.mean !== null && <p>{words.mean({ value: fixed(result.mean) })}</p>}
          <Shares options={result.options} language={language} label={label} />
          <Outside beside={result.beside} language={language} />
        </>
      )
    case 'several':
      return (
        <>
          <p class="small">{words.severalNote}</p>
          <Shares options={result.options} language={language} label={label} isSeveral />
          <Outside beside={result.beside} language={language} />
        </>
      )
    case 'matrix':
      return <Matrix result={result} language={language} label={label} />
    case 'nps':
      return <NetPromoter result={result} language={language} label={label} />
    case 'rank':
      return <Ranks result={result} language={language} label={label} />
    case 'numbers':
      return (
        <>
          {chart !== null && (
            <Scroll label={label}>
              <div class="chart">{chart}</div>
            </Scroll>
          )}
          <Scroll label={label}>
            <table class="table narrow">
              <caption class="sr">{label}</caption>
              <thead>
                <tr>
                  {[words.numbers.mean, ...quantilesShown.map((_, at) => quantileName(at, words))].map((name) => (
                    <th scope="col" class="number">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  {[result.numbers.mean, ...result.numbers.quantiles].map((value) => (
                    <td class="number">{numberOrDay(value, result.isDay, language)}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </Scroll>
          <Outside beside={result.beside} language={language} />
        </>
      )
    case 'text':
      return (
        <>
          <p>
            {words.text.wrote({ n: result.base })}
            {gap(language)}
            {texts !== null && <a href={texts}>{words.text.read}</a>}
          </p>
          <Outside beside={result.beside} language={language} />
        </>
      )
  }
}

/** Of large amounts, nobody reads what is behind the point. */
const amount = (value: number) => (value < 1_000 ? decimal(value, 1) : figures(Math.round(value)))
