/** What differs between two versions, place by place, in one language. */
import { type VersionsMessages, versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import type { Language, Questionnaire } from '../../../../schema/questionnaire.ts'
import { conditionWords } from '../../editor/conditions/words.ts'
import type { ChangedWording, ChangeLocation, QuestionnaireChange } from '../compare/change.ts'
import { byPlace } from '../compare/compare.ts'
import { compareTexts } from '../compare/words.ts'

export interface ChangesProps {
  changes: readonly QuestionnaireChange[]
  before: Questionnaire
  after: Questionnaire
  /** Of the page. */
  language: Language
  /** Of the texts that are compared. */
  textsIn: Language
}

/** Each change with what it does to the data. What has changed in other languages alone is counted below. */
export function VersionChanges({ changes, before, after, language, textsIn }: ChangesProps) {
  const words = versionsMessages(language)
  const seen = changes.filter((change) => !isElsewhere(change, textsIn))
  const textOf = (what: ChangedWording, of: Questionnaire) => sayIn(what, of, textsIn, language)
  return (
    <>
      {byPlace(seen).map(({ place, changes: here }) => (
        <section class="changes">
          <h3 lang={place.at === 'question' || place.at === 'page' ? textsIn : undefined}>
            {placeWords(place, textsIn, words.compare)}
          </h3>
          <ul class="points">
            {here.map((change) => (
              <li>
                <span class={`badge ${tones[change.did]}`}>{words.did[change.did]}</span> {words.parts[change.part.of]}{' '}
                {change.part.code !== undefined && <code>{change.part.code}</code>}
                <p lang={textsIn} class="compared">
                  <Compared
                    before={textOf(change.before, before)}
                    after={textOf(change.after, after)}
                    did={change.did}
                  />
                </p>
                <p class="small">{words.effects[change.effect]}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {changes.length === 0 && <p>{words.compare.none}</p>}
      {seen.length < changes.length && <p>{words.compare.otherLanguages({ count: changes.length - seen.length })}</p>}
    </>
  )
}

const tones = { added: 'good', removed: 'bad', moved: 'wait', changed: 'wait' } as const

/** Whether only texts of other languages differ. */
function isElsewhere({ did, before, after }: QuestionnaireChange, language: Language): boolean {
  if (did !== 'changed' || before === undefined || after === undefined) return false
  return 'text' in before && 'text' in after && before.text[language] === after.text[language]
}

function sayIn(wording: ChangedWording, questionnaire: Questionnaire, textsIn: Language, language: Language): string {
  if (wording === undefined) return ''
  if ('text' in wording) return wording.text[textsIn]
  if ('value' in wording) return wording.value
  const { always, shown } = versionsMessages(language).condition
  const asks = wording.condition === null ? always : conditionWords(questionnaire, wording.condition, textsIn, language)
  return shown({ condition: asks })
}

function Compared({ before, after, did }: { before: string; after: string; did: QuestionnaireChange['did'] }) {
  if (did === 'moved') return <>{after}</>
  return (
    <>
      {compareTexts(before, after).map(({ did: piece, text }) =>
        piece === 'same' ? text : piece === 'added' ? <ins>{text}</ins> : <del>{text}</del>,
      )}
    </>
  )
}

function placeWords(place: ChangeLocation, language: Language, words: VersionsMessages['compare']): string {
  switch (place.at) {
    case 'page':
      return words.page({ code: place.code, title: place.title[language] })
    case 'question':
      return words.question({ code: place.code, text: place.text[language] })
    case 'set':
      return words.set({ name: place.name, questions: place.questions.join(', ') })
    case 'list':
      return words.list({ name: place.name })
    default:
      return words.whole
  }
}
