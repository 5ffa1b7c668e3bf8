/** Two questions crossed, as a table of shares with what stands beside them. */
import { type CrossesMessages, crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { gap, sentences } from '../../../platform/i18n/format.ts'
import { figures } from '../../../staff/frame/figures.ts'
import type { Axis, Category } from '../axes/axis.ts'
import { percent } from '../questions/figure-text.ts'
import { baseWords, crossTitle } from './base-words.ts'
import type { ReadCross } from './read-cross.ts'
import { heatOf, type ShareBase, shareOf } from './shares.ts'
import type { CrossCell, CrossTable } from './table.ts'

interface CrossProps extends Pick<ReadCross, 'table' | 'weighed'> {
  language: Language
  share: ShareBase
}

/** The table: its base, every cell as a share and the count it is made of, then whoever is outside the shares. */
export function Cross({ language, table, weighed, share }: CrossProps) {
  const words = crossesMessages(language)
  const { rows, columns } = table
  const hasPicks = rows.kind === 'several' || columns.kind === 'several'
  const sides = sidesOf(table)
  const { usedRows, usedColumns, besideRows, besideColumns } = sides
  const name = crossTitle(table, language)
  return (
    <>
      <p>
        <strong>{baseWords({ table, weighed }, language)}</strong>
        {gap(language)}
        {sentences(language, hasPicks && words.ofOffered, words.shade)}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields of a form. */}
      <div class="scroll" role="group" tabindex={0} aria-label={name}>
        <table class="table crossed">
          <caption class="sr">{name}</caption>
          <Head table={table} sides={sides} words={words} language={language} />
          <tbody>
            {usedRows.map((row) => (
              <tr>
                <th scope="row">{rows.categories[row]?.label[language]}</th>
                {usedColumns.map((column) => (
                  <ShareCell cell={table.cells[row]?.[column]} share={share} words={words} />
                ))}
                <td class="number">{figures(table.rowTotals[row] ?? 0)}</td>
                {besideColumns.map((at) => (
                  <td class="number beside">{figures(table.besideRows[row]?.[at] ?? 0)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{words.all}</th>
              {usedColumns.map((column) => (
                <td class="number">{figures(table.columnTotals[column] ?? 0)}</td>
              ))}
              <td class="number">{figures(table.base)}</td>
              {besideColumns.map(() => (
                <td class="beside" />
              ))}
            </tr>
            {besideRows.map((at) => (
              <tr class="beside">
                <th scope="row">{rows.missing[at]?.label[language]}</th>
                {usedColumns.map((column) => (
                  <td class="number">{figures(table.besideColumns[at]?.[column] ?? 0)}</td>
                ))}
                <td />
                {besideColumns.map((column) => (
                  <td class="number">{figures(table.outside[at]?.[column] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Empty words={words} language={language} table={table} />
      {(besideRows.length > 0 || besideColumns.length > 0) && <p class="small">{words.besideNote}</p>}
    </>
  )
}

/** Which rows and columns are shown: those that somebody is in, and beside them those outside the shares. */
interface Sides {
  usedRows: readonly number[]
  usedColumns: readonly number[]
  besideRows: readonly number[]
  besideColumns: readonly number[]
}

function sidesOf(table: CrossTable): Sides {
  const places = (missing: readonly unknown[]) => missing.map((_, at) => at)
  return {
    usedRows: used(table.rowTotals),
    usedColumns: used(table.columnTotals),
    besideRows: places(table.rows.missing).filter((at) => (table.besideColumns[at] ?? []).some((count) => count > 0)),
    besideColumns: places(table.columns.missing).filter((at) => table.besideRows.some((row) => (row[at] ?? 0) > 0)),
  }
}

interface HeadProps {
  table: CrossTable
  sides: Sides
  words: CrossesMessages
  language: Language
}

function Head({ table, sides, words, language }: HeadProps) {
  return (
    <thead>
      <tr>
        <td />
        {sides.usedColumns.map((at) => (
          <th scope="col" class="number">
            {table.columns.categories[at]?.label[language]}
          </th>
        ))}
        <th scope="col" class="number">
          {words.all}
        </th>
        {sides.besideColumns.map((at) => (
          <th scope="col" class="number beside">
            {table.columns.missing[at]?.label[language]}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function ShareCell({ cell, share, words }: { cell: CrossCell | undefined; share: ShareBase; words: CrossesMessages }) {
  if (cell === undefined) return <td />
  const [of, part] = shareOf(cell, share)
  return (
    <td class={`number heat-${heatOf(part)}`}>
      {percent(part)}
      {part !== null && (
        <>
          <br />
          <span class="small">{words.cell({ count: figures(cell.count), base: figures(of) })}</span>
        </>
      )}
    </td>
  )
}

/** The places of those with anybody in them. */
function used(totals: readonly number[]): number[] {
  return totals.flatMap((total, at) => (total > 0 ? at : []))
}

function Empty({ words, language, table }: { words: CrossesMessages; language: Language; table: CrossTable }) {
  const names = (categories: readonly Category[], totals: readonly number[]) =>
    categories.filter((_, at) => totals[at] === 0).map(({ label }) => label[language])
  // Weeks without anybody are no news.
  const empty = (axis: Axis, totals: readonly number[]) => (axis.key === '_day' ? [] : names(axis.categories, totals))
  const [rows, columns] = [empty(table.rows, table.rowTotals), empty(table.columns, table.columnTotals)]
  const list = (all: string[]) => all.join(words.separator)
  return (
    <>
      {rows.length > 0 && <p class="small">{words.emptyRows({ names: list(rows) })}</p>}
      {columns.length > 0 && <p class="small">{words.emptyColumns({ names: list(columns) })}</p>}
    </>
  )
}
