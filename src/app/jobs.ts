/** What is done aside: every reading of a file from outside. */
import type { Job } from '../ports.ts'
import { lookInside, readStep, sniffTable, tryColumns, unpackFile } from '../reconciliation/formats/jobs.ts'
import { lookAtUpload } from '../reconciliation/statements/account.ts'
import { lookThrough, takeOut } from '../reconciliation/statements/several/look-through.ts'
import { readingResults } from '../rewards/payment-files/results.ts'
import { readingMargins } from '../survey/insights/weights/upload.ts'
import { readingForm } from '../survey/questionnaire/xlsform/read-aside.ts'

const all = [
  readStep,
  unpackFile,
  lookInside,
  sniffTable,
  tryColumns,
  lookAtUpload,
  lookThrough,
  takeOut,
  readingResults,
  readingForm,
  readingMargins,
] as unknown as Job<unknown, unknown, unknown>[]

/** By name. */
export const jobs: ReadonlyMap<string, Job<unknown, unknown, unknown>> = new Map(all.map((job) => [job.name, job]))
