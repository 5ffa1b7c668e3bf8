/** A question in hand: its texts, options, rows, limits and condition. */
import type { Question, Text } from '../../../../schema/questionnaire.ts'
import { carriedFrom, givenOptions } from '../../questionnaire/parts.ts'
import { dataOf } from '../../questionnaire/types/data/index.ts'
import { conditionWords } from '../conditions/words.ts'
import type { Address } from '../document.ts'
import { press } from '../form/buttons.ts'
import { pageField } from '../form/fields.ts'
import { partLabel, wordingIn } from '../names.ts'
import { wordsAt } from '../translation-state.ts'
import { AddQuestion } from './add.tsx'
import { ConditionForm } from './condition.tsx'
import { type EditorDesk, hrefOf, shownIn } from './desk.ts'
import { EditForm } from './edit-form.tsx'
import { ItemList, Move } from './items.tsx'
import { Parts } from './parts.tsx'
import { QuestionSettings } from './settings.tsx'
import { TextFields } from './texts.tsx'

/** The form of a question, and of one more after it. */
export function QuestionForm({ desk, question, pageAt }: { desk: EditorDesk; question: Question; pageAt: number }) {
  const { words, questionnaire, language } = desk
  const at = `questions/${question.code}`
  const page = questionnaire.pages[pageAt]
  const siblings = page?.questions ?? []
  const next = siblings[siblings.findIndex(({ code }) => code === question.code) + 1]
  const cond = desk.cond === '' ? at : desk.cond
  return (
    <>
      <EditForm desk={desk}>
        <div class="head">
          <h2>{words.coded({ code: question.code, text: words.types[question.type] })}</h2>
          <div class="moves">
            <Move words={words} label={wordingIn(question, language)} at={at} />
          </div>
        </div>
        <Texts desk={desk} question={question} at={at} />
        <Lists desk={desk} question={question} at={at} />
        <Parts desk={desk} question={question} pageAt={pageAt} />
        <QuestionSettings desk={desk} question={question} />
        <ConditionForm
          desk={desk}
          at={cond}
          title={cond === at ? words.shownIf : words.shownIfOf({ name: nameOfPart(desk, question, cond) })}
          before={pageAt}
        />
        <p class="setting">
          <label for="e-page">{words.onPage}</label>
          <select id="e-page" name={pageField(at)}>
            {questionnaire.pages.map(({ code }) => (
              <option value={code} selected={code === shownIn(desk, pageField(at), page?.code ?? '')}>
                {partLabel(questionnaire, `pages/${code}`, language)}
              </option>
            ))}
          </select>
        </p>
      </EditForm>
      <AddQuestion desk={desk} page={page?.code ?? ''} before={next?.code ?? null} />
    </>
  )
}

/** What a condition of a part of the question is about: one of its wordings, the label of an option or row. */
function nameOfPart({ words, draft, language }: EditorDesk, question: Question, cond: string): string {
  const n = /\/text\/(\d+)$/.exec(cond)?.[1]
  if (n !== undefined && Array.isArray(question.text)) {
    return words.wordingNumber({ n: Number(n) + 1, of: question.text.length })
  }
  const label = wordsAt(draft.document, `${cond}/label`)
  return words.quoted({ text: label?.[language] ?? cond.split('/').slice(2).join(' ') })
}

function Texts({ desk, question, at }: { desk: EditorDesk; question: Question; at: string }) {
  const { words } = desk
  const own = Object.keys(dataOf(question.type).texts(question))
  const more = question.type === 'number' && !own.includes('unit') ? ['unit'] : []
  const wordings = Array.isArray(question.text) ? question.text : null
  const names: Record<string, string> = words.texts
  return (
    <>
      {wordings === null ? (
        <TextFields desk={desk} at={`${at}/text`} label={words.texts.text} />
      ) : (
        wordings.map((_, n) => <Wording desk={desk} wordings={wordings} at={at} n={n} />)
      )}
      <p>
        <button class="button quiet small" type="submit" name="do" value={press.wording(at)}>
          {words.addWording}
        </button>
      </p>
      <TextFields desk={desk} at={`${at}/hint`} label={words.texts.hint} short={false} />
      {[...own, ...more].map((key) => (
        <TextFields desk={desk} at={`${at}/${key}`} label={names[key] ?? key} />
      ))}
    </>
  )
}

interface WordingProps {
  desk: EditorDesk
  wordings: Exclude<Question['text'], Text>
  /** Of the question. */
  at: Address
  n: number
}

/** One of several wordings: for whom it is, and its place among the others. */
function Wording({ desk, wordings, at, n }: WordingProps) {
  const { words, questionnaire, language } = desk
  const own = `${at}/text/${n}`
  const label = words.wordingNumber({ n: n + 1, of: wordings.length })
  const when = wordings[n]?.when
  const isLast = n === wordings.length - 1
  return (
    <section class="wording" aria-label={label}>
      <TextFields desk={desk} at={`${own}/text`} label={label} />
      <div class="head">
        <p class="hint">
          {when
            ? words.wordingIf({ condition: conditionWords(questionnaire, when, language) })
            : isLast
              ? words.wordingElse
              : words.wordingNoCondition}{' '}
          {!(isLast && !when) && <a href={hrefOf(desk, at, { cond: own })}>{words.changeCondition}</a>}
        </p>
        <div class="moves">
          <Move words={words} label={label} at={own} />
        </div>
      </div>
    </section>
  )
}

const hasChoice = ({ type }: Question) => type === 'single' || type === 'multi' || type === 'rank'

function Lists({ desk, question, at }: { desk: EditorDesk; question: Question; at: string }) {
  const { words, questionnaire } = desk
  const options = givenOptions(question)
  const from = carriedFrom(question)
  return (
    <>
      {from !== undefined && <p class="hint">{words.carried({ from })}</p>}
      {'rows' in question && (
        <ItemList desk={desk} list={`${at}/rows`} title={words.rows} items={question.rows} boxes={[]} details={false} />
      )}
      {options && (
        <ItemList
          desk={desk}
          list={Array.isArray(options.given) ? `${at}/${options.key}` : `sets/${options.given.set}`}
          title={options.key === 'scale' ? words.scale : words.options}
          items={Array.isArray(options.given) ? options.given : (questionnaire.sets[options.given.set] ?? [])}
          boxes={boxesOf(question)}
          details={hasChoice(question)}
        />
      )}
    </>
  )
}

function boxesOf(question: Question): ('exclusive' | 'last' | 'always' | 'decoy')[] {
  return [
    ...(question.type === 'multi' ? (['exclusive'] as const) : []),
    ...(hasChoice(question) ? (['last', 'decoy'] as const) : []),
    ...(hasChoice(question) && carriedFrom(question) !== undefined ? (['always'] as const) : []),
  ]
}
