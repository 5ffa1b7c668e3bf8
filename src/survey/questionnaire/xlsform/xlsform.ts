/** A questionnaire as a workbook in the form of XLSForm (xlsform.org), in and out. */
import { type Language, languages } from '../../../../schema/questionnaire.ts'
import { readWorkbook, workbookFile } from '../../../platform/files/workbook.ts'
import type { FormFaultCode, FormResult } from './form.ts'
import { mostColumns, mostFormBytes, mostFormRows, mostUnpackedBytes } from './limits.ts'
import { formSheets, readXlsForm } from './reading/read-form.ts'
import type { Given } from './writing/form-written.ts'
import { writeForm } from './writing/write-form.ts'

/**
 * The workbook (.xlsx) of a questionnaire, which `readXlsform` reads back as it was.
 * @param questionnaire as it is stored: its texts may lack a language
 */
export function writeXlsform(questionnaire: Given): Promise<Uint8Array> {
  return workbookFile(writeForm(questionnaire))
}

/**
 * Reads a workbook that was made here or elsewhere.
 * @param name of the file, as it was uploaded
 * @param wanted the languages in which every text has to be there before it is published
 */
export async function readXlsform(
  bytes: Uint8Array,
  name: string,
  wanted: readonly Language[] = languages,
): Promise<FormResult> {
  const title = name.replace(/\.[a-z]+$/i, '')
  const refused = (code: FormFaultCode, values: Record<string, string> = {}, sheet = ''): FormResult => ({
    faults: [{ sheet, cell: '', code, values }],
  })
  if (bytes.length > mostFormBytes) return refused('too_large', { bytes: String(mostFormBytes) })
  // The compound file of Excel 97 (MS-CFB).
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return refused('old_workbook')
  const limits = { maxRows: mostFormRows, maxColumns: mostColumns, maxUnzippedBytes: mostUnpackedBytes }
  const named = await readWorkbook(bytes, (sheet) => formSheets.includes(sheet.trim().toLowerCase()), limits)
  // A workbook of one sheet has the questions on it, whatever it is called.
  const isAlone = 'others' in named && named.sheets.length === 0 && named.others.length === 1
  const read = isAlone ? await readWorkbook(bytes, () => true, limits) : named
  if ('why' in read) {
    if ('sheet' in read) {
      if (read.why === 'rows') return refused('too_many_rows', { rows: String(mostFormRows) }, read.sheet)
      return refused('too_many_columns', { columns: String(mostColumns) }, read.sheet)
    }
    return read.why === 'container'
      ? refused('no_workbook')
      : refused('too_large', { bytes: String(mostUnpackedBytes) })
  }
  const result = readXlsForm(
    isAlone ? read.sheets.map(({ rows }) => ({ name: 'survey', rows })) : read.sheets,
    title,
    wanted,
  )
  if ('faults' in result) return result
  const others = read.others.map((sheet) => ({ sheet, cell: '', what: sheet, why: 'sheet' as const }))
  return { ...result, leftOut: [...result.leftOut, ...others] }
}
