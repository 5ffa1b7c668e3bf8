/** Where the editor goes on after a form: at what was added, at what is left of what was removed, or where one was. */
import { field, type Posted } from '../../platform/http/form.ts'
import { type Address, stepsTo } from './document.ts'
import { conditionField } from './form/read-condition.ts'
import type { SavedEdits } from './save.ts'

/** What a form said of the place that it stood at. */
export function returned(posted: Posted): { at: Address; cond: Address; about: string; find: string; page: number } {
  const at = field(posted, 'at') ?? ''
  const cond = field(posted, conditionField.at) ?? ''
  const page = Number(field(posted, 'page') ?? 1)
  const find = (field(posted, 'find') ?? '').slice(0, 100)
  return { at, cond: cond === at ? '' : cond, about: '', find, page: Number.isInteger(page) && page > 0 ? page : 1 }
}

/** The address to go on at. */
export function nextPage(slug: string, posted: Posted, done: Extract<SavedEdits, { saved: number }> | null): string {
  const path = `/admin/studies/${slug}/questionnaire/edit`
  const to = field(posted, 'to') ?? ''
  if (to.startsWith(`${path}/texts?`)) return to
  const { cond, ...was } = returned(posted)
  const isNew = field(posted, 'add') !== undefined || field(posted, 'do') === 'list'
  const added = isNew ? (done?.added ?? null) : null
  const at = added ?? stillThere(was.at, done) ?? ''
  const isAsked = field(posted, 'do') === 'about'
  const about = isAsked ? (field(posted, 'about') ?? field(posted, conditionField.q) ?? '') : ''
  const wording = /^(questions\/[^/]+)\/text\/\d+$/.exec(done?.added ?? '')
  if (wording) return `${path}?${new URLSearchParams({ at: wording[1] ?? '', cond: wording[0] })}`
  const isSame = at === was.at && cond !== '' && (isAsked || !cond.includes('/ends/'))
  const query = new URLSearchParams({
    ...(at !== '' && { at }),
    ...(isSame && { cond }),
    ...(about !== '' && { about }),
    ...(at === was.at && was.find !== '' && { find: was.find }),
    ...(at === was.at && was.page > 1 && { page: String(was.page) }),
  }).toString()
  return query === '' ? path : `${path}?${query}`
}

function stillThere(at: Address, done: Extract<SavedEdits, { saved: number }> | null): Address | null {
  if (done === null || stepsTo(done.document, at) !== null) return at
  return null
}
