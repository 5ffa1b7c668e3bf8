/** A questionnaire as a workbook in the form of XLSForm (xlsform.org), in and out. */
import type { FormResult } from './form.ts'

/** The workbook (.xlsx) of a questionnaire, which `readXlsform` reads back as it was. */
export async function writeXlsform(_questionnaire: unknown): Promise<Uint8Array> {
  throw new Error('Forms cannot be written yet.')
}

/** Reads a workbook that was made here or elsewhere. @param name of the file, as it was uploaded */
export async function readXlsform(_bytes: Uint8Array, name: string): Promise<FormResult> {
  return { faults: [{ sheet: '', cell: '', code: 'no_workbook', values: { name } }] }
}
