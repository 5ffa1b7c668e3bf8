/** A table of the live page, with its bars. */
// biome-ignore-all lint/a11y/noRedundantRoles: drawn as cards, a table loses its roles in some browsers.
import { liveMessages } from '../../../messages/generated/insights/live.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { BarHeads, ShareBar } from '../../survey/insights/questions/bar.tsx'
import type { LiveCell, LiveTable } from './table.ts'

interface DrawnProps {
  table: LiveTable
  language: Language
}

/**
 * Each row with a bar that is as long as its number, between its name and its numbers: it reads the same in black and
 * white, and without its bars.
 */
export function TableSection({ table, language }: DrawnProps) {
  const { bar, rows, heads, title } = table
  const words = liveMessages(language).page
  if (rows.length === 0 || bar === null) return <Plain table={table} language={language} empty={words.nothing} />
  const most = table.whole ?? Math.max(0, ...rows.map((row) => numberOf(row[bar])))
  const [name, ...numbers] = heads
  return (
    <table class="shares" role="table">
      <caption class="sr">{title}</caption>
      <BarHeads name={name} heads={numbers} />
      <tbody role="rowgroup">
        {rows.map(([first, ...cells]) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              <Cell cell={first} />
            </th>
            <td role="cell" class="picture">
              <ShareBar share={most === 0 ? 0 : numberOf(cells[bar - 1]) / most} />
            </td>
            {cells.map((cell, at) => (
              <td role="cell" class="number" data-label={numbers[at]}>
                <Cell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Plain({ table: { title, rows, heads }, language, empty }: DrawnProps & { empty: string }) {
  return (
    <DataTable
      language={language}
      label={title}
      rows={rows}
      empty={empty}
      columns={heads.map((head, at) => ({
        head,
        is: at === 0 ? ('name' as const) : ('number' as const),
        cell: (row: readonly LiveCell[]) => <Cell cell={row[at]} />,
      }))}
    />
  )
}

function Cell({ cell }: { cell: LiveCell | undefined }) {
  return (
    <>
      {cell?.shown}
      {cell?.tail && <span lang={cell.tail.lang}>{cell.tail.text}</span>}
    </>
  )
}

const numberOf = (cell: LiveCell | undefined) => (typeof cell?.raw === 'number' ? cell.raw : 0)
