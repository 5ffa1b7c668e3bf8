/** A net promoter score: its three groups as one bar. */
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { Scroll } from '../../../staff/frame/scroll.tsx'
import { LegendKey, Stacked } from './bar.tsx'
import { decimal, percent } from './figure-text.ts'
import type { ResultFigures } from './result.ts'
import { Outside } from './shares.tsx'

/** Of fewer answers the interval may be wider than half of all scores that there are, and says next to nothing. */
const fewestForInterval = 11

interface NetPromoterProps {
  result: Extract<ResultFigures, { kind: 'nps' }>
  language: Language
  label: string
}

export function NetPromoter({ result, language, label }: NetPromoterProps) {
  const words = questionsMessages(language)
  const { nps, counts, beside } = result
  // Of weighted people their weights, of which the shares are.
  const { base } = nps
  const worth = result.effective ?? result.base
  const groups = [
    { name: words.nps.detractors, count: nps.detractors, dark: 0 },
    { name: words.nps.passives, count: nps.passives, dark: 0.35 },
    { name: words.nps.promoters, count: nps.promoters, dark: 1 },
  ]
  return (
    <>
      <p>
        <strong>{words.nps.score({ score: decimal(nps.score, 1) })}</strong>
        {nps.interval !== null && (
          <>
            {' · '}
            {worth < fewestForInterval
              ? words.nps.tooFew({ n: fewestForInterval })
              : words.nps.interval({ low: decimal(nps.interval.low, 1), high: decimal(nps.interval.high, 1) })}
          </>
        )}
      </p>
      <Stacked
        shares={base === 0 ? [] : groups.map(({ count }) => count / base)}
        shades={groups.map(({ dark }) => dark)}
      />
      <ul class="legend">
        {groups.map(({ name, count, dark }) => (
          <li>
            <LegendKey dark={dark} /> {name} <strong>{figures(count)}</strong> (
            {percent(base === 0 ? null : count / base)})
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.more}</summary>
        <Scroll label={label}>
          <table class="table">
            <caption class="sr">{label}</caption>
            <thead>
              <tr>
                {counts.map((_, value) => (
                  <th scope="col" class="number">
                    {value}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {counts.map((count) => (
                  <td class="number">{figures(count)}</td>
                ))}
              </tr>
            </tbody>
          </table>
        </Scroll>
      </details>
      <Outside beside={beside} language={language} />
    </>
  )
}
