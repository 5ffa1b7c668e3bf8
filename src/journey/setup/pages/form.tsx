/** The fields of a section as a form: each explained where it stands, with its faults beside it. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { namedLanguage } from '../../../platform/i18n/language.ts'
import {
  ChoiceField,
  controlAttributes,
  Field as FieldBox,
  LinesField,
  TextField,
} from '../../../staff/frame/field.tsx'
import type { SetupField } from '../fields.ts'

export interface FormWords {
  language: Language
  words: SetupMessages
  /** The languages that texts are asked in. */
  spoken: readonly Language[]
  /** What is wrong with the field of this path, in words; undefined for nothing. */
  faultAt(path: string): string | undefined
  /** Whether something is wrong with a field whose path begins so. */
  hasFaultUnder(start: string): boolean
  /** The choices of a field, each with its label. */
  choicesOf(
    field: Extract<SetupField, { kind: 'choice' | 'checks' }>,
  ): readonly (readonly [value: string, label: string])[]
}

/** Values as they were typed: a section, or a row of a list in it. */
type Typed = Readonly<Record<string, unknown>>

export function SetupFields({ form, fields, typed, at = '' }: FieldsProps) {
  return (
    <>
      {fields.map((field) => {
        const one = <OneField form={form} field={field} value={typed[field.name]} path={`${at}${field.name}`} />
        return field.with === undefined ? one : <div data-with={field.with}>{one}</div>
      })}
    </>
  )
}

/** The fields of a step: those that few studies change are folded, unless something is wrong with one of them. */
export function FoldedFields({ form, fields, typed }: Omit<FieldsProps, 'at'>) {
  const more = fields.filter(({ more }) => more)
  const isWrong = more.some((field) => faultWithin(form, field))
  return (
    <>
      <SetupFields form={form} fields={fields.filter(({ more }) => !more)} typed={typed} />
      {more.length > 0 && (
        <details class="more" open={isWrong}>
          <summary>
            {form.words.more({ fields: more.map(({ name }) => fieldLabel(form.words, name)).join(' · ') })}
          </summary>
          <SetupFields form={form} fields={more} typed={typed} />
        </details>
      )}
    </>
  )
}

function faultWithin(form: FormWords, { name }: SetupField): boolean {
  return form.faultAt(name) !== undefined || form.hasFaultUnder(`${name}.`)
}

interface FieldsProps {
  form: FormWords
  fields: readonly SetupField[]
  typed: Typed
  /** What the names of these fields begin with. */
  at?: string
}

interface OneFieldProps {
  form: FormWords
  field: SetupField
  value: unknown
  path: string
}

function OneField({ form, field, value, path }: OneFieldProps) {
  const { words } = form
  const label = fieldLabel(words, field.name)
  const hint = hintOf(words, field.name)
  const text = typeof value === 'string' ? value : ''
  const shown = { name: path, label, hint, error: form.faultAt(path) }
  switch (field.kind) {
    case 'hidden':
      return <input type="hidden" name={path} value={text} />
    case 'texts':
    case 'longTexts':
      return <Texts form={form} field={field} value={value} path={path} />
    case 'checks':
      return <Checks form={form} field={field} value={value} path={path} />
    case 'rows':
      return <Rows form={form} field={field} value={value} path={path} />
    case 'choice': {
      const choices = form.choicesOf(field)
      const isKnown = choices.some(([one]) => one === text)
      const none = text === '' ? [['', words.choose] as const] : [[text, text] as const]
      return <ChoiceField wide {...shown} value={text} options={isKnown ? choices : [...none, ...choices]} />
    }
    case 'lines':
      return <LinesField {...shown} value={text} rows={2} />
    case 'moment':
    case 'day':
      return <Moment {...shown} value={text} kind={field.kind} />
    default:
      return <TextField {...shown} value={text} class={field.kind === 'short' ? 'short' : undefined} />
  }
}

