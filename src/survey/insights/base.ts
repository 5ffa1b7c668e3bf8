/** Who counts: the one definition for pages and files. docs/insights.md says it in words. Pure. */
import type { Value } from '../variables/variable.ts'
import type { Filter } from './filter/filter.ts'

/**
 * Whether a response of this status (`_status`) is in the base: complete, and not rejected, withdrawn or of a test; held
 * ones as the filter says.
 */
export function inBase(status: Value, { held }: Pick<Filter, 'held'>): boolean {
  return status === 'complete' || (status === 'held' && held === 'in')
}
