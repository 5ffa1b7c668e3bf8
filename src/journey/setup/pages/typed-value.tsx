/** What was typed into a field, as people read it. */
import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import { type Language, languages } from '../../../../schema/questionnaire.ts'
import { namedLanguage } from '../../../platform/i18n/language.ts'
import type { SetupField } from '../fields.ts'
import { type FormWords, labelOf } from './form.tsx'

interface ToldProps {
  field: SetupField
  value: unknown
  words: SetupMessages
  choicesOf: FormWords['choicesOf']
}

/** A field with what was typed into it. */
export function TypedValue({ field, value, words, choicesOf }: ToldProps) {
  return (
    <div>
      <dt>{labelOf(words, field.name)}</dt>
      <dd>{shownValue({ field, value, words, choicesOf })}</dd>
    </div>
  )
}

function shownValue({ field, value, words, choicesOf }: ToldProps) {
  if (field.kind === 'texts' || field.kind === 'longTexts') {
    const texts = (value ?? {}) as Readonly<Partial<Record<Language, string>>>
    const lines = languages.filter((language) => texts[language])
    return lines.length === 0
      ? '–'
      : lines.map((language) => <blockquote lang={language}>{texts[language]}</blockquote>)
  }
  if (field.kind === 'rows') {
    const rows = Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : []
    if (rows.length === 0) return '–'
    return rows.map((row) => (
      <dl class="facts">
        {field.fields.map((inner) => (
          <TypedValue field={inner} value={row[inner.name]} words={words} choicesOf={choicesOf} />
        ))}
      </dl>
    ))
  }
  const values = (Array.isArray(value) ? (value as string[]) : [String(value ?? '')]).filter((one) => one !== '')
  if (values.length === 0) return '–'
  const labels =
    field.kind === 'choice' || field.kind === 'checks' ? new Map(choicesOf(field)) : new Map<string, string>()
  return values.map((one) => <p lang={namedLanguage(one)}>{labels.get(one) ?? <code>{one}</code>}</p>)
}
