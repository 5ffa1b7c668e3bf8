/** What every file says of the response itself, before its answers. */
import { type ExportsMessages, exportsMessages } from '../../../messages/generated/exports.ts'
import type { Text } from '../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import type { Quota } from '../quotas/quota.ts'
import type { ListEntry, Variable } from './variable.ts'

/** Where a response stands: of a complete one, what people decided about it as well. */
const states = ['complete', 'held', 'rejected', 'screened_out', 'over_quota', 'lapsed', 'withdrawn'] as const

const bare = { column: null, question: null, part: null, codes: [], entries: [], wordings: [] } as const

const text = (name: string, label: Text, maxBytes: number, entries: readonly ListEntry[] = []): Variable => ({
  ...bare,
  name,
  type: 'text',
  measure: 'nominal',
  label,
  entries,
  maxBytes,
})

/**
 * The variables of the response itself, in the order of `recordOf`'s `about`.
 * @param quotas the study's cells; where there are none, the variable of a full one is left out
 * @param weight what the weights are called; null where there are none
 */
export function aboutVariables(
  quotas: readonly Pick<Quota, 'cell' | 'label'>[],
  weight: Text | null = null,
): Variable[] {
  const say = (name: keyof ExportsMessages['columns']) =>
    inEachLanguage((language) => exportsMessages(language).columns[name])
  const status = states.map((code) => ({
    code,
    label: inEachLanguage((language) => exportsMessages(language).states[code]),
  }))
  const full = text(
    'full_cell',
    say('fullGroup'),
    64,
    quotas.map(({ cell, label }) => ({ code: cell, label })),
  )
  return [
    text('response', say('response'), 64),
    text('version', say('version'), 64),
    text('status', say('status'), 16, status),
    text('lang_start', say('start'), 8),
    text('lang_end', say('end'), 8),
    text('day', say('day'), 21),
    text('route', say('route'), 8),
    ...(quotas.length > 0 ? [full] : []),
    ...(weight === null ? [] : [weightVariable(weight)]),
  ]
}

function weightVariable(label: Text): Variable {
  return { ...bare, name: 'weight', type: 'number', measure: 'scale', label, maxBytes: null, isWeight: true }
}
