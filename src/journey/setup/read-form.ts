/** What was posted from a section's page, in the shape in which a set-up keeps it. */
import { languages } from '../../../schema/questionnaire.ts'
import { field, type Posted } from '../../platform/http/form.ts'
import { type SetupField, sectionFields } from './fields.ts'
import { emptyRows, type Setup, type SetupSection, setupSchema } from './setup.ts'

/** What the button that was pressed asks for, besides saving. */
export type PressedButton =
  | { press: 'stay' | 'next' }
  | { press: 'add'; list: keyof typeof emptyRows }
  | { press: 'remove'; list: keyof typeof emptyRows; row: number }

/**
 * Which button was pressed, from the form's field `do`: a row added or taken out of a list, the next section, or none.
 */
export function pressOf(posted: Posted): PressedButton {
  const [press = '', name = '', row = ''] = (field(posted, 'do') ?? '').split('.')
  const list = (Object.keys(emptyRows) as (keyof typeof emptyRows)[]).find((one) => one === name)
  if (press === 'add' && list !== undefined) return { press, list }
  if (press === 'remove' && list !== undefined && /^\d{1,3}$/.test(row)) return { press, list, row: Number(row) }
  return { press: press === 'next' ? 'next' : 'stay' }
}

/**
 * The set-up with this section as it was posted, a row added or removed where a button says so; null for a form that no
 * page of ours sends.
 */
export function withSection(setup: Setup, section: SetupSection, posted: Posted): Setup | null {
  const stored: Kept = setup[section]
  const values = Object.fromEntries(
    sectionFields[section].map((one) => [one.name, typedIn(posted, one, one.name, stored[one.name])]),
  )
  const pressed = pressOf(posted)
  if ('list' in pressed) {
    const rows = values[pressed.list]
    if (!Array.isArray(rows)) return null
    const empty = emptyRows[pressed.list].parse({})
    const isEmpty = (row: unknown) =>
      JSON.stringify(emptyRows[pressed.list].safeParse(row).data) === JSON.stringify(empty)
    // A row that nobody has typed in is there to be filled in.
    if (pressed.press === 'add' && !rows.some(isEmpty)) rows.push(empty)
    else if (pressed.press === 'remove') rows.splice(pressed.row, 1)
  }
  const saved = [...new Set([...setup.saved, section])]
  const parsed = setupSchema.safeParse({ ...setup, [section]: values, saved })
  return parsed.success ? parsed.data : null
}

/** The set-up with some fields as they were posted; null for a form that no page of ours sends. */
export function withFields(
  setup: Setup,
  fields: readonly { section: SetupSection; field: SetupField }[],
  posted: Posted,
): Setup | null {
  const typed: Record<string, Record<string, unknown>> = {}
  for (const { section, field: one } of fields) {
    typed[section] = {
      ...setup[section],
      ...typed[section],
      [one.name]: typedIn(posted, one, one.name, (setup[section] as Kept)[one.name]),
    }
  }
  return setupSchema.safeParse({ ...setup, ...typed }).data ?? null
}

type Kept = Readonly<Record<string, unknown>>

/** @param stored what the set-up has there: a language that a form does not ask for keeps its text */
function typedIn(posted: Posted, one: SetupField, path: string, stored: unknown): unknown {
  switch (one.kind) {
    case 'texts':
    case 'longTexts':
      return Object.fromEntries(
        languages.map((language) => {
          const name = `${path}.${language}`
          return [
            language,
            posted[name] === undefined ? ((stored as Kept | undefined)?.[language] ?? '') : textIn(posted, name),
          ]
        }),
      )
    case 'checks':
      return posted[path] ?? []
    case 'rows': {
      const start = `${path}.`
      const numbers = Object.keys(posted).flatMap((name) => {
        const number = name.startsWith(start) ? /^\d{1,3}/.exec(name.slice(start.length))?.[0] : undefined
        return number === undefined ? [] : Number(number)
      })
      const count = numbers.length === 0 ? 0 : Math.max(...numbers) + 1
      return Array.from({ length: count }, (_, row) =>
        Object.fromEntries(
          one.fields.map((inner) => [
            inner.name,
            typedIn(posted, inner, `${path}.${row}.${inner.name}`, (stored as Kept[] | undefined)?.[row]?.[inner.name]),
          ]),
        ),
      )
    }
    default:
      return textIn(posted, path)
  }
}

/** Lines end with a line feed, as they do in JSON. */
function textIn(posted: Posted, name: string): string {
  return (field(posted, name) ?? '').replaceAll('\r\n', '\n')
}
