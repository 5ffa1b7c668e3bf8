/**
 * A list as a table: dense on a wide screen, a card for each row on a phone. Its columns are told once. Sorting is links
 * that stay in the address; an empty list says what to do first.
 */
// biome-ignore-all lint/a11y/noRedundantRoles: drawn as cards, a table loses its roles in some browsers.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { frameMessages } from '../../../messages/generated/studies/frame.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from './address.ts'
import { type Sort, type SortKey, sortBy, sorted } from './sorting.ts'

export interface TableColumn<Row> {
  head: string
  cell: (row: Row) => Child
  /** `name`: what the row is called, and the head of its card; `number`: aligned right; `when`: never broken; `box`: to tick. */
  is?: 'name' | 'number' | 'when' | 'box' | undefined
  /** Where the list is sorted by this column, and how it is now: only for what the store sorts by an index. */
  sort?: Sort | undefined
  /** What the list is sorted by, where it is shown whole (`sortedIn`). */
  key?: SortKey<Row> | undefined
}

interface DataTableProps<Row> {
  language: Language
  /** What the table is of, for those who hear it. */
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  /** Of a list that is shown whole: the table sorts its rows by the column that the address names. */
  sortedIn?: Context<AppEnv> | undefined
  /** What an empty list says; a text, or more. Left out where there is always something. */
  empty?: Child
  /** Other pages of the list. */
  pages?: Around | undefined
  /** Buttons beside them. */
  children?: Child
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { language, label, columns, sortedIn, empty, pages, children } = props
  const keys = columns.map(({ key }) => key)
  const rows =
    sortedIn === undefined ? props.rows : sorted(props.rows, keys, sortedIn.req.query('sort') ?? '', language)
  const sortOf = ({ sort, key }: TableColumn<Row>) =>
    sort ?? (key === undefined || sortedIn === undefined ? undefined : sortBy(sortedIn, key.name))
  return (
    <>
      {rows.length === 0 && empty !== undefined ? (
        <div class="empty">{typeof empty === 'string' ? <p>{empty}</p> : empty}</div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields of a form.
        <div class="scroll" role="group" tabindex={0} aria-label={label}>
          <table class="table data" role="table">
            <caption class="sr">{label}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map((column) => (
                  <Head head={column.head} is={column.is} sort={sortOf(column)} />
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <tr role="row">
                  {columns.map(({ head, cell, is }) =>
                    is === 'name' ? (
                      <th scope="row" role="rowheader" class="name">
                        {cell(row)}
                      </th>
                    ) : (
                      <td role="cell" class={is} data-label={head}>
                        <div>{cell(row)}</div>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages language={language} pages={pages}>
        {children}
      </Pages>
    </>
  )
}

function Head({ head, is, sort }: Pick<TableColumn<never>, 'head' | 'is' | 'sort'>) {
  return (
    <th scope="col" role="columnheader" class={is} aria-sort={sort?.now}>
      {is === 'box' ? <span class="sr">{head}</span> : sort === undefined ? head : <a href={sort.href}>{head}</a>}
    </th>
  )
}

/** The pages of a list before and behind this one. */
export function Pages(props: { language: Language; pages?: Around | undefined; children?: Child }) {
  const { pages = { previous: null, next: null }, children } = props
  const words = frameMessages(props.language)
  const first = pages.first ?? null
  if (first === null && pages.previous === null && pages.next === null && !children) return null
  return (
    <nav class="pages no-print" aria-label={words.pages}>
      {first !== null && (
        <a class="button quiet small" href={first}>
          {words.first}
        </a>
      )}
      {pages.previous !== null && (
        <a class="button quiet small" rel="prev" href={pages.previous}>
          {words.previous}
        </a>
      )}
      {pages.next !== null && (
        <a class="button quiet small" rel="next" href={pages.next}>
          {words.next}
        </a>
      )}
      {children}
    </nav>
  )
}
