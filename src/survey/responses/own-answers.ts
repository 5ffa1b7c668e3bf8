import type { Posted } from '../../platform/http/form.ts'

/** What the fields of a tab's own answers begin with, where a conflict page carries them along. */
export const ownPrefix = 'mine.'

/** What a conflict page set aside of the tab's own answers when its language was switched; null for any other form. */
export function ownAnswersIn(posted: Posted): Posted | null {
  const fields = Object.entries(posted).filter(([field]) => field.startsWith(ownPrefix))
  return fields.length === 0
    ? null
    : Object.fromEntries(fields.map(([field, values]) => [field.slice(ownPrefix.length), values]))
}
