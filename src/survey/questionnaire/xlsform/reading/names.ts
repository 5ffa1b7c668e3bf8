/** Codes for the questions of a form: a name that could be a code is one, others become one and are kept beside it. */
import type { Notes } from '../sheet/notes.ts'
import type { SheetRow } from '../sheet/table.ts'

const code = /^[A-Z][A-Za-z0-9_]{0,15}$/
const longest = 16

export class FormNames {
  readonly #notes: Notes
  readonly #codes = new Set<string>()
  readonly #names = new Set<string>()

  constructor(notes: Notes) {
    this.#notes = notes
  }

  /**
   * The code of a row. It depends on the names before it alone, so the same form has the same codes each time.
   * @param isOurs a form of ours keeps its codes, twice or not: the check of the questionnaire says what is wrong with them
   */
  codeOf(row: SheetRow, isOurs: boolean): string {
    const name = row.get('name')
    // What is only read is never looked at: nobody misses its name.
    if (name === '' && !/note/i.test(row.get('type'))) this.#notes.faultAt(row, 'name', 'no_name')
    if (code.test(name) && (isOurs || !this.#codes.has(name))) {
      this.#codes.add(name)
      return name
    }
    const plain = name.replace(/[^A-Za-z0-9_]/g, '').replace(/^_+/, '')
    const start = plain === '' ? (name === '' ? 'Note' : 'Q') : /^[A-Za-z]/.test(plain) ? plain : `Q${plain}`
    const made = unused(start[0]?.toUpperCase() + start.slice(1), longest, this.#codes)
    this.#codes.add(made)
    if (name !== '') this.#notes.add('question_code', { name, code: made })
    return made
  }

  /** The short name of a variable: the row's own, or made of the name that it has in the form. */
  nameOf(row: SheetRow): string {
    const own = row.get('honorarium::name')
    if (own !== '') return own
    const plain = row
      .get('name')
      .toLowerCase()
      .replace(/[^a-z0-9_]/g, '_')
      .replace(/^_+/, '')
    const made = unused(/^[a-z]/.test(plain) ? plain : `q${plain}`, 60, this.#names)
    this.#names.add(made)
    return made
  }
}

/** The name, cut, with the first number behind it that makes it one of its own. */
export function unused(name: string, length: number, taken: ReadonlySet<string>, joint = '_'): string {
  const cut = name.slice(0, length)
  if (!taken.has(cut)) return cut
  for (let n = 2; ; n += 1) {
    const end = `${joint}${n}`
    const made = name.slice(0, length - end.length) + end
    if (!taken.has(made)) return made
  }
}
