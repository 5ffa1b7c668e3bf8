import type { VersionsMessages } from '../../../../messages/generated/studies/versions.ts'
import type { Language, Questionnaire } from '../../../../schema/questionnaire.ts'
import { Scroll } from '../../../staff/frame/scroll.tsx'
import { addressOfFault } from '../../editor/document.ts'
import { faultWords } from '../../editor/fault-words.ts'
import { ownerOf, partLabel } from '../../editor/names.ts'
import type { ContentError } from '../../questionnaire/checks/content-error.ts'

/** What is wrong, and where: a path of JSON, a sheet and cell, or '' for the file as a whole. */
export interface ShownFault {
  where: string
  what: string
  /** What it is about, by its name, and where that can be mended; null where it is not there yet. */
  about?: { name: string; href: string | null }
}

/**
 * A fault in words, with the name of what it is about.
 * @param editor the address at which that can be mended; null where it cannot yet
 */
export function namedFault(
  error: ContentError,
  questionnaire: Questionnaire,
  editor: string | null,
  language: Language,
): ShownFault {
  const at = ownerOf(questionnaire, addressOfFault(questionnaire, error))
  const href = editor === null || at === '' ? editor : `${editor}?${new URLSearchParams({ at })}`
  const about = { name: partLabel(questionnaire, at, language), href }
  return { where: error.path, what: faultWords(error, language), about }
}

/** More are counted and not shown: whoever mends these finds the rest mended, or sees them next. */
const mostShown = 500

/** All of it at once. */
export function FaultList({
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
                {about && <>{about.href === null ? about.name : <a href={about.href}>{about.name}</a>} </>}
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
