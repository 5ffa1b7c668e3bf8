/** Fields of staff forms, each with its label, its hint and what is wrong with it. */
import type { Child } from 'hono/jsx'
import type { Language } from '../../../schema/questionnaire.ts'

export interface FieldProps {
  /** The control's id. */
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** The language that the label is in, where it is not the page's. */
  labelIn?: Language | undefined
  /** The control, which takes `controlAttributes(...)`. */
  children?: Child
}

/** One field of a form of the staff: its label, a hint, and what was wrong with it. */
export function Field({ name, label, hint, error, labelIn, children }: FieldProps) {
  return (
    <div class="field">
      <label class="ask" for={name} lang={labelIn}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${name}-h`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-e`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

/** The attributes by which a control is found by its label, and tells of its hint and error. */
export function controlAttributes({ name, hint, error }: Omit<FieldProps, 'children'>) {
  const about = [hint && `${name}-h`, error && `${name}-e`].filter(Boolean).join(' ')
  return {
    id: name,
    name,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': about === '' ? undefined : about,
  }
}

/** What a control has that must be filled in. Left alone, browsers call it wrong while it is still empty. */
export const mustBeFilled = (error?: string) => ({ required: true, 'aria-invalid': error ? 'true' : 'false' }) as const

/** A line of text. */
export function TextField(props: Omit<FieldProps, 'children'> & { value: string; class?: string | undefined }) {
  return (
    <Field {...props}>
      <input type="text" {...controlAttributes(props)} value={props.value} class={props.class} autocomplete="off" />
    </Field>
  )
}

/** Lines of text. */
export function LinesField(props: Omit<FieldProps, 'children'> & { value: string; rows: number }) {
  return (
    <Field {...props}>
      <textarea {...controlAttributes(props)} rows={props.rows} spellcheck={false}>
        {props.value}
      </textarea>
    </Field>
  )
}

/** One of a few. */
export function ChoiceField(
  props: Omit<FieldProps, 'children'> & {
    value: string
    options: readonly (readonly [value: string, label: string])[]
    /** As long as its longest choice. */
    wide?: boolean
  },
) {
  return (
    <Field {...props}>
      <select {...controlAttributes(props)} class={props.wide ? undefined : 'short'}>
        {props.options.map(([value, label]) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
