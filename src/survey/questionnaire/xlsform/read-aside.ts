/** A workbook is read aside: a few hundred kilobytes of it can take seconds, and make nobody wait. */
import type { Language } from '../../../../schema/questionnaire.ts'
import { AsideFailed } from '../../../platform/aside/job.ts'
import type { Job, Ports } from '../../../ports.ts'
import type { FormResult } from './form.ts'
import { mostBytes } from './limits.ts'
import { readXlsform } from './xlsform.ts'

interface FormFile {
  bytes: Uint8Array
  name: string
  wanted: readonly Language[]
}

export const readingForm: Job<FormFile, FormResult> = {
  name: 'read a form',
  run: ({ bytes, name, wanted }) => readXlsform(bytes, name, wanted),
}

/** As `readXlsform`, aside: one that takes more time or memory than any other is refused. */
export async function readXlsformAside({ aside }: Pick<Ports, 'aside'>, file: FormFile): Promise<FormResult> {
  if (file.bytes.length > mostBytes) return readXlsform(file.bytes, file.name)
  try {
    return await aside(readingForm, file)
  } catch (error) {
    if (!(error instanceof AsideFailed)) throw error
    return { faults: [{ sheet: '', cell: '', code: 'too_large', values: { bytes: String(mostBytes) } }] }
  }
}
