/** The formats that answers can be taken away in, in the order of the page: one line for each. */

import { codebookCsv } from './codebook/csv.ts'
import { codebookPage } from './codebook/page.tsx'
import { csv } from './csv.ts'
import { csvLabels } from './csv-labels.ts'
import { ddi } from './ddi/ddi.ts'
import { dta } from './dta/index.ts'
import { flags } from './flags.ts'
import type { ExportFormat } from './format.ts'
import { jsonLines } from './json-lines.ts'
import { paradata } from './paradata.ts'
import { parquet } from './parquet.ts'
import { sav } from './sav/index.ts'
import { themes } from './themes.ts'
import { xlsx } from './xlsx/index.ts'

export const exportFormats: readonly ExportFormat[] = [
  csv,
  csvLabels,
  xlsx,
  sav,
  dta,
  jsonLines,
  parquet,
  codebookPage,
  codebookCsv,
  ddi,
  paradata,
  flags,
  themes,
]

/** The format of this id; undefined where there is none. */
export function formatOf(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id)
}
