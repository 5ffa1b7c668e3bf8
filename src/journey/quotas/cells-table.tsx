/** How full the cells of a study are: a bar and its figures for each. */
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { type ChartPart, fills, Picture, Swatch } from '../../staff/frame/picture.tsx'
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
      <DataTable
        language={language}
        label={words.title}
        rows={rows}
        columns={[
          { head: words.group, is: 'name', cell: (row) => <Group row={row} words={words} /> },
          ...(['open', 'held', 'accepted', 'cap'] as const).map((column) => ({
            head: words[column],
            is: 'number' as const,
            cell: (row: ShownCell) => figures(row[column]),
          })),
        ]}
      />
    </>
  )
}

const states = ['accepted', 'held', 'open', 'left'] as const
const fillOf = { accepted: fills.green, held: fills.amber, open: fills.blue, left: fills.pale } as const

/** What a cell is called, and how full it is as a bar. */
function Group({ row, words }: { row: ShownCell & { label: string }; words: ReviewsMessages['quotas'] }) {
  const { cap, open, held, accepted, label } = row
  const left = Math.max(0, cap - open - held - accepted)
  const amounts = { accepted, held, open, left }
  const parts = states.map((state): ChartPart => ({ label: words[state], amount: amounts[state], fill: fillOf[state] }))
  return (
    <>
      {label} {left === 0 && <span class="badge wait">{words.full}</span>}
      <br />
      <code>{row.cell}</code>
      <Picture label={words.picture({ group: label })} parts={parts} />
    </>
  )
}
