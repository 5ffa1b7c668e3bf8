/** The column `parameters`: `randomize=true`, `start=0 end=10 step=1`. */

import type { SheetRow } from '../sheet/table.ts'
import type { FormContext } from './form-context.ts'

/** What the parameters of a row say, by their names; those that nobody asks for are left out. */
export function parametersOf({ notes }: FormContext, row: SheetRow, known: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const pair of row.get('parameters').split(/[\s,;]+/)) {
    const [name = '', value = ''] = pair.toLowerCase().split('=')
    if (known.includes(name)) found.set(name, value)
    else if (name !== '') notes.leave(row, 'parameters', pair, 'parameter')
  }
  return found
}
