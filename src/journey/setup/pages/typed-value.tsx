/** What was typed into a field, as people read it. */
import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import { type Language, languages } from '../../../../schema/questionnaire.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import { namedLanguage } from '../../../platform/i18n/language.ts'
import { isDay } from '../../../platform/time/day.ts'
import type { SetupField } from '../fields.ts'
import { type FormWords, fieldLabel } from './form.tsx'

interface ToldProps {
  field: SetupField
  value: unknown
  words: SetupMessages
  choicesOf: FormWords['choicesOf']
  language: Language
}

/** A field with what was typed into it. */
export function TypedValue(props: ToldProps) {
  const { field, words } = props
  return (
    <div>
      <dt>{fieldLabel(words, field.name)}</dt>
      <dd>{shownValue(props)}</dd>
    </div>
  )
}

function shownValue({ field, value, words, choicesOf, language }: ToldProps) {
  if (field.kind === 'texts' || field.kind === 'longTexts') {
    const texts = (value ?? {}) as Readonly<Partial<Record<Language, string>>>
    const lines = languages.filter((one) => texts[one])
    return lines.length === 0 ? '–' : lines.map((one) => <blockquote lang={one}>{texts[one]}</blockquote>)
  }
  if (field.kind === 'rows') {
    const rows = Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : []
    if (rows.length === 0) return '–'
    return rows.map((row) => (
      <dl class="facts">
        {field.fields.map((inner) => (
          <TypedValue field={inner} value={row[inner.name]} words={words} choicesOf={choicesOf} language={language} />
        ))}
      </dl>
    ))
  }
  const values = (Array.isArray(value) ? (value as string[]) : [String(value ?? '')]).filter((one) => one !== '')
  if (values.length === 0) return '–'
  if (field.kind === 'moment' || field.kind === 'day') return values.map((one) => <p>{momentText(one, language)}</p>)
  const labels =
    field.kind === 'choice' || field.kind === 'checks' ? new Map(choicesOf(field)) : new Map<string, string>()
  return values.map((one) => <p lang={namedLanguage(one)}>{labels.get(one) ?? <code>{one}</code>}</p>)
}

/** A day or a minute as a browser's field has it (`2026-11-03T05:49`), in the zone of the study. */
function momentText(typed: string, language: Language): string {
  const [day = '', time] = typed.split('T')
  if (!isDay(day)) return typed
  return [formatDate(day, language), ...(time === undefined ? [] : [time])].join(' ')
}
