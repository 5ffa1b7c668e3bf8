/** Ranks by their score. */
// biome-ignore-all lint/a11y/noRedundantRoles: drawn as cards, a table loses its roles in some browsers.
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { BarHeads, ShareBar } from './bar.tsx'
import { fixed } from './figure-text.ts'
import type { ResultFigures } from './result.ts'
import { Outside } from './shares.tsx'

interface RanksProps {
  result: Extract<ResultFigures, { kind: 'rank' }>
  language: Language
  label: string
}

export function Ranks({ result: { options, base, beside }, language, label }: RanksProps) {
  const words = questionsMessages(language)
  const places = options[0]?.places ?? []
  const inOrder = options.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  return (
    <>
      <p class="small">{words.rankNote}</p>
      <table class="shares" role="table">
        <caption class="sr">{label}</caption>
        <BarHeads
          name={words.table.answer}
          heads={[words.table.score, ...places.map((_, at) => words.table.place({ n: at + 1 }))]}
        />
        <tbody role="rowgroup">
          {inOrder.map(({ code, score, places: counts }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                {code.label[language]}
              </th>
              <td role="cell" class="picture">
                <ShareBar share={score === null ? null : score / 3} />
              </td>
              <td role="cell" class="number">
                {fixed(score)}
              </td>
              {counts.map((count, at) => (
                <td role="cell" class="number" data-label={words.table.place({ n: at + 1 })}>
                  {figures(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{words.saw({ n: figures(base) })}</p>
      <Outside beside={beside} language={language} />
    </>
  )
}
