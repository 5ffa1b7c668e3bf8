/** A question in hand: its texts, options, rows, limits and condition. */
import type { Question } from '../../../../schema/questionnaire.ts'
import { attentionRow, carriedFrom, givenOptions } from '../../questionnaire/parts.ts'
import { dataOf } from '../../questionnaire/types/data/index.ts'
import { pageField } from '../form/fields.ts'
import { nameOf, wordingOf } from '../names.ts'
import { AddQuestion } from './add.tsx'
import { ConditionForm } from './condition.tsx'
import { type EditorDesk, shownIn } from './desk.ts'
import { EditForm } from './edit-form.tsx'
import { Items, Move } from './items.tsx'
import { Settings } from './settings.tsx'
import { TextRow } from './texts.tsx'

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
            <Move words={words} label={wordingOf(question, language)} at={at} />
          </div>
        </div>
        <Texts desk={desk} question={question} at={at} />
        <Lists desk={desk} question={question} at={at} />
        <Settings desk={desk} question={question} />
        <ConditionForm
          desk={desk}
          at={cond}
          title={cond === at ? words.shownIf : words.shownIfOf({ name: cond.split('/').slice(2).join(' ') })}
          before={pageAt}
        />
        <p class="setting">
          <label for="e-page">{words.onPage}</label>
          <select id="e-page" name={pageField(at)}>
            {questionnaire.pages.map(({ code }) => (
              <option value={code} selected={code === shownIn(desk, pageField(at), page?.code ?? '')}>
                {nameOf(questionnaire, `pages/${code}`, language)}
              </option>
            ))}
          </select>
        </p>
      </EditForm>
      <AddQuestion desk={desk} page={page?.code ?? ''} before={next?.code ?? null} />
    </>
  )
}

function Texts({ desk, question, at }: { desk: EditorDesk; question: Question; at: string }) {
  const { words, questionnaire } = desk
  const own = Object.keys(dataOf(question.type).texts(question))
  const more = question.type === 'number' && !own.includes('unit') ? ['unit'] : []
  const wordings = Array.isArray(question.text) ? question.text : null
  const names: Record<string, string> = words.texts
  return (
    <>
      {wordings === null ? (
        <TextRow desk={desk} at={`${at}/text`} label={words.texts.text} />
      ) : (
        wordings.map((_, n) => (
          <TextRow
            desk={desk}
            at={`${at}/text/${n}/text`}
            label={words.wordingNumber({ n: n + 1, of: wordings.length })}
          />
        ))
      )}
      <TextRow desk={desk} at={`${at}/hint`} label={words.texts.hint} short={false} />
      {[...own, ...more].map((key) => (
        <TextRow desk={desk} at={`${at}/${key}`} label={names[key] ?? key} />
      ))}
      {attentionRow(question) && questionnaire && (
        <TextRow desk={desk} at={`${at}/attention/label`} label={words.texts.attention} />
      )}
    </>
  )
}

function Lists({ desk, question, at }: { desk: EditorDesk; question: Question; at: string }) {
  const { words, questionnaire } = desk
  const options = givenOptions(question)
  const from = carriedFrom(question)
  return (
    <>
      {from !== undefined && <p class="hint">{words.carried({ from })}</p>}
      {'rows' in question && (
        <Items desk={desk} list={`${at}/rows`} title={words.rows} items={question.rows} boxes={[]} details={false} />
      )}
      {options && (
        <Items
          desk={desk}
          list={Array.isArray(options.given) ? `${at}/${options.key}` : `sets/${options.given.set}`}
          title={options.key === 'scale' ? words.scale : words.options}
          items={Array.isArray(options.given) ? options.given : (questionnaire.sets[options.given.set] ?? [])}
          boxes={boxesOf(question)}
          details={question.type === 'single' || question.type === 'multi' || question.type === 'rank'}
        />
      )}
    </>
  )
}

function boxesOf(question: Question): ('exclusive' | 'last' | 'always')[] {
  const isShuffled = 'shuffle' in question
  return [
    ...(question.type === 'multi' ? (['exclusive'] as const) : []),
    ...(isShuffled ? (['last'] as const) : []),
    ...(carriedFrom(question) === undefined ? [] : (['always'] as const)),
  ]
}
