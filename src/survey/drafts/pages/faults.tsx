import type { VersionsMessages } from '../../../../messages/generated/studies/versions.ts'
import { Scroll } from '../../../staff/frame/scroll.tsx'

/** What is wrong, and where: a path of JSON, a sheet and cell, or '' for the file as a whole. */
export interface ShownFault {
  where: string
  what: string
  /** What it is about, by its name, and where that can be mended. */
  about?: { name: string; href: string }
}

/** More are counted and not shown: whoever mends these finds the rest mended, or sees them next. */
const mostShown = 500

/** All of it at once. */
export function Faults({
  label,
  faults,
  words,
}: {
  label: string
  faults: readonly ShownFault[]
  words: VersionsMessages['upload']
}) {
  return (
    <Scroll label={label}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, mostShown).map(({ where, what, about }) => (
            <tr>
              <td>
                {about && (
                  <>
                    <a href={about.href}>{about.name}</a>{' '}
                  </>
                )}
                {where !== '' ? <code>{where}</code> : about === undefined && words.whole}
              </td>
              <td>{what}</td>
            </tr>
          ))}
          {faults.length > mostShown && (
            <tr>
              <td colspan={2}>… {faults.length - mostShown}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  )
}
