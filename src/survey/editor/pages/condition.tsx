/** When something is shown: its condition in words, and a part more picked from lists. */
import type { Condition, Option, Question } from '../../../../schema/questionnaire.ts'
import { eachQuestion, optionsAt } from '../../questionnaire/checks/places.ts'
import { dataOf } from '../../questionnaire/types/data/index.ts'
import { factsKnown, factWords } from '../conditions/facts.ts'
import { factPrefix, type How, partsOf } from '../conditions/parts.ts'
import { conditionWords } from '../conditions/words.ts'
import type { Address } from '../document.ts'
import { press } from '../form/buttons.ts'
import { addPart, conditionAt, conditionField } from '../form/read-condition.ts'
import { partLabel } from '../names.ts'
import type { EditorDesk } from './desk.ts'

export interface ConditionProps {
  desk: EditorDesk
  at: Address
  /** Its heading. */
  title: string
  /** Questions of pages before this one may be asked about. */
  before: number
  /** An early end is added instead: what the response ends as. */
  ends?: boolean
}

/** The condition of what stands at an address, with the fields that add to it. */
export function ConditionForm({ desk, at, title, before, ends = false }: ConditionProps) {
  const { words, questionnaire, language } = desk
  const { join, parts } = partsOf(conditionAt(desk.draft.document, at))
  const targets = targetsBefore(desk, before)
  return (
    <section class="condition" aria-label={title}>
      <h3>{title}</h3>
      <input type="hidden" name={conditionField.at} value={at} />
      {!ends && parts.length === 0 && <p class="hint">{words.alwaysShown}</p>}
      {parts.length > 0 && (
        <ul class="listed">
          {parts.map((part, n) => (
            <li>
              <span>{conditionWords(questionnaire, part, language)}</span>
              <button class="button quiet small" type="submit" name="do" value={press.dropPart(at, n)}>
                {words.removePart}
              </button>
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <p class="setting">
          <label for="e-join">{words.joins.label}</label>
          <select id="e-join" name={conditionField.join}>
            {(['all', 'any'] as const).map((one) => (
              <option value={one} selected={one === join}>
                {words.joins[one]}
              </option>
            ))}
          </select>
        </p>
      )}
      {targets.length === 0 && <p class="hint">{words.nothingBefore}</p>}
      <NewPart desk={desk} targets={targets} parts={ends ? [] : parts} ends={ends} />
    </section>
  )
}

interface Target {
  question: Question
  options: readonly Option[]
}

function targetsBefore({ questionnaire }: EditorDesk, before: number): Target[] {
  const targets: Target[] = []
  eachQuestion(questionnaire, (question, path, pageAt) => {
    if (pageAt >= before || dataOf(question.type).conditions === 'none') return
    targets.push({ question, options: optionsAt(questionnaire, question, path).options })
  })
  return targets
}

interface NewPartProps {
  desk: EditorDesk
  targets: readonly Target[]
  /** Those that stand there already: a new one may be joined with one of them. */
  parts: readonly Condition[]
  ends: boolean
}

function NewPart({ desk, targets, parts, ends }: NewPartProps) {
  const { words, questionnaire, language } = desk
  const target = targets.find(({ question }) => question.code === desk.about)
  const facts = factsKnown(questionnaire)
  const fact = facts.find((one) => factPrefix + one === desk.about)
  const isPicked = target !== undefined || fact !== undefined
  return (
    <div class="new-part">
      <p class="setting">
        <label for="e-about">{ends ? words.endWhen : words.addPart}</label>
        <select id="e-about" name={isPicked ? conditionField.q : 'about'} data-about>
          <option value="">{words.pickQuestion}</option>
          {targets.length > 0 && (
            <optgroup label={words.aboutAnswers}>
              {targets.map(({ question }) => (
                <option value={question.code} selected={question.code === desk.about}>
                  {partLabel(questionnaire, `questions/${question.code}`, language)}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={words.aboutFacts}>
            {facts.map((one) => (
              <option value={factPrefix + one} selected={one === fact}>
                {factWords(one, words)}
              </option>
            ))}
          </optgroup>
        </select>
        {!isPicked && (
          <button class="button quiet small" type="submit" name="do" value="about">
            {words.goOn}
          </button>
        )}
      </p>
      {isPicked && <Looks desk={desk} target={target ?? null} parts={parts} ends={ends} />}
    </div>
  )
}

const howsOf: Record<string, readonly How[]> = {
  code: ['is', 'is_not', 'answered', 'not_answered'],
  codes: ['is', 'is_not', 'only', 'answered', 'not_answered'],
  number: ['between', 'answered', 'not_answered'],
  answered: ['answered', 'not_answered'],
  fact: ['holds', 'holds_not'],
}

interface LooksProps extends Omit<NewPartProps, 'targets'> {
  /** Null for a fact. */
  target: Target | null
}

function Looks({ desk, target, parts, ends }: LooksProps) {
  const { words, language, questionnaire } = desk
  const conditions = target === null ? 'fact' : dataOf(target.question.type).conditions
  return (
    <>
      <p class="setting">
        <label for="e-how">{words.how}</label>
        <select id="e-how" name={conditionField.how}>
          {(howsOf[conditions] ?? []).map((how) => (
            <option value={how}>{words.hows[how]}</option>
          ))}
        </select>
      </p>
      {(conditions === 'code' || conditions === 'codes') && (
        <fieldset class="values">
          <legend>{words.values}</legend>
          {target?.options.map(({ code, label }) => (
            <p class="o">
              <input type="checkbox" id={`e-code-${code}`} name={conditionField.code} value={String(code)} />
              <label for={`e-code-${code}`}>{label[language]}</label>
            </p>
          ))}
        </fieldset>
      )}
      {conditions === 'number' && (
        <div class="line">
          {(['min', 'max'] as const).map((end) => (
            <p class="setting">
              <label for={`e-${end}`}>{words.limits.numbers[end]}</label>
              <input type="text" id={`e-${end}`} name={conditionField[end]} class="short" inputmode="numeric" />
            </p>
          ))}
        </div>
      )}
      {parts.length > 0 && (
        <p class="setting">
          <label for="e-to">{words.together.label}</label>
          <select id="e-to" name={conditionField.to}>
            <option value="">{words.together.own}</option>
            {parts.map((part, n) => (
              <option value={String(n)}>
                {words.together.with({ condition: conditionWords(questionnaire, part, language) })}
              </option>
            ))}
          </select>
        </p>
      )}
      {ends && (
        <p class="setting">
          <label for="e-as">{words.endAs}</label>
          <select id="e-as" name={conditionField.as}>
            <option value="screened_out">{words.ends.screened_out}</option>
            <option value="under_age">{words.ends.under_age}</option>
          </select>
        </p>
      )}
      <button class="button quiet small" type="submit" name="do" value={addPart}>
        {ends ? words.addEnd : words.addCondition}
      </button>
    </>
  )
}
