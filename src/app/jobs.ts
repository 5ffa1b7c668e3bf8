/** What is offloaded: every reading of a file from outside. */
import type { Job } from '../ports.ts'
import { inspectBeginning, readStep, sniffTable, tryColumns, unpackFile } from '../reconciliation/formats/jobs.ts'
import { inspectUpload } from '../reconciliation/statements/account.ts'
import { inspectFile, takeOut } from '../reconciliation/statements/several/inspect-file.ts'
import { readingResults } from '../rewards/payment-files/results.ts'
import { readingMargins } from '../survey/insights/weights/upload.ts'
import { readingForm } from '../survey/questionnaire/xlsform/read-offloaded.ts'

const all = [
  readStep,
  unpackFile,
  inspectBeginning,
  sniffTable,
  tryColumns,
  inspectUpload,
  inspectFile,
  takeOut,
  readingResults,
  readingForm,
  readingMargins,
] as unknown as Job<unknown, unknown, unknown>[]

/** By name. */
export const jobs: ReadonlyMap<string, Job<unknown, unknown, unknown>> = new Map(all.map((job) => [job.name, job]))
