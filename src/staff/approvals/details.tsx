/** All that a proposal would do, as every page of it shows: facts by name, and tables of what stands side by side. */

import { Scroll } from '../frame/scroll.tsx'
import type { Details, FactTable, FactText } from './effect.ts'

/** So many rows are seen at once; more of them are opened. */
const rowsAtOnce = 12

export function ProposalDetails({ facts, tables = [] }: Details) {
  return (
    <>
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>
                {[value].flat().map((one, i) => (
                  <>
                    {i > 0 && <br />}
                    <Text {...one} />
                  </>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {tables.map((table) =>
        table.rows.length > rowsAtOnce ? (
          <details>
            <summary>{table.title}</summary>
            <Rows {...table} />
          </details>
        ) : (
          <>
            <h4>{table.title}</h4>
            <Rows {...table} />
          </>
        ),
      )}
    </>
  )
}

function Rows({ title, heads, rows }: FactTable) {
  return (
    <Scroll label={title}>
      <table class="table">
        <thead>
          <tr>{heads.map((head) => (head === '' ? <td /> : <th scope="col">{head}</th>))}</tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name && <Text {...name} />}</th>
              {cells.map((cell) => (
                <td>
                  <Text {...cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Text({ text, href, isVerbatim }: FactText) {
  const attributes = isVerbatim ? { lang: '' } : {}
  return href === undefined ? (
    <span {...attributes}>{text}</span>
  ) : (
    <a href={href} {...attributes}>
      {text}
    </a>
  )
}
