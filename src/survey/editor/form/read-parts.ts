/** Fields of what a question has of others, and of what the questionnaire has for all, and what they mean. Pure. */
import { field, type Posted } from '../../../platform/http/form.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { type Address, type QuestionnaireDocument, stepsTo } from '../document.ts'
import type { Edit } from '../edit.ts'
import { optionsIn } from '../edits/parts.ts'

/** From which question options are carried, which one takes options away, or which shared list they are. */
export const partField = (at: Address, key: 'carry' | 'without' | 'share') => `k/${at}/${key}`
/** The name of a shared list that is made. */
export const newSetField = (at: Address) => `kn/${at}/share`
/** Codes to be ticked. */
export const codesField = (at: Address, key: 'without' | 'targets') => `kc/${at}/${key}`
/** Says that the codes were shown, for those that are not ticked post nothing. */
export const codesShownField = (at: Address, key: 'without' | 'targets') => `ks/${at}/${key}`
/** The place of an entry in its list, counted from 1. */
export const placeInListField = (at: Address) => `m/${at}`
/** The code of an entry to be added. */
export const entryCodeField = (list: Address) => `nc/${list}`
/** What stands for a shared list that is made. */
export const newSet = '+'

/** The kinds of fields that `partEdits` reads. */
export const partKinds: readonly string[] = ['k', 'ks', 'm']

interface Named {
  kind: string
  at: Address
  key: string
  value: string
}

/** The edits of one field. */
export function partEdits(posted: Posted, shown: QuestionnaireDocument, { kind, at, key, value }: Named): Edit[] {
  if (kind === 'm') return placeEdit(shown, `${at}/${key}`, value)
  if (kind === 'ks') return codesEdit(posted, shown, at, key)
  if (key === 'carry') {
    const was = textAt(shown, `${at}/carry/from`) ?? ''
    return value === was ? [] : [{ edit: 'carry', at, from: value === '' ? null : value }]
  }
  if (key === 'without') {
    const was = textAt(shown, `${at}/without/q`) ?? ''
    if (value === was) return []
    if (value === '') return [{ edit: 'without', at, without: null }]
    const own = new Set(optionsIn(shown, at.split('/')[1] ?? '').map(({ code }) => code))
    const codes = optionsIn(shown, value)
      .map(({ code }) => code)
      .filter((code) => own.has(code))
    return [{ edit: 'without', at, without: { q: value, codes } }]
  }
  if (key !== 'share') return []
  const was = textAt(shown, `${at}/options/set`) ?? textAt(shown, `${at}/scale/set`) ?? ''
  if (value === newSet) return [{ edit: 'add_set', at, set: (field(posted, newSetField(at)) ?? '').trim() }]
  return value === was ? [] : [{ edit: 'share', at, set: value || null }]
}

function codesEdit(posted: Posted, shown: QuestionnaireDocument, at: Address, key: string): Edit[] {
  if (key !== 'without' && key !== 'targets') return []
  const codes = (posted[codesField(at, key)] ?? []).filter((code) => /^-?\d{1,15}$/.test(code)).map(Number)
  const place = key === 'without' ? `${at}/without/codes` : `${at}/attention/targets`
  const steps = stepsTo(shown, place)
  const was = steps && (valueAt(shown, steps) as readonly number[])
  const isSame = was?.length === codes.length && codes.every((code) => was.includes(code))
  // Another question was picked meanwhile, whose codes were not shown.
  const q = textAt(shown, `${at}/without/q`)
  if (!was || isSame || (key === 'without' && field(posted, partField(at, 'without')) !== q)) return []
  if (key === 'targets') return [{ edit: 'targets', at, codes }]
  return [{ edit: 'without', at, without: { q: q ?? '', codes } }]
}

/** Moves an entry to the place that was typed; its own place moves nothing. */
function placeEdit(shown: QuestionnaireDocument, at: Address, value: string): Edit[] {
  const steps = stepsTo(shown, at)
  const now = Number(steps?.at(-1))
  const to = /^\s*\d{1,6}\s*$/.test(value) ? Number(value) - 1 : now
  const list = steps && valueAt(shown, steps.slice(0, -1))
  if (!steps || !Array.isArray(list) || to === now || to < 0) return []
  const before = list[to > now ? to + 1 : to]
  return [{ edit: 'move', at, before: before === undefined ? null : String(before.code) }]
}

/** The edits of the questionnaire as a whole: the question about the place, and what its buttons add. */
export function questionnaireEdits(posted: Posted, shown: QuestionnaireDocument): Edit[] {
  const place = field(posted, 'place')
  const edits: Edit[] =
    place === undefined || place === (shown.place ?? '') ? [] : [{ edit: 'place', question: place || null }]
  const typed = (name: string) => (field(posted, name) ?? '').trim()
  switch (field(posted, 'do')) {
    case 'fact':
      return [...edits, { edit: 'add_fact', fact: typed('fact') }]
    case 'list':
      return [...edits, { edit: 'add_list', list: typed('list') }]
    case 'rate': {
      const rate = { rate: typed('rate.rate'), on: typed('rate.on') }
      return [...edits, { edit: 'rate', name: typed('rate.name'), rate }]
    }
    default:
      return edits
  }
}

function textAt(document: QuestionnaireDocument, at: Address): string | undefined {
  const steps = stepsTo(document, at)
  const value = steps === null ? undefined : valueAt(document, steps)
  return typeof value === 'string' ? value : undefined
}
