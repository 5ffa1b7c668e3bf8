/** The formats that answers can be taken away in, in the order of the page: one line for each. */
import { csv } from './csv.ts'
import { csvLabels } from './csv-labels.ts'
import type { Format } from './format.ts'

const formats: readonly Format[] = [csv, csvLabels]

/** The format of this id; undefined where there is none. */
export function formatOf(id: string): Format | undefined {
  return formats.find((format) => format.id === id)
}
