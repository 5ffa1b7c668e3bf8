/** What a codebook says of one variable, and of the options of a question as one table. */
import type { CodebookMessages } from '../../../../../messages/generated/insights/codebook.ts'
import type { Language } from '../../../../../schema/questionnaire.ts'
import type { Variable } from '../../../variables/variable.ts'
import type { CountedVariable } from '../count.ts'

interface Around {
  words: CodebookMessages
  language: Language
}

/** A variable with each of its codes and how often it stands in the file. */
export function VariableTable({ variable, counted, words, language }: Around & VariableProps) {
  const { name, part, codes, type, measure } = variable
  const picks = codes.filter(({ isMissing }) => !isMissing)
  const range = picks.length === 0 ? (counted?.range ?? null) : null
  return (
    <table>
      <caption>
        <code>{name}</code> {part?.[language]} <small>{`${words.types[type]}, ${words.measures[measure]}`}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col" class="number">
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {picks.length === 0 && <Line label={words.answered} n={counted?.valid ?? 0} />}
        {range !== null && <Line label={words.from} n={range.min} />}
        {range !== null && <Line label={words.to} n={range.max} />}
        {codes.map(({ code, label, isMissing }) => (
          <Line
            code={code}
            label={label[language]}
            note={isMissing ? words.missing : undefined}
            n={counted?.codes.get(code) ?? 0}
          />
        ))}
        <Line label={words.empty} n={counted?.empty ?? 0} />
      </tbody>
    </table>
  )
}

interface VariableProps {
  variable: Variable
  counted: CountedVariable | undefined
}

interface LineProps {
  code?: number
  label: string
  note?: string | undefined
  n: number
}

function Line({ code, label, note, n }: LineProps) {
  return (
    <tr>
      <td>{code}</td>
      <td>
        {label} {note !== undefined && <small>{note}</small>}
      </td>
      <td class="number">{n}</td>
    </tr>
  )
}

interface OptionsProps extends Around {
  options: readonly Variable[]
  known: ReadonlyMap<Variable, CountedVariable | undefined>
}

/** Options of which several may be picked: each is a variable of 1 and 0. */
export function OptionsTable({ options, known, words, language }: OptionsProps) {
  const missing = [...new Map(options.flatMap(({ codes }) => codes).map((one) => [one.code, one])).values()].filter(
    ({ isMissing }) => isMissing,
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.variable}</th>
          <th scope="col">{words.option}</th>
          <th scope="col" class="number">{`1 ${words.picked}`}</th>
          <th scope="col" class="number">{`0 ${words.notPicked}`}</th>
          {missing.map(({ code, label }) => (
            <th scope="col" class="number">{`${code} ${label[language]}`}</th>
          ))}
          <th scope="col" class="number">
            {words.empty}
          </th>
        </tr>
      </thead>
      <tbody>
        {options.map((option) => {
          const counted = known.get(option)
          return (
            <tr>
              <td>
                <code>{option.name}</code>
              </td>
              <th scope="row">{(option.part ?? option.label)[language]}</th>
              {[1, 0, ...missing.map(({ code }) => code)].map((code) => (
                <td class="number">{counted?.codes.get(code) ?? 0}</td>
              ))}
              <td class="number">{counted?.empty ?? 0}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
