/** What a question has of others: options that are carried, left out or shared, and the row that checks attention. */
import type { Question } from '../../../../schema/questionnaire.ts'
import { eachQuestion, optionsAt } from '../../questionnaire/checks/places.ts'
import { attentionRow, carriedFrom, givenOptions, withoutOf } from '../../questionnaire/parts.ts'
import { dataOf } from '../../questionnaire/types/data/index.ts'
import { press } from '../form/buttons.ts'
import { codesField, codesShownField, newSet, newSetField, partField } from '../form/read-parts.ts'
import { partLabel } from '../names.ts'
import { type EditorDesk, idOfField, shownIn } from './desk.ts'
import { TextFields } from './texts.tsx'

interface PartsProps {
  desk: EditorDesk
  question: Question
  pageAt: number
}

interface Earlier {
  question: Question
  codes: ReadonlyMap<number, string>
}

/** Everything of this question that another one, or a shared list, has a say in. */
export function Parts({ desk, question, pageAt }: PartsProps) {
  const { questionnaire, language } = desk
  const earlier: Earlier[] = []
  eachQuestion(questionnaire, (one, path, at) => {
    if (at >= pageAt || dataOf(one.type).picks === 'none') return
    const { options } = optionsAt(questionnaire, one, path)
    earlier.push({ question: one, codes: new Map(options.map(({ code, label }) => [code, label[language]])) })
  })
  const hasChoice = question.type === 'single' || question.type === 'multi' || question.type === 'rank'
  return (
    <>
      {(hasChoice || question.type === 'matrix') && <Carry desk={desk} question={question} earlier={earlier} />}
      {hasChoice && <LeftOut desk={desk} question={question} earlier={earlier} />}
      {question.type === 'matrix' && <Attention desk={desk} question={question} />}
      {givenOptions(question) && <Shared desk={desk} question={question} />}
    </>
  )
}

interface PickProps {
  desk: EditorDesk
  name: string
  label: string
  hint?: string
  now: string
  none: string
  /** Value and label of each. */
  choices: readonly (readonly [string, string])[]
}

