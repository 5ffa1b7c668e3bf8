/** The way through the questionnaire: its pages and their questions, with a mark where something is wrong. */
import type { Address } from '../document.ts'
import { addressOfFault } from '../document.ts'
import { ownerOf, wordingIn } from '../names.ts'
import { type EditorDesk, hrefOf } from './desk.ts'

/** Pages and questions, at the left; above on a phone, where they fold away. */
export function Outline({ desk }: { desk: EditorDesk }) {
  const { words, questionnaire, language } = desk
  const faulty = new Set(
    desk.faults
      .filter(isNoTranslation)
      .map((fault) => ownerOf(questionnaire, addressOfFault(desk.draft.document, fault))),
  )
  const link = (at: Address, code: string, label: string) => (
    <a
      href={hrefOf(desk, at)}
      aria-current={at === desk.at ? 'page' : undefined}
      class={faulty.has(at) && at !== '' ? 'faulty' : undefined}
    >
      {code !== '' && <b>{code}</b>}
      <span>{label}</span>
      {faulty.has(at) && at !== '' && <em>{words.faultMark}</em>}
    </a>
  )
  return (
    <>
      <details class="outline-menu">
        <summary>{words.outline}</summary>
      </details>
      <nav class="outline" id="outline" aria-label={words.outline} data-part>
        <p>{link('', '', words.whole)}</p>
        <ol>
          {questionnaire.pages.map((page) => (
            <li data-item={`pages/${page.code}`}>
              {link(`pages/${page.code}`, '', page.title[language])}
              <ol>
                {page.questions.map((question) => (
                  <li data-item={`questions/${question.code}`}>
                    {link(`questions/${question.code}`, question.code, wordingIn(question, language))}
                  </li>
                ))}
                {page.consents?.map(({ code, text }) => (
                  <li>{link(`consents/${code}`, code, text[language])}</li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </nav>
    </>
  )
}

/** Whether a fault is something else than a text that is still to be translated: those are counted, not listed. */
export function isNoTranslation({ message }: { message: string }): boolean {
  return message !== 'missing translation'
}
