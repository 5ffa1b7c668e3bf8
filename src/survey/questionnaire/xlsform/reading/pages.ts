/** The pages of a questionnaire, made of the groups of a form and of what stands outside them. */

import type { Question } from '../../../../../schema/questionnaire.ts'
import { isAnswered } from '../../parts.ts'
import { isYes } from '../sheet/question-types.ts'
import type { SheetRow, SpokenText } from '../sheet/table.ts'
import { pageTitle } from '../standard-texts.ts'
import { jsonCell } from './cells.ts'
import { expressionScope, type FormContext } from './form-context.ts'
import { unused } from './names.ts'
import { readQuestion, shownOf } from './question.ts'
import { cellCondition, firstCharacters, readCondition } from './read-condition.ts'
import { matrixOf, rankingOf } from './tables.ts'
import { rowWords } from './texts.ts'
import type { FormItem, Segment } from './tree.ts'

export interface PageData {
  code: string
  title: SpokenText
  when?: unknown
  questions: Record<string, unknown>[]
  consents?: Record<string, unknown>[]
  ends?: unknown
  lease?: true
}

/** Questions outside groups that stand on one page. */
const mostOutside = 10

/** The pages. In a form from elsewhere a question that looks at one of its own page begins a new one: no page looks at itself. */
export function pagesOf(form: FormContext, segments: readonly Segment[], title: SpokenText | undefined): PageData[] {
  const codes = new Set<string>()
  const pages: PageData[] = []
  const groups = new Map<PageData, SheetRow>()
  for (const { group, items } of segments) {
    let page: PageData | null = null
    for (const item of items) {
      const data = dataOf(form, item)
      if (page && !form.isOurs && mustPart(page, item, data, group)) {
        page = null
        form.notes.add('page', { name: item.row.get('name') })
      }
      if (page === null) {
        page = pageOf(form, group, title, codes, item)
        pages.push(page)
        if (group) groups.set(page, group)
      }
      if (item.is !== 'consent') page.questions.push(data)
      else page.consents = [...(page.consents ?? []), data]
    }
  }
  return form.isOurs ? pages : withoutLoneNotes(form, pages, groups)
}

function dataOf(form: FormContext, item: FormItem): Record<string, unknown> {
  if (item.is === 'matrix') return form.origins.of(matrixOf(form, item), item.row)
  if (item.is === 'ranking') return form.origins.of(rankingOf(form, item), item.row)
  if (item.is === 'question') return form.origins.of(readQuestion(form, item), item.row)
  const { code, text, when } = shownOf(form, item)
  return form.origins.of({ code, text, ...(when !== undefined && { when }) }, item.row)
}

function mustPart(page: PageData, item: FormItem, data: unknown, group: SheetRow | null): boolean {
  // A consent may look at its own page.
  if (item.is === 'consent') return false
  const here = new Set(page.questions.map(({ code }) => code))
  return [...codesIn(data)].some((code) => here.has(code)) || (group === null && here.size >= mostOutside)
}

/** Codes of questions that a part of a questionnaire looks at, or has in its words. */
function* codesIn(part: unknown): Generator<string> {
  if (typeof part === 'string') for (const [, code = ''] of part.matchAll(/\{(\w+)\}/g)) yield code
  if (typeof part !== 'object' || part === null) return
  for (const [key, value] of Object.entries(part)) {
    if ((key === 'q' || key === 'from') && typeof value === 'string') yield value
    yield* codesIn(value)
  }
}

function pageOf(
  form: FormContext,
  group: SheetRow | null,
  title: SpokenText | undefined,
  codes: Set<string>,
  first: FormItem,
): PageData {
  const name = group?.get('name') ?? ''
  const code = form.isOurs && group ? name : unused(slugOf(name) || 'page', 60, codes, '-')
  codes.add(code)
  const given = { ...form, scope: expressionScope(form, first) }
  // The condition of a matrix that is a page of its own is the question's.
  const when = group && group !== first.row ? readCondition(group, given) : undefined
  const words = group && rowWords(form, first, group, 'label')
  const page: PageData = { code, title: words ?? title ?? pageTitle, ...(when && { when }), questions: [] }
  if (!group) return page
  if (jsonCell(form, group, 'honorarium::consents') !== undefined) page.consents = []
  const ends = endsOf(form, group)
  if (ends !== undefined) page.ends = ends
  if (isYes(group.get('honorarium::lease'))) page.lease = true
  return form.origins.of(page, group)
}

/** How a page ends a response: one condition for each way, or their list as JSON where their order matters. */
function endsOf(form: FormContext, group: SheetRow): unknown {
  const listed = jsonCell(form, group, 'honorarium::ends')
  if (listed !== undefined) return listed
  const given = { ...form, scope: expressionScope(form, null) }
  const ends = (['under_age', 'screened_out'] as const).flatMap((as) => {
    const when = cellCondition(group, `honorarium::${as}`, { ...given, isOurs: true })
    return when ? [{ when, as }] : []
  })
  return ends.length > 0 ? ends : undefined
}

/** A name as part of an address: small letters, digits and dashes. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
}

const hasAnswers = ({ questions, consents = [] }: PageData) =>
  consents.length > 0 || questions.some((question) => isAnswered(question as unknown as Question))

/** What is only read moves to the page behind it, or before it: a page of its own would never be shown. */
function withoutLoneNotes(
  form: FormContext,
  pages: readonly PageData[],
  groups: ReadonlyMap<PageData, SheetRow>,
): PageData[] {
  const remaining: PageData[] = []
  let waiting: Record<string, unknown>[] = []
  for (const page of pages) {
    if (hasAnswers(page)) {
      remaining.push({ ...page, questions: [...waiting, ...page.questions] })
      waiting = []
      continue
    }
    const group = groups.get(page)
    const words = group?.words('label', form.speech)
    const title = words?.[form.speech.plain] ?? Object.values(words ?? {})[0]
    if (group && title) form.notes.leave(group, 'label', firstCharacters(title), 'group_title')
    for (const note of page.questions) {
      const conditions = [page.when, note.when].filter((one) => one !== undefined)
      const [when] = conditions
      waiting.push({ ...note, ...(when !== undefined && { when: conditions.length > 1 ? { all: conditions } : when }) })
    }
  }
  const last = remaining.at(-1)
  if (!last) return remaining
  const here = new Set(last.questions.map(({ code }) => code))
  for (const note of waiting) {
    if ([...codesIn(note)].some((code) => here.has(code))) {
      form.notes.leftOut.push({ sheet: 'survey', cell: '', what: String(note.code), why: 'note_alone' })
    } else last.questions.push(note)
  }
  return remaining
}
