/** Where the editor goes on after a form: at what was added, at what is left of what was removed, or where one was. */
import { field, type Posted } from '../../platform/http/form.ts'
import { type Address, stepsTo } from './document.ts'
import { conditionField } from './form/read-condition.ts'
import type { SavedEdits } from './save.ts'

/** What a form said of the place that it stood at. */
export function returned(posted: Posted): { at: Address; cond: Address; about: string } {
  const at = field(posted, 'at') ?? ''
  const cond = field(posted, conditionField.at) ?? ''
  return { at, cond: cond === at ? '' : cond, about: '' }
}

/** The address to go on at. */
export function afterwards(slug: string, posted: Posted, done: Extract<SavedEdits, { saved: number }> | null): string {
  const path = `/admin/studies/${slug}/questionnaire/edit`
  const to = field(posted, 'to') ?? ''
  if (to.startsWith(`${path}/texts?`)) return to
  const { cond, ...was } = returned(posted)
  const added = field(posted, 'add') === undefined ? null : (done?.added ?? null)
  const at = added ?? stillThere(was.at, done) ?? ''
  const isAsked = field(posted, 'do') === 'about'
  const about = isAsked ? (field(posted, 'about') ?? field(posted, conditionField.q) ?? '') : ''
  const isSame = at === was.at && cond !== '' && (isAsked || !cond.includes('/ends/'))
  const query = new URLSearchParams({
    ...(at !== '' && { at }),
    ...(isSame && { cond }),
    ...(about !== '' && { about }),
  }).toString()
  return query === '' ? path : `${path}?${query}`
}

function stillThere(at: Address, done: Extract<SavedEdits, { saved: number }> | null): Address | null {
  if (done === null || stepsTo(done.document, at) !== null) return at
  return null
}
