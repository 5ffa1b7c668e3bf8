/** What a button of the editor does, by its value. Pure. */
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { conditionOf, partsOf } from '../conditions/parts.ts'
import { type Address, type QuestionnaireDocument, stepsTo } from '../document.ts'
import type { Edit } from '../edit.ts'
import { conditionAt } from './read-condition.ts'

/** The values of the buttons; `pressed` reads them. */
export const press = {
  remove: (at: Address) => `remove ${at}`,
  up: (at: Address) => `up ${at}`,
  down: (at: Address) => `down ${at}`,
  /** Puts it before another of its list, by that one's code, or at the end. */
  put: (at: Address, before: string | null) => `put ${at} ${before ?? ''}`,
  dropPart: (at: Address, n: number) => `drop ${at} ${n}`,
  dropEnd: (page: string, n: number) => `end ${page} ${n}`,
  lease: (page: string) => `lease ${page}`,
} as const

/**
 * The edits of a button; none for one that only saves.
 * @param page where a question is put, when that is another page than its own
 */
export function pressed(value: string, page: string | undefined, shown: QuestionnaireDocument): Edit[] {
  const [what = '', at = '', more = ''] = value.split(' ')
  switch (what) {
    case 'remove':
      return [{ edit: 'remove', at }]
    case 'up':
    case 'down':
      return moved(shown, at, what)
    case 'put':
      return [{ edit: 'move', at, before: more === '' ? null : more, ...(page !== undefined && { page }) }]
    case 'drop': {
      const { join, parts } = partsOf(conditionAt(shown, at))
      return [{ edit: 'condition', at, when: conditionOf({ join, parts: parts.toSpliced(Number(more), 1) }) }]
    }
    case 'end':
      return [{ edit: 'remove_end', page: at, n: Number(more) }]
    case 'lease':
      return [{ edit: 'lease', page: at }]
    default:
      return []
  }
}

/** One place up or down; a question goes over to the page beside its own where it stands at the edge. */
function moved(shown: QuestionnaireDocument, at: Address, way: 'up' | 'down'): Edit[] {
  const steps = stepsTo(shown, at)
  const list = steps && valueAt(shown, steps.slice(0, -1))
  const item = Number(steps?.at(-1))
  if (!steps || !Array.isArray(list)) return [{ edit: 'move', at, before: null }]
  const codeAt = (n: number): string | null => (list[n] === undefined ? null : String(valueAt(list[n], ['code'])))
  const isEdge = way === 'up' ? item === 0 : item === list.length - 1
  if (!isEdge) return [{ edit: 'move', at, before: way === 'up' ? codeAt(item - 1) : codeAt(item + 2) }]
  const beside = shown.pages[Number(steps[1]) + (way === 'up' ? -1 : 1)]
  if (!/^questions\/[^/]+$/.test(at) || beside === undefined) return []
  const before = way === 'up' ? null : (beside.questions[0]?.code ?? null)
  return [{ edit: 'move', at, before, page: beside.code }]
}
