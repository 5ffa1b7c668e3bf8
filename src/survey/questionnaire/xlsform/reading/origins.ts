/** Which row of a form a part of the questionnaire comes from, so that what is wrong with it is shown there. */
import { languages } from '../../../../../schema/questionnaire.ts'
import type { ContentError } from '../../checks/content-error.ts'
import type { FormFault } from '../form.ts'
import type { SheetRow, Speech } from '../sheet/table.ts'

export class Origins {
  readonly #rows = new WeakMap<object, SheetRow>()

  /** Remembers where a part comes from; the part comes back. */
  of<T extends object>(part: T, row: SheetRow): T {
    this.#rows.set(part, row)
    return part
  }

  /** An error of the questionnaire, by the cell that says what is wrong. */
  faultOf({ path, message }: ContentError, questionnaire: unknown, speech: Speech): FormFault {
    const keys = [...path.matchAll(/[^.[\]]+/g)].map(([key]) => key)
    let part: unknown = questionnaire
    let row: SheetRow | undefined
    let rest: string[] = keys
    keys.forEach((key, n) => {
      part = typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined
      const of = typeof part === 'object' && part !== null ? this.#rows.get(part) : undefined
      if (!of) return
      row = of
      rest = keys.slice(n + 1)
    })
    const values = { message, path }
    if (!row) return { sheet: 'settings', cell: '', code: 'content', values }
    const language = languages.find((one) => rest.includes(one))
    return { sheet: row.table.name, cell: row.cell(fieldOf(row, rest), language, speech), code: 'content', values }
  }
}

const fields: Record<string, string> = {
  text: 'label',
  label: 'label',
  title: 'label',
  hint: 'hint',
  when: 'relevant',
  code: 'name',
  name: 'honorarium::name',
  min: 'constraint',
  max: 'constraint',
  maxLength: 'constraint',
  options: 'type',
  scale: 'type',
  questions: 'name',
}

function fieldOf(row: SheetRow, rest: readonly string[]): string {
  const key = rest.find((one) => !/^\d+$/.test(one)) ?? ''
  const own = `honorarium::${key}`
  if (row.get(own) !== '' || (fields[key] === undefined && row.table.has(own))) return own
  return fields[key] ?? 'type'
}
