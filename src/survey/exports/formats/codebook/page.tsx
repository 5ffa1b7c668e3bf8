/** The codebook as a page that stands by itself and can be printed. */
import { raw } from 'hono/html'
import { type CodebookMessages, codebookMessages } from '../../../../../messages/generated/insights/codebook.ts'
import type { Language } from '../../../../../schema/questionnaire.ts'
import { formatDate } from '../../../../platform/i18n/format.ts'
import type { AskedQuestion, Dictionary, Variable } from '../../../variables/variable.ts'
import { type CountedVariable, countRecords, type RecordCounts } from '../count.ts'
import type { ExportFormat, WriteOptions } from '../format.ts'
import { style } from './style.ts'
import { OptionsTable, VariableTable } from './tables.tsx'

export const codebookPage: ExportFormat = {
  id: 'codebook',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  permission: 'responses.export',
  hasLanguage: true,
  byRecord: false,
  saysStudy: true,
  countsOnly: true,
  revision: 2,
  async *write(dictionary, batches, options) {
    const document = codebookDocument(dictionary, await countRecords(dictionary, batches), options)
    yield String(await document.toString())
  },
}

/** A document that asks for nothing from anywhere. */
function codebookDocument(dictionary: Dictionary, counted: RecordCounts, { title, at, ...options }: WriteOptions) {
  const language = options.language ?? 'en'
  const words = codebookMessages(language)
  const { variables, questions } = dictionary
  const name = words.of({ study: title[language] })
  const known = new Map(variables.map((variable, place) => [variable, counted.variables[place]] as const))
  const isAsked = new Set(questions.map(({ code }) => code))
  const consents = variables.filter(({ question }) => question !== null && !isAsked.has(question))
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{name}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <h1>{name}</h1>
          <p>
            {words.records({ n: counted.records })} · {words.made({ day: formatDate(at, language) })}
          </p>
          {variables.some(({ isWeight }) => isWeight) && <p>{words.notWeighted}</p>}
          <VariableList
            title={words.about}
            variables={variables.filter(({ question }) => question === null)}
            words={words}
            language={language}
          />
          {questions.map((question) => (
            <QuestionSection question={question} known={known} words={words} language={language} />
          ))}
          {consents.length > 0 && (
            <VariableList title={words.consents} variables={consents} words={words} language={language} />
          )}
        </body>
      </html>
    </>
  )
}

interface Around {
  words: CodebookMessages
  language: Language
}

function VariableList({
  title,
  variables,
  words,
  language,
}: Around & { title: string; variables: readonly Variable[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.variable}</th>
            <th scope="col">{words.label}</th>
            <th scope="col">{words.type}</th>
          </tr>
        </thead>
        <tbody>
          {variables.map(({ name, label, type }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{label[language]}</td>
              <td>{words.types[type]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface QuestionProps extends Around {
  question: AskedQuestion
  known: ReadonlyMap<Variable, CountedVariable | undefined>
}

function QuestionSection({ question, known, words, language }: QuestionProps) {
  const { code, name, label, universe, variables } = question
  const options = variables.filter(({ column }) => column?.kind === 'option')
  const others = variables.filter((variable) => !options.includes(variable))
  return (
    <section>
      <h2>
        <code>{code}</code> {label[language]} <small>{name}</small>
      </h2>
      {universe !== null && <p>{words.askedOf({ condition: universe[language] })}</p>}
      {options.length > 0 && <OptionsTable options={options} known={known} words={words} language={language} />}
      {others.map((variable) => (
        <VariableTable variable={variable} counted={known.get(variable)} words={words} language={language} />
      ))}
    </section>
  )
}