/** What was typed and is no time stays as it is: a browser's own field would show nothing. */
function Moment({ kind, value, ...shown }: { name: string; label: string; kind: 'moment' | 'day'; value: string }) {
  const shape = kind === 'day' ? /^(\d{4}-\d\d-\d\d)?$/ : /^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/
  const type = !shape.test(value) ? 'text' : kind === 'day' ? 'date' : 'datetime-local'
  return (
    <FieldBox {...shown}>
      <input type={type} {...controlAttributes(shown)} value={value} class="short" autocomplete="off" />
    </FieldBox>
  )
}

function Texts({ form, field, value, path }: OneFieldProps) {
  const texts = (value ?? {}) as Readonly<Partial<Record<Language, string>>>
  const hint = hintOf(form.words, field.name)
  return (
    <fieldset class="field texts" aria-describedby={hint && `${path}-h`}>
      <legend class="ask">{fieldLabel(form.words, field.name)}</legend>
      {hint && (
        <p class="hint" id={`${path}-h`}>
          {hint}
        </p>
      )}
      {form.spoken.map((language) => {
        const name = `${path}.${language}`
        const error = form.faultAt(name)
        const about = { name, error }
        return (
          <div class="text" data-language={language}>
            <label for={name} lang={language}>
              {commonMessages(language).name}
            </label>
            {error && (
              <p class="error" id={`${name}-e`}>
                {error}
              </p>
            )}
            {field.kind === 'longTexts' ? (
              <textarea {...controlAttributes({ ...about, label: '' })} rows={3} lang={language}>
                {texts[language] ?? ''}
              </textarea>
            ) : (
              <input
                type="text"
                {...controlAttributes({ ...about, label: '' })}
                value={texts[language] ?? ''}
                lang={language}
                autocomplete="off"
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

function Checks({ form, field, value, path }: OneFieldProps) {
  if (field.kind !== 'checks') return null
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const choices = form.choicesOf(field)
  const strange = chosen.filter((one) => !choices.some(([known]) => known === one))
  const hint = hintOf(form.words, field.name)
  const error = form.faultAt(path)
  const about = [hint && `${path}-h`, error && `${path}-e`].filter(Boolean).join(' ')
  return (
    <fieldset class="field checks" aria-describedby={about === '' ? undefined : about}>
      <legend class="ask">{fieldLabel(form.words, field.name)}</legend>
      {hint && (
        <p class="hint" id={`${path}-h`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${path}-e`}>
          {error}
        </p>
      )}
      {[...choices, ...strange.map((one) => [one, one] as const)].map(([one, label]) => (
        <label class="check" lang={namedLanguage(one)}>
          <input type="checkbox" name={path} value={one} checked={chosen.includes(one)} /> {label}
        </label>
      ))}
    </fieldset>
  )
}

function Rows({ form, field, value, path }: OneFieldProps) {
  if (field.kind !== 'rows') return null
  const rows = Array.isArray(value) ? (value as Typed[]) : []
  const { words } = form
  const hint = hintOf(words, field.name)
  const error = form.faultAt(path)
  return (
    <section class="rows" aria-labelledby={`${path}-t`}>
      <h2 id={`${path}-t`}>{fieldLabel(words, field.name)}</h2>
      {hint && <p class="hint">{hint}</p>}
      {error && (
        <p class="error" id={`${path}-e`}>
          {error}
        </p>
      )}
      {rows.map((row, n) => (
        <fieldset class="card" id={`${path}.${n}`}>
          <legend>{words.row({ n: n + 1 })}</legend>
          <SetupFields form={form} fields={field.fields} typed={row} at={`${path}.${n}.`} />
          <button class="button quiet small" type="submit" name="do" value={`remove.${path}.${n}`}>
            {words.remove}
          </button>
        </fieldset>
      ))}
      <p class="actions">
        <button class="button quiet" type="submit" name="do" value={`add.${path}`}>
          {words.add}
        </button>
      </p>
    </section>
  )
}

/** What a field is called; one without words is called by its name. */
export function fieldLabel(words: SetupMessages, name: string): string {
  return (words.labels as Readonly<Record<string, string>>)[name] ?? name
}

function hintOf(words: SetupMessages, name: string): string | undefined {
  return (words.hints as Readonly<Record<string, string>>)[name]
}
