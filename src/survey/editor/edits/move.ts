/** What is moved or taken away. What others refer to stays until they no longer do. */
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { type Address, type DocumentSteps, type QuestionnaireDocument, stepsTo, withValue } from '../document.ts'
import type { Edited, EditOf } from '../edit.ts'
import { usersOf, whoRefersTo, whoRefersToItem, whoUses } from '../references.ts'
import { itemsAt, placeBefore } from './add.ts'
import { isWording, moveWording, removeWording } from './parts.ts'

type Done = Edited<QuestionnaireDocument>

/** Takes a page, question, option, row, consent, wording, entry, or a list as a whole away. */
export function removePart(document: QuestionnaireDocument, { at }: EditOf<'remove'>): Done {
  if (isWording(at)) return removeWording(document, at)
  if (/^(sets|lists)\/[^/]+$|^questions\/[^/]+\/attention$/.test(at)) return removeKey(document, at)
  const found = listed(document, at)
  if (found === null) return { fault: 'not_found' }
  const { list, item } = found
  if (at.startsWith('lists/')) {
    return { document: withValue(document, found.steps.slice(0, -1), list.toSpliced(item, 1)) }
  }
  const isConsent = at.startsWith('consents/')
  if (list.length === 1 && !isConsent) return { fault: 'last_one' }
  const by = referring(document, at, found.steps)
  if (by.length > 0) return { fault: 'referred_to', by }
  const left = list.toSpliced(item, 1)
  return { document: withValue(document, found.steps.slice(0, -1), left.length === 0 ? undefined : left) }
}

/** Takes a shared or long list away that nobody uses, or the row that checks attention. */
function removeKey(document: QuestionnaireDocument, at: Address): Done {
  const steps = stepsTo(document, at)
  if (steps === null) return { fault: 'not_found' }
  const by = whoUses(document, at)
  return by.length > 0 ? { fault: 'referred_to', by } : { document: withValue(document, steps, undefined) }
}

function referring(document: QuestionnaireDocument, at: Address, steps: DocumentSteps): Address[] {
  const [room, code = ''] = at.split('/')
  const page = room === 'pages' ? document.pages.find((one) => one.code === code) : undefined
  if (page) return whoRefersTo(document, new Set(page.questions.map((one) => one.code)), steps)
  const parts = at.split('/')
  if (room === 'questions' && parts.length === 2) return whoRefersTo(document, new Set([code]), steps)
  const list = parts.slice(0, -1).join('/')
  if (room === 'consents' || list.endsWith('/rows')) return []
  return whoRefersToItem(document, usersOf(document, list), Number(parts.at(-1)), steps)
}

/** Puts something before another of its list, or at the end; a question may go to another page. */
export function move(document: QuestionnaireDocument, { at, before, page }: EditOf<'move'>): Done {
  if (isWording(at)) return moveWording(document, at, before)
  const found = listed(document, at)
  if (found === null) return { fault: 'not_found' }
  const { list, item, steps } = found
  const self = list[item]
  const from = steps.slice(0, -1)
  const pageAt = page === undefined ? steps[1] : document.pages.findIndex(({ code }) => code === page)
  const to: DocumentSteps =
    at.startsWith('questions/') && at.split('/').length === 2 ? ['pages', pageAt ?? -1, 'questions'] : from
  if (pageAt === -1 || self === undefined) return { fault: 'not_found' }
  const isElsewhere = to[1] !== from[1]
  if (isElsewhere && list.length === 1) return { fault: 'last_one' }
  if (before === String(self.code)) return { document }
  const left = withValue(document, from, list.toSpliced(item, 1))
  const goal = valueAt(left, to) as readonly { code: string | number }[]
  const place = placeBefore(goal, before)
  if (place === null) return { fault: 'not_found' }
  return { document: withValue(left, to, goal.toSpliced(place, 0, self)) }
}

interface Listed {
  list: readonly { code: string | number }[]
  item: number
  steps: DocumentSteps
}

/** What stands in a list of things with codes, and may be moved there or taken away; null for anything else. */
function listed(document: QuestionnaireDocument, at: Address): Listed | null {
  const isWhole = /^(pages|questions|consents)\/[^/]+$/.test(at)
  const isEntry = /^lists\/[^/]+\/[^/]+$/.test(at)
  if (!isWhole && !isEntry && itemsAt(document, at.slice(0, at.lastIndexOf('/'))) === null) return null
  const steps = stepsTo(document, at)
  const item = steps?.at(-1)
  const list = steps && valueAt(document, steps.slice(0, -1))
  return steps && typeof item === 'number' && Array.isArray(list) ? { list, item, steps } : null
}
