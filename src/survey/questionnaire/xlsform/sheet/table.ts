/** A sheet of a form, read by the names of its columns. */
import { type Language, languages } from '../../../../../schema/questionnaire.ts'
import type { FormCell, Sheet } from '../form.ts'
import { readHeader, sheetAddress } from './headers.ts'
import { languageCalled } from './languages.ts'
import type { Notes } from './notes.ts'

/** A text in the languages that it has. */
export type SpokenText = { [language in Language]?: string | undefined }

/** Which language a header names, and which one texts are in that name none. */
export interface Speech {
  called: (title: string) => Language | undefined
  plain: Language
  /** Texts stay as they are, with the blanks around them. */
  isExact: boolean
}

interface Column {
  title: string
  field: string
  /** As it is written; null where none is. */
  language: string | null
  at: number
}

export class SheetTable {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly SheetRow[]

  constructor({ name, rows }: Sheet, notes: Notes) {
    const [headers = [], ...rest] = rows
    this.name = name
    this.columns = headers.flatMap((title, at) =>
      title === null || title.trim() === '' ? [] : [{ title: title.trim(), ...readHeader(title), at }],
    )
    const seen = new Set<string>()
    for (const { field, language, title, at } of this.columns) {
      const spoken = language === null ? null : (languageCalled(language) ?? language.toLowerCase())
      const key = spoken === null ? title.toLowerCase() : `${field}::${spoken}`
      if (seen.has(key)) notes.fault(name, sheetAddress(0, at), 'column_twice', { column: title })
      seen.add(key)
    }
    this.rows = rest.flatMap((cells, n) =>
      cells.some((cell) => cell !== null && cell.trim() !== '') ? [new SheetRow(this, n + 1, cells)] : [],
    )
  }

  has(field: string): boolean {
    return this.columns.some((column) => column.field === field)
  }

  /** The columns in which some row has something. */
  used(): Column[] {
    return this.columns.filter(({ at }) => this.rows.some((row) => row.cells[at]?.trim()))
  }

  /** The columns that have no header, and nevertheless something in a row: the first such row of each. */
  untitled(): { at: number; row: SheetRow }[] {
    const titled = new Set(this.columns.map(({ at }) => at))
    const found = new Map<number, SheetRow>()
    for (const row of this.rows) {
      row.cells.forEach((cell, at) => {
        if (cell?.trim() && !titled.has(at) && !found.has(at)) found.set(at, row)
      })
    }
    return [...found].map(([at, row]) => ({ at, row }))
  }
}

export class SheetRow {
  readonly table: SheetTable
  /** From 0; the headers are row 0. */
  readonly at: number
  readonly cells: readonly FormCell[]

  constructor(table: SheetTable, at: number, cells: readonly FormCell[]) {
    this.table = table
    this.at = at
    this.cells = cells
  }

  /** What the first column of this field says, without blanks around it; empty when it says nothing. */
  get(field: string): string {
    const column = this.table.columns.find((one) => one.field === field && one.language === null)
    return (column && this.cells[column.at])?.trim() ?? ''
  }

  /** The same as it stands, blanks and all. */
  exact(field: string): string {
    const column = this.table.columns.find((one) => one.field === field)
    return (column && this.cells[column.at]) ?? ''
  }

  /** A text by language; undefined when it is there in none. */
  words(field: string, { called, plain, isExact }: Speech): SpokenText | undefined {
    const words: SpokenText = {}
    for (const { language, at, field: of } of this.table.columns) {
      const text = this.cells[at] ?? ''
      if (of !== field || text.trim() === '') continue
      const known = language === null ? plain : called(language)
      if (known === undefined || (language === null && words[known] !== undefined)) continue
      words[known] = isExact ? text : text.trim()
    }
    return languages.some((language) => words[language] !== undefined) ? words : undefined
  }

  /** The address of the cell of a field; that of the row's first where the sheet has no such column. */
  cell(field: string, language?: Language, speech?: Speech): string {
    const of = this.table.columns.filter((column) => column.field === field)
    const spoken = of.find((column) => column.language !== null && speech?.called(column.language) === language)
    return sheetAddress(this.at, (spoken ?? of[0])?.at ?? 0)
  }
}