/** A list whose choice is saved at once where there are scripts. */
export function PickField({ desk, name, label, hint, now, none, choices }: PickProps) {
  const id = idOfField(name)
  const value = shownIn(desk, name, now)
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <select id={id} name={name} aria-describedby={hint === undefined ? undefined : `${id}-h`} data-send>
        <option value="">{none}</option>
        {choices.map(([one, said]) => (
          <option value={one} selected={one === value}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The questions to pick from; one that is picked already stands there, wherever it has gone. */
function named({ questionnaire, language }: EditorDesk, codes: readonly string[], now: string) {
  const all = now === '' || codes.includes(now) ? codes : [...codes, now]
  return all.map((code) => [code, partLabel(questionnaire, `questions/${code}`, language)] as const)
}

function Carry({ desk, question, earlier }: Omit<PartsProps, 'pageAt'> & { earlier: readonly Earlier[] }) {
  const { words } = desk
  const now = carriedFrom(question) ?? ''
  if (earlier.length === 0 && now === '') return null
  const name = partField(`questions/${question.code}`, 'carry')
  const isMatrix = question.type === 'matrix'
  const codes = earlier.map((one) => one.question.code)
  return (
    <PickField
      desk={desk}
      name={name}
      label={isMatrix ? words.carry.rows : words.carry.options}
      hint={isMatrix ? words.carry.rowsHint : words.carry.optionsHint}
      now={now}
      none={words.carry.none}
      choices={named(desk, codes, now)}
    />
  )
}

function LeftOut({ desk, question, earlier }: Omit<PartsProps, 'pageAt'> & { earlier: readonly Earlier[] }) {
  const { words, questionnaire, language } = desk
  const at = `questions/${question.code}`
  const without = withoutOf(question)
  const own = new Map(
    optionsAt(questionnaire, question, []).options.map(({ code, label }) => [code, label[language]] as const),
  )
  const alike = earlier.filter(
    (one) => dataOf(one.question.type).picks === 'one' && [...own.keys()].some((code) => one.codes.has(code)),
  )
  if (alike.length === 0 && !without) return null
  const codes = alike.map((one) => one.question.code)
  const theirs = alike.find((one) => one.question.code === without?.q)?.codes
  return (
    <>
      <PickField
        desk={desk}
        name={partField(at, 'without')}
        label={words.without.label}
        hint={words.without.hint}
        now={without?.q ?? ''}
        none={words.without.none}
        choices={named(desk, codes, without?.q ?? '')}
      />
      {without && (
        <Codes
          desk={desk}
          at={at}
          of="without"
          legend={words.without.codes}
          options={[...own].filter(([code]) => theirs?.has(code) || without.codes.includes(code))}
          now={without.codes}
        />
      )}
    </>
  )
}

interface CodesProps {
  desk: EditorDesk
  at: string
  of: 'without' | 'targets'
  legend: string
  options: readonly (readonly [number, string])[]
  now: readonly number[]
}

function Codes({ desk, at, of, legend, options, now }: CodesProps) {
  const name = codesField(at, of)
  const ticked = desk.fill === null ? now : (desk.fill[name] ?? []).map(Number)
  return (
    <fieldset class="values">
      <legend>{legend}</legend>
      <input type="hidden" name={codesShownField(at, of)} value="1" />
      {options.map(([code, label]) => (
        <p class="o">
          <input
            type="checkbox"
            id={idOfField(`${name}-${code}`)}
            name={name}
            value={String(code)}
            checked={ticked.includes(code)}
            data-send
          />
          <label for={idOfField(`${name}-${code}`)}>{label}</label>
        </p>
      ))}
    </fieldset>
  )
}

function Attention({ desk, question }: Omit<PartsProps, 'pageAt'>) {
  const { words, questionnaire, language } = desk
  const at = `questions/${question.code}`
  const row = attentionRow(question)
  return (
    <section aria-label={words.attention.title}>
      <h3>{words.attention.title}</h3>
      <p class="hint">{words.attention.hint}</p>
      {row ? (
        <>
          <TextFields desk={desk} at={`${at}/attention/label`} label={words.texts.attention} />
          <Codes
            desk={desk}
            at={at}
            of="targets"
            legend={words.attention.targets}
            options={optionsAt(questionnaire, question, []).options.map(({ code, label }) => [code, label[language]])}
            now={row.targets}
          />
          <button class="button quiet small" type="submit" name="do" value={press.remove(`${at}/attention`)}>
            {words.attention.remove}
          </button>
        </>
      ) : (
        <button class="button quiet small" type="submit" name="do" value={press.attention(at)}>
          {words.attention.add}
        </button>
      )}
    </section>
  )
}

function Shared({ desk, question }: Omit<PartsProps, 'pageAt'>) {
  const { words, questionnaire } = desk
  const at = `questions/${question.code}`
  const { given } = givenOptions(question) ?? { given: [] }
  const sets = Object.keys(questionnaire.sets).map((set) => [set, words.shared.list({ name: set })] as const)
  const name = newSetField(at)
  return (
    <details class="more" open={desk.fill?.[name] !== undefined && shownIn(desk, name, '') !== ''}>
      <summary>{words.shared.title}</summary>
      <PickField
        desk={desk}
        name={partField(at, 'share')}
        label={words.shared.label}
        hint={words.shared.hint}
        now={Array.isArray(given) ? '' : given.set}
        none={words.shared.own}
        choices={Array.isArray(given) ? [...sets, [newSet, words.shared.new]] : sets}
      />
      {Array.isArray(given) && (
        <p class="setting">
          <label for={idOfField(name)}>{words.shared.name}</label>
          <input type="text" id={idOfField(name)} name={name} value={shownIn(desk, name, '')} autocomplete="off" />
        </p>
      )}
    </details>
  )
}
