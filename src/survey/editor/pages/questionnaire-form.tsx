/** The questionnaire as a whole: its title, and what it has for all of its questions. */
import { dataOf } from '../../questionnaire/types/data/index.ts'
import { factWords } from '../conditions/facts.ts'
import { press } from '../form/buttons.ts'
import { partLabel } from '../names.ts'
import { usersOf } from '../references.ts'
import { AddPage } from './add.tsx'
import { type EditorDesk, hrefOf, shownIn } from './desk.ts'
import { EditForm } from './edit-form.tsx'
import { PickField } from './parts.tsx'
import { TextFields } from './texts.tsx'

/** The title, what there is to begin with, and lists, facts and rates. */
export function QuestionnaireForm({ desk }: { desk: EditorDesk }) {
  const { words, questionnaire, language } = desk
  const singles = questionnaire.pages
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => dataOf(type).picks === 'one')
  return (
    <>
      <EditForm desk={desk}>
        <h2>{words.whole}</h2>
        <TextFields desk={desk} at="title" label={words.texts.title} />
        <p class="hint">{words.howTo}</p>
        <PickField
          desk={desk}
          name="place"
          label={words.place.label}
          hint={words.place.hint}
          now={questionnaire.place ?? ''}
          none={words.place.none}
          choices={singles.map(({ code }) => [code, partLabel(questionnaire, `questions/${code}`, language)] as const)}
        />
        <Lists desk={desk} />
        <Sets desk={desk} />
        <Facts desk={desk} />
        <Rates desk={desk} />
      </EditForm>
      <AddPage desk={desk} before={questionnaire.pages[0]?.code ?? null} />
    </>
  )
}

interface ButtonProps {
  desk: EditorDesk
  value: string
  label: string
}

function Remove({ desk, value, label }: ButtonProps) {
  const { words } = desk
  return (
    <button class="button quiet small" type="submit" name="do" value={value} aria-label={words.removeNamed({ label })}>
      {words.removePart}
    </button>
  )
}

interface NewProps extends ButtonProps {
  /** Its field. */
  name: string
}

function New({ desk, name, label, value }: NewProps) {
  return (
    <p class="setting one-line">
      <label for={`e-${name}`}>{label}</label>
      <input
        type="text"
        id={`e-${name}`}
        name={name}
        value={shownIn(desk, name, '')}
        class="short"
        autocomplete="off"
      />
      <button class="button quiet small" type="submit" name="do" value={value}>
        {desk.words.add}
      </button>
    </p>
  )
}

function Lists({ desk }: { desk: EditorDesk }) {
  const { words, questionnaire } = desk
  return (
    <section aria-label={words.lists.title}>
      <h3>{words.lists.title}</h3>
      <p class="hint">{words.lists.hint}</p>
      <ul class="listed">
        {Object.entries(questionnaire.lists).map(([name, entries]) => (
          <li>
            <span>
              <a href={hrefOf(desk, `lists/${name}`)}>{words.listNamed({ name })}</a>{' '}
              {words.lists.count({ n: entries.length })}
            </span>
            <Remove desk={desk} value={press.remove(`lists/${name}`)} label={name} />
          </li>
        ))}
      </ul>
      <New desk={desk} name="list" label={words.lists.new} value="list" />
    </section>
  )
}

function Sets({ desk }: { desk: EditorDesk }) {
  const { words, questionnaire, draft } = desk
  const sets = Object.entries(questionnaire.sets)
  if (sets.length === 0) return null
  return (
    <section aria-label={words.sets.title}>
      <h3>{words.sets.title}</h3>
      <ul class="listed">
        {sets.map(([name, options]) => {
          const users = [...usersOf(draft.document, `sets/${name}`)]
          return (
            <li>
              <span>
                {words.sets.one({ name, n: options.length })}{' '}
                {users.length === 0
                  ? words.sets.unused
                  : users.map((code, n) => (
                      <>
                        {n > 0 && words.listed}
                        <a href={hrefOf(desk, `questions/${code}`)}>{code}</a>
                      </>
                    ))}
              </span>
              {users.length === 0 && <Remove desk={desk} value={press.remove(`sets/${name}`)} label={name} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Facts({ desk }: { desk: EditorDesk }) {
  const { words, questionnaire } = desk
  return (
    <details class="more" open={desk.fill?.fact !== undefined}>
      <summary>{words.factList.title({ n: questionnaire.facts.length })}</summary>
      <p class="hint">{words.factList.hint}</p>
      <ul class="listed">
        {questionnaire.facts.map((fact) => (
          <li>
            <span>{factWords(fact, words)}</span>
            <Remove desk={desk} value={press.dropFact(fact)} label={fact} />
          </li>
        ))}
      </ul>
      <New desk={desk} name="fact" label={words.factList.new} value="fact" />
    </details>
  )
}

function Rates({ desk }: { desk: EditorDesk }) {
  const { words, questionnaire } = desk
  const rates = Object.entries(questionnaire.rates)
  return (
    <details class="more" open={desk.fill?.['rate.name'] !== undefined}>
      <summary>{words.rates.title({ n: rates.length })}</summary>
      <p class="hint">{words.rates.hint}</p>
      <ul class="listed">
        {rates.map(([name, { rate, on }]) => (
          <li>
            <span>{words.rates.one({ name, rate, on })}</span>
            <Remove desk={desk} value={press.dropRate(name)} label={name} />
          </li>
        ))}
      </ul>
      <div class="line">
        {(['name', 'rate', 'on'] as const).map((key) => (
          <p class="setting">
            <label for={`e-rate-${key}`}>{words.rates[key]}</label>
            <input
              type={key === 'on' ? 'date' : 'text'}
              id={`e-rate-${key}`}
              name={`rate.${key}`}
              value={shownIn(desk, `rate.${key}`, '')}
              class="short"
              autocomplete="off"
            />
          </p>
        ))}
      </div>
      <button class="button quiet small" type="submit" name="do" value="rate">
        {words.add}
      </button>
    </details>
  )
}
