/** What a button of the editor does, by its value. Pure. */
import { editorMessages } from '../../../../messages/generated/studies/editor.ts'
import { inEachLanguage, type Language, languages } from '../../../../schema/questionnaire.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { joinConditions, partsOf } from '../conditions/parts.ts'
import type { Confirmation } from '../confirmed.ts'
import { type Address, type DocumentText, type QuestionnaireDocument, stepsTo } from '../document.ts'
import type { Edit } from '../edit.ts'
import { isWording } from '../edits/parts.ts'
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
  wording: (at: Address) => `wording ${at}`,
  /** Says that a language of a text is right although another was changed. */
  right: (at: Address, language: Language) => `right ${language} ${at}`,
  /** Takes that back: somebody is to look at it. */
  notRight: (at: Address, language: Language) => `unright ${language} ${at}`,
  attention: (at: Address) => `attention ${at}`,
  dropFact: (fact: string) => `unfact ${fact}`,
  dropRate: (name: string) => `unrate ${name}`,
} as const

/**
 * The edits of a button; none for one that only saves.
 * @param page where a question is put, when that is another page than its own
 */
export function editOfButton(value: string, page: string | undefined, shown: QuestionnaireDocument): Edit[] {
  const what = value.split(' ', 1)[0] ?? ''
  const rest = value.slice(what.length + 1)
  // Names of lists may have blanks; what stands behind an address has none.
  const isTwo = ['put', 'drop', 'end'].includes(what)
  const at = isTwo ? rest.slice(0, rest.lastIndexOf(' ')) : rest
  const more = isTwo ? rest.slice(rest.lastIndexOf(' ') + 1) : ''
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
      return [{ edit: 'condition', at, when: joinConditions({ join, parts: parts.toSpliced(Number(more), 1) }) }]
    }
    case 'end':
      return [{ edit: 'remove_end', page: at, n: Number(more) }]
    case 'lease':
      return [{ edit: 'lease', page: at }]
    case 'wording':
      return [{ edit: 'add_wording', at }]
    case 'attention':
      return [{ edit: 'add_attention', at, label: attentionLabel() }]
    case 'unfact':
      return [{ edit: 'remove_fact', fact: at }]
    case 'unrate':
      return [{ edit: 'rate', name: at, rate: null }]
    default:
      return []
  }
}

/** What a button says of a translation; null for any other button. */
export function confirmedBy(value: string): Confirmation | null {
  const [, what, name, at] = /^(right|unright) (\S+) (.+)$/.exec(value) ?? []
  const language = languages.find((one) => one === name)
  return language === undefined || at === undefined ? null : { at, language, isRight: what === 'right' }
}

/** What a row that checks attention says at first, in every language. */
function attentionLabel(): DocumentText {
  return inEachLanguage((one) => editorMessages(one).attentionLabel)
}

/** One place up or down; a question goes over to the page beside its own where it stands at the edge. */
function moved(shown: QuestionnaireDocument, at: Address, way: 'up' | 'down'): Edit[] {
  const steps = stepsTo(shown, at)
  const list = steps && valueAt(shown, steps.slice(0, -1))
  const item = Number(steps?.at(-1))
  if (!steps || !Array.isArray(list)) return [{ edit: 'move', at, before: null }]
  const codeAt = (n: number): string | null =>
    list[n] === undefined ? null : String(isWording(at) ? n : valueAt(list[n], ['code']))
  const isEdge = way === 'up' ? item === 0 : item === list.length - 1
  if (!isEdge) return [{ edit: 'move', at, before: way === 'up' ? codeAt(item - 1) : codeAt(item + 2) }]
  const beside = shown.pages[Number(steps[1]) + (way === 'up' ? -1 : 1)]
  if (!/^questions\/[^/]+$/.test(at) || beside === undefined) return []
  const before = way === 'up' ? null : (beside.questions[0]?.code ?? null)
  return [{ edit: 'move', at, before, page: beside.code }]
}
