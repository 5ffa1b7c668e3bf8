/** Small forms, written as people show them: a table of bars for each sheet. */
import { expect } from 'vitest'
import type { FormResult, ReadForm, Sheet } from '../../../../src/survey/questionnaire/xlsform/form.ts'
import { readXlsForm } from '../../../../src/survey/questionnaire/xlsform/reading/read-form.ts'

/** A sheet of a table: its first line has the headers, a line without bars is an empty row. */
export function sheet(name: string, table: string): Sheet {
  const lines = table.trim().split('\n')
  const rows = lines.map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => (cell.trim() === '' ? null : cell.trim())),
  )
  return { name, rows }
}

/** Reads a form of these tables. */
function form(tables: Record<string, string>): FormResult {
  return readXlsForm(
    Object.entries(tables).map(([name, table]) => sheet(name, table)),
    'A form',
  )
}

/** What tests look at in a question as it was read; the rest they match. */
interface QuestionRead {
  code: string
  name: string
  type: string
  text: unknown
  hint?: unknown
  when?: unknown
  optional?: true
  options: { code: number; label?: unknown }[]
}

interface PageRead {
  code: string
  title: { en?: string }
  questions: [QuestionRead, ...QuestionRead[]]
  consents?: unknown
}

/** The same, which must be readable. */
export function read(tables: Record<string, string>): ReadForm & { pages: [PageRead, PageRead, PageRead, PageRead] } {
  const result = form(tables)
  if ('faults' in result) {
    expect(result.faults).toEqual([])
    throw new Error('unreadable')
  }
  const { pages } = result.questionnaire as { pages: [PageRead, PageRead, PageRead, PageRead] }
  return { ...result, pages }
}

/** Faults as lines: where, and what. */
export function faults(tables: Record<string, string>): string[] {
  const result = form(tables)
  return 'faults' in result ? result.faults.map((one) => `${one.sheet}!${one.cell} ${one.code}`) : []
}

/** What was left out, as lines. */
export const left = ({ leftOut }: ReadForm) => leftOut.map((one) => `${one.sheet}!${one.cell} ${one.what}: ${one.why}`)

export const yesNo = `
  | list_name | name | label |
  | yn        | yes  | Yes   |
  | yn        | no   | No    |`
