/** What is wrong with margins, and what they do, in words and as a picture. */
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { Fact } from '../../../platform/http/fact.tsx'
import { figures } from '../../../staff/frame/figures.ts'
import { Scroll } from '../../../staff/frame/scroll.tsx'
import { axisTitle } from '../axes/title.ts'
import { percent } from '../questions/figure-text.ts'
import type { WeightFit } from './fit.ts'
import type { Margin, MarginProblem } from './margins.ts'
import type { FittedShare, Raked, RakingRefusal } from './rake.ts'

interface ToldProps extends Pick<WeightFit, 'margins' | 'problems' | 'raked'> {
  language: Language
}

/** Why there are no weights: each problem of the margins, or what the answers are not fit for. */
export function Problems({ margins, problems, raked, language }: ToldProps) {
  const lines = [
    ...problems.map((problem) => problemWords(problem, language)),
    ...(raked?.refused == null ? [] : [refusalWords(raked, raked.refused, margins, language)]),
  ]
  return (
    <ul class="points">
      {lines.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

function problemWords(problem: MarginProblem, language: Language): string {
  const words = weightsMessages(language).problems
  switch (problem.why) {
    case 'nothing':
    case 'many':
      return words[problem.why]
    case 'question':
    case 'few':
    case 'changed':
      return words[problem.why](problem)
    case 'sum':
      return words.sum({ on: problem.on, sum: String(Number(problem.sum.toFixed(6))) })
    default:
      return words[problem.why](problem)
  }
}

function refusalWords(raked: Raked, refused: RakingRefusal, margins: readonly Margin[], language: Language): string {
  const words = weightsMessages(language).refused
  switch (refused.why) {
    case 'rounds':
      return words.rounds({ off: (100 * refused.off).toFixed(1) })
    case 'weights':
      return words.weights({
        least: (raked.figures?.least ?? 0).toFixed(2),
        most: (raked.figures?.most ?? 0).toFixed(2),
      })
    default: {
      const margin = margins[refused.margin]
      const on = margin?.axis.key ?? ''
      if (refused.why === 'nobody') return words.nobody({ on })
      const answer = margin === undefined ? '' : answerOf(margin, refused.place, language)
      if (refused.why === 'empty') return words.empty({ on, answer })
      return words.zero({ on, answer, people: figures(raked.margins[refused.margin]?.[refused.place]?.people ?? 0) })
    }
  }
}

/** What an answer with a target is called. */
function answerOf({ axis, targets }: Margin, at: number, language: Language): string {
  return axis.categories[targets[at]?.place ?? -1]?.label[language] ?? ''
}

/** Each margin before, as it is wanted and after, with what the weights come to. */
export function Preview({ margins, raked, language }: ToldProps) {
  const words = weightsMessages(language).preview
  if (raked === null) return null
  const { figures: of, refused, rounds } = raked
  return (
    <>
      {refused === null && <p>{words.fine({ rounds })}</p>}
      {of !== null && (
        <dl class="facts">
          <Fact name={words.people}>{figures(of.people)}</Fact>
          <Fact name={words.effective}>{figures(of.effective)}</Fact>
          <Fact name={words.deff}>{of.designEffect.toFixed(2)}</Fact>
          <Fact name={words.least}>{of.least.toFixed(2)}</Fact>
          <Fact name={words.most}>{of.most.toFixed(2)}</Fact>
        </dl>
      )}
      <p class="small">{words.picture}</p>
      {margins.map((margin, at) => (
        <MarginTable margin={margin} shares={raked.margins[at] ?? []} language={language} />
      ))}
    </>
  )
}

interface MarginTableProps {
  margin: Margin
  shares: readonly FittedShare[]
  language: Language
}

function MarginTable({ margin, shares, language }: MarginTableProps) {
  const words = weightsMessages(language).preview
  const { axis, untargeted } = margin
  const title = axisTitle(axis, language)
  const names = untargeted.flatMap((place) => axis.categories[place]?.label[language] ?? [])
  return (
    <section aria-labelledby={`m-${axis.key}`}>
      <h3 id={`m-${axis.key}`}>{title}</h3>
      <Scroll label={title}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.answer}</th>
              {[words.before, words.target, words.after, words.count].map((head) => (
                <th scope="col" class="number">
                  {head}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shares.map((share, at) => (
              <tr>
                <th scope="row">{answerOf(margin, at, language)}</th>
                <td class="number">{percent(share.before)}</td>
                <td class="number">{percent(share.target)}</td>
                <td class="number">{percent(share.after)}</td>
                <td class="number">{figures(share.people)}</td>
                <td>
                  <Moved {...share} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {names.length > 0 && <p class="small">{words.untargeted({ names: names.join(' · ') })}</p>}
    </section>
  )
}

/** A share before as a thin line, after as a bar, and its target as a stroke: readable in black and white. */
function Moved({ before, target, after }: Pick<FittedShare, 'before' | 'target' | 'after'>) {
  const at = (share: number) => (share * 160).toFixed(1)
  return (
    <svg width="164" height="20" viewBox="0 0 164 20" aria-hidden="true">
      <rect x="0.5" y="6.5" width="160" height="11" fill="none" stroke="currentColor" stroke-opacity="0.3" />
      <rect y="7" width={at(after)} height="10" fill="currentColor" fill-opacity="0.6" />
      <rect y="1" width={at(before)} height="3" fill="currentColor" />
      <rect x={at(target)} y="4" width="2.5" height="16" fill="currentColor" />
    </svg>
  )
}
