/** Everything that stands between a draft and publishing it, each a link to its place; and what people could not send. */

import { largestBody } from '../../../platform/http/form.ts'
import { oversizedPages } from '../../questionnaire/checks/form-size.ts'
import { addressOfFault } from '../document.ts'
import { faultWords } from '../fault-words.ts'
import { ownerOf, partLabel } from '../names.ts'
import { type EditorDesk, hrefOf } from './desk.ts'
import { isNoTranslation } from './outline.tsx'

const mostShown = 40

/** The list of what is wrong, and of pages that are too large when they are filled; says so when nothing is wrong. */
export function EditorFaults({ desk }: { desk: EditorDesk }) {
  const { words, questionnaire, language, faults } = desk
  const listed = faults.filter(isNoTranslation)
  const missing = faults.length - listed.length
  const oversized = oversizedPages(questionnaire)
  return (
    <section
      class={faults.length === 0 && oversized.length === 0 ? 'notice good' : 'notice wait'}
      id="what-is-wrong"
      aria-live="polite"
      data-part
    >
      {faults.length === 0 ? (
        <p>{words.noFaults}</p>
      ) : (
        <details open={listed.length > 0}>
          <summary>{words.faults({ n: faults.length })}</summary>
          <ul>
            {missing > 0 && (
              <li>
                <a href={`${desk.path}/texts`}>{words.translationsMissing({ n: missing })}</a>
              </li>
            )}
            {listed.slice(0, mostShown).map((fault) => {
              const owner = ownerOf(questionnaire, addressOfFault(desk.draft.document, fault))
              const text = faultWords(fault, language)
              return (
                <li>
                  <a href={hrefOf(desk, owner)}>
                    {words.faultOf({ name: partLabel(questionnaire, owner, language), fault: text })}
                  </a>
                </li>
              )
            })}
            {listed.length > mostShown && <li>{words.moreFaults({ n: listed.length - mostShown })}</li>}
          </ul>
        </details>
      )}
      {oversized.map(({ page, bytes }) => {
        const at = `pages/${page.code}`
        const name = partLabel(questionnaire, at, language)
        return (
          <p>
            <a href={hrefOf(desk, at)}>
              {words.oversized({ name, kb: Math.ceil(bytes / 1024), most: largestBody / 1024 })}
            </a>
          </p>
        )
      })}
    </section>
  )
}
