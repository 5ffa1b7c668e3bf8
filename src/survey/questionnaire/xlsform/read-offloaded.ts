/** Reading a workbook is offloaded: a few hundred kilobytes of it can take seconds, and make nobody wait. */
import type { Language } from '../../../../schema/questionnaire.ts'
import { OffloadFailed } from '../../../platform/offload/job.ts'
import type { Job, Ports } from '../../../ports.ts'
import type { FormResult } from './form.ts'
import { mostFormBytes } from './limits.ts'
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

/** As `readXlsform`, offloaded: one that takes more time or memory than any other is refused. */
export async function readXlsformOffloaded({ offload }: Pick<Ports, 'offload'>, file: FormFile): Promise<FormResult> {
  if (file.bytes.length > mostFormBytes) return readXlsform(file.bytes, file.name)
  try {
    return await offload(readingForm, file)
  } catch (error) {
    if (!(error instanceof OffloadFailed)) throw error
    return { faults: [{ sheet: '', cell: '', code: 'too_large', values: { bytes: String(mostFormBytes) } }] }
  }
}
