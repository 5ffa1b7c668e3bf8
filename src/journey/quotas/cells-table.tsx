/** How full the cells of a study are: a bar and its figures for each. */
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { figures } from '../../staff/frame/figures.ts'
import { type ChartPart, fills, Picture, Swatch } from '../../staff/frame/picture.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { Quota } from '../../survey/quotas/quota.ts'
import type { ShownCell } from './cells.ts'

interface CellsProps {
  quotas: readonly Quota[]
  cells: readonly ShownCell[]
  language: Language
}

/** The section of a study on the page of responses; nothing for a study without quotas. Nobody can be told from it. */
export function Cells({ quotas, cells, language }: CellsProps) {
  const words = reviewsMessages(language).quotas
  const rows = quotas.flatMap(({ cell, label }) => {
    const count = cells.find((one) => one.cell === cell)
    return count === undefined ? [] : [{ ...count, label: label[language] }]
  })
  if (rows.length === 0) return null
  return (
    <>
      <h3>{words.title}</h3>
      <p class="small">{words.about}</p>
      <ul class="legend">
        {states.map((state) => (
          <li>
            <Swatch fill={fillOf[state]} /> {words[state]}
          </li>
        ))}
      </ul>
      <Scroll label={words.title}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              {(['open', 'held', 'accepted', 'cap'] as const).map((column) => (
                <th scope="col" class="number">
                  {words[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row row={row} words={words} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

const states = ['accepted', 'held', 'open', 'left'] as const
const fillOf = { accepted: fills.green, held: fills.amber, open: fills.blue, left: fills.pale } as const

function Row({ row, words }: { row: ShownCell & { label: string }; words: ReviewsMessages['quotas'] }) {
  const { cap, open, held, accepted, label } = row
  const left = Math.max(0, cap - open - held - accepted)
  const amounts = { accepted, held, open, left }
  const parts = states.map((state): ChartPart => ({ label: words[state], amount: amounts[state], fill: fillOf[state] }))
  return (
    <tr>
      <th scope="row">
        {label} {left === 0 && <span class="badge wait">{words.full}</span>}
        <br />
        <code>{row.cell}</code>
        <Picture label={words.picture({ group: label })} parts={parts} />
      </th>
      {[open, held, accepted, cap].map((amount) => (
        <td class="number">{figures(amount)}</td>
      ))}
    </tr>
  )
}
