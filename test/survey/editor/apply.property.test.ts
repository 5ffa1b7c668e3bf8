/** Whatever is done to whichever questionnaire: it can be read again, codes stay unique, and what was done can be taken back. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Condition, languages } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { readableDraft } from '../../../src/survey/drafts/draft.ts'
import { applyEdit } from '../../../src/survey/editor/apply.ts'
import {
  addressOf,
  type DocumentSteps,
  type QuestionnaireDocument,
  stepsTo,
} from '../../../src/survey/editor/document.ts'
import { type Edit, type QuestionSetting, settings } from '../../../src/survey/editor/edit.ts'
import { duplicateErrors } from '../../../src/survey/questionnaire/checks/codes.ts'
import { valueAt } from '../../../src/survey/questionnaire/checks/shape.ts'
import { everyType, types } from '../questionnaire/types/every-type.ts'

const documents: readonly QuestionnaireDocument[] = [everyType, { ...studyAbroad, lists: {} }]

/** Every address of a document, and some that lead nowhere. */
function addressesOf(document: QuestionnaireDocument): string[] {
  const found = ['', '/', 'questions', 'questions/Q99', 'sets/none/1', 'pages/0', 'constructor', 'facts/0', 'code']
  const walk = (value: unknown, steps: DocumentSteps) => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      const inner = [...steps, Array.isArray(value) ? Number(key) : key]
      found.push(addressOf(document, inner))
      walk(Reflect.get(value, key), inner)
    }
  }
  walk(document, [])
  return [...new Set(found)]
}
const known = documents.map(addressesOf)

const words = fc.record({ en: fc.constantFrom('New', 'Other {Q01}') })
const labels = fc.array(words, { maxLength: 3 })

function editsOf(which: number): fc.Arbitrary<Edit> {
  const at = fc.constantFrom(...(known[which] ?? []))
  const language = fc.constantFrom(...languages)
  const page = fc.constantFrom('place', 'required', 'start', 'places', 'nowhere')
  const before = fc.constantFrom(null, 'Q1', 'Q07', 'required', 'start', '1', '3', '__proto__')
  const question = fc.record({ type: fc.constantFrom(...types), text: words, options: labels, rows: labels })
  const key = fc.constantFrom(...(Object.keys(settings) as QuestionSetting[]))
  const value = fc.constantFrom(null, true, false, 0, 3, -1, 1.5, 'text', 'q1', 'none', '2027-01-01')
  const code = fc.constantFrom('HK', 'MO', '', 'a b')
  const rate = fc.constantFrom(null, { rate: '1.1', on: '2026-01-01' }, { rate: 'x', on: 'never' })
  const when = fc.constantFrom<Condition[]>({ q: 'Q1', in: [1] }, { not: { all: [{ fact: 'winter' }] } })
  return fc.oneof(
    fc.record({ edit: fc.constant('text' as const), at, language, text: fc.constantFrom('', ' ', 'x', '{Q1}') }),
    fc.record({ edit: fc.constant('add_page' as const), before, title: words, question }),
    fc.record({ edit: fc.constant('add_question' as const), page, before, question }),
    fc.record({ edit: fc.constant('add_item' as const), list: at, label: words }),
    fc.record({ edit: fc.constant('add_consent' as const), page, text: words }),
    fc.record({ edit: fc.constant('remove' as const), at }),
    fc.record({ edit: fc.constant('move' as const), at, before }),
    fc.record({ edit: fc.constant('move' as const), at, before, page }),
    fc.record({ edit: fc.constant('set' as const), at, key, value }),
    fc.record({ edit: fc.constant('condition' as const), at, when: fc.oneof(when, fc.constant(null)) }),
    fc.record({ edit: fc.constant('add_end' as const), page, when, as: fc.constant('screened_out' as const) }),
    fc.record({ edit: fc.constant('remove_end' as const), page, n: fc.nat(2) }),
    fc.record({ edit: fc.constant('lease' as const), page }),
    fc.record({ edit: fc.constant('carry' as const), at, from: fc.constantFrom(null, 'Q1', 'Q04', 'Q99') }),
    fc.record({
      edit: fc.constant('without' as const),
      at,
      without: fc.constantFrom(null, { q: 'Q1', codes: [1] }, { q: 'Q04', codes: [] }),
    }),
    fc.record({ edit: fc.constant('add_attention' as const), at, label: words }),
    fc.record({ edit: fc.constant('targets' as const), at, codes: fc.constantFrom([1, 1, 2], []) }),
    fc.record({ edit: fc.constant('add_wording' as const), at }),
    fc.record({ edit: fc.constant('share' as const), at, set: fc.constantFrom(null, 'dest', 'mine', '__proto__') }),
    fc.record({ edit: fc.constant('add_set' as const), at, set: fc.constantFrom('dest', 'mine', '', '__proto__') }),
    fc.record({
      edit: fc.constantFrom('add_fact' as const, 'remove_fact' as const),
      fact: fc.constantFrom('x', 'winter'),
    }),
    fc.record({ edit: fc.constant('add_list' as const), list: fc.constantFrom('towns', 'constructor') }),
    fc.record({
      edit: fc.constant('add_entry' as const),
      list: fc.constantFrom('lists/towns', 'lists/x'),
      code,
      label: words,
    }),
    fc.record({ edit: fc.constant('place' as const), question: fc.constantFrom(null, 'Q1', 'Q99') }),
    fc.record({ edit: fc.constant('rate' as const), name: fc.constantFrom('CNYHKD', 'x'), rate }),
  )
}
const someEdits = fc
  .nat(documents.length - 1)
  .chain((which) => fc.tuple(fc.constant(which), fc.array(editsOf(which), { maxLength: 12 })))

/** What takes an edit back; null where nothing but the revision before it does. */
function inverseOf(before: QuestionnaireDocument, edit: Edit, added: string | undefined): Edit | null {
  if (added !== undefined) return { edit: 'remove', at: added }
  const steps = 'at' in edit ? stepsTo(before, edit.at) : null
  const was = steps && valueAt(before, steps)
  if (edit.edit === 'text') {
    const text: unknown = valueAt(was, [edit.language])
    // A text that was blank is blank in whichever language it was cleared last.
    if (text === '' || Object.values(was ?? { en: 'none' }).every((wording) => wording === '')) return null
    return { ...edit, text: typeof text === 'string' ? text : '' }
  }
  if (edit.edit === 'move' && steps) {
    const next = valueAt(before, [...steps.slice(0, -1), Number(steps.at(-1)) + 1, 'code'])
    const page = /^questions\/[^/]+$/.test(edit.at) ? String(valueAt(before, [...steps.slice(0, 2), 'code'])) : null
    return { edit: 'move', at: edit.at, before: next === undefined ? null : String(next), ...(page && { page }) }
  }
  return null
}

test('what comes out can be read, its codes are unique, and it can be taken back', () => {
  fc.assert(
    fc.property(someEdits, ([which, edits]) => {
      let document = documents[which] ?? everyType
      for (const edit of edits) {
        const done = applyEdit(document, edit)
        if ('fault' in done) continue
        const read = readableDraft(done.document)
        expect(read.ok && duplicateErrors(read.questionnaire)).toEqual([])
        expect(JSON.parse(JSON.stringify(done.document))).toEqual(done.document)
        const inverse = inverseOf(document, edit, done.added)
        if (inverse) expect(applyEdit(done.document, inverse)).toEqual({ document })
        document = done.document
      }
    }),
    { numRuns: 60 },
  )
})
