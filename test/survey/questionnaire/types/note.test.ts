import { describe, expect, test } from 'vitest'
import { checkPage, draftOf } from '../../../../src/survey/questionnaire/check-answers.ts'
import { checkQuestionnaire } from '../../../../src/survey/questionnaire/checks/check.ts'
import { columns } from '../../../../src/survey/questionnaire/columns.ts'
import { describePosted } from '../../../../src/survey/questionnaire/page/describe-posted.ts'
import { drawing } from '../../../../src/survey/questionnaire/page/draw.ts'
import { postedFrom } from '../../../../src/survey/questionnaire/page/fill-form.ts'
import { pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { QuestionField } from '../../../../src/survey/questionnaire/page/question.tsx'
import { resolveRoute } from '../../../../src/survey/questionnaire/route/resolve-route.ts'
import { samplePosted } from '../../../../src/survey/questionnaire/sample.ts'
import { nextPage, pruneAnswers } from '../route/whole-route.ts'
import { ask, given, option, page, small, text } from '../small.ts'

const two = [option(1), option(2)]
const questionnaire = small(
  [
    page('one', [ask('Q1', 'single', { options: two })], { lease: true }),
    page('two', [
      ask('N1', 'note', { text: text('Hello {who}'), hint: text('<small>'), when: { q: 'Q1', in: [1] } }),
      ask('Q2', 'single', { options: two }),
    ]),
    page('three', [
      ask('N2', 'note', {}),
      ask('Q3', 'single', { options: two, when: { q: 'Q1', in: [1] } }),
      ask('N3', 'note', { when: { q: 'Q2', in: [2] } }),
    ]),
  ],
  { facts: ['who'] },
)
const circumstances = given({ who: 'Ann' })
const viewOf = (code: string, answers: Record<string, number>) => pageView(questionnaire, code, answers, circumstances)

describe('a note', () => {
  test('is shown where its condition holds, with its places filled, and has no field', async () => {
    const view = viewOf('two', { Q1: 1 })
    expect(view.questions.map(({ code }) => code)).toEqual(['N1', 'Q2'])
    expect(viewOf('two', { Q1: 2 }).questions.map(({ code }) => code)).toEqual(['Q2'])
    const [note] = view.questions
    if (!note) throw new Error('the page shows no note')
    const html = String(await QuestionField({ draw: drawing('zh-Hant', {}, []), question: note }))
    expect(html).toBe('<div class="note" id="N1"><p>Hello Ann繁</p><p class="hint">&lt;small&gt;繁</p></div>')
    expect(describePosted(note, { N1: ['1'] }, 'en')).toBe('')
  })

  test('needs no answer and takes none', () => {
    expect(checkPage(questionnaire, 'two', { Q1: 1 }, { Q2: ['1'] }, circumstances)).toEqual({
      ok: true,
      answers: { Q2: 1 },
    })
    for (const field of ['N1', 'N1.text', 'N1.1']) {
      expect(checkPage(questionnaire, 'two', { Q1: 1 }, { Q2: ['1'], [field]: ['x'] }, circumstances)).toEqual({
        ok: false,
        errors: [{ field, code: 'not_shown' }],
        answers: { Q2: 1 },
      })
    }
    expect(draftOf(questionnaire, 'two', { Q1: 1 }, { N1: ['x'] }, circumstances)).toEqual({})
    expect(pruneAnswers(questionnaire, { Q1: 1, N1: 'x', Q2: 1, Q3: 1 }, circumstances)).toEqual({
      Q1: 1,
      Q2: 1,
      Q3: 1,
    })
    expect(postedFrom(viewOf('two', { Q1: 1 }), { N1: 'x', Q2: 1 })).toEqual({ Q2: ['1'] })
    expect(samplePosted(viewOf('two', { Q1: 1 }), () => 0)).toEqual({ Q2: ['1'] })
  })

  test('makes no page: one that asks nothing else on this route is not on it, nor counted', () => {
    const route = (answers: Record<string, number>) => resolveRoute(questionnaire, answers, circumstances)
    expect(route({ Q1: 1, Q2: 1 })).toMatchObject({ pages: ['one', 'two', 'three'], unfinished: 'three' })
    expect(route({ Q1: 2, Q2: 2 })).toMatchObject({ pages: ['one', 'two'], unfinished: null })
    expect(nextPage(questionnaire, { Q1: 2, Q2: 2 }, circumstances)).toEqual({ end: 'complete' })
    const { at, of } = viewOf('two', { Q1: 2 })
    expect([at, of]).toEqual([2, 2])
    expect(viewOf('two', { Q1: 1 }).of).toBe(3)
  })

  test('has no column', () => {
    expect(columns(questionnaire).map(({ name }) => name)).toEqual(['Q1', 'Q2', 'Q3'])
  })
})

describe('the checker', () => {
  const errorsAfter = (change: (copy: typeof questionnaire) => void) => {
    const copy = structuredClone(questionnaire)
    change(copy)
    const checked = checkQuestionnaire(copy)
    return checked.ok ? [] : checked.errors.map(({ path, message }) => `${path}: ${message}`)
  }
  const third = (copy: typeof questionnaire) => copy.pages[2] ?? page('none', [])

  test('accepts notes beside questions, and no page of notes alone', () => {
    expect(errorsAfter(() => {})).toEqual([])
    expect(errorsAfter((copy) => third(copy).questions.splice(1, 1))).toEqual([
      'pages[2].questions: nothing on this page can be answered',
    ])
    const consents = [{ code: 'C1', text: text('I agree') }]
    expect(errorsAfter((copy) => Object.assign(third(copy), { questions: [ask('N2', 'note', {})], consents }))).toEqual(
      [],
    )
  })

  test('lets nothing look at the answer of a note', () => {
    const when = { q: 'N1', answered: true }
    expect(errorsAfter((copy) => Object.assign(third(copy).questions[1] ?? {}, { when }))).toEqual([
      'pages[2].questions[1].when.q: N1 has no answer',
    ])
    expect(errorsAfter((copy) => Object.assign(third(copy), { title: text('{N1}') }))[0]).toBe(
      'pages[2].title.en: {N1} is not a fact or a question',
    )
    expect(errorsAfter((copy) => Object.assign(copy, { place: 'N1' }))).toContain('place: N1 has no single pick')
  })

  test('finds a note that nobody is shown', () => {
    const when = {
      all: [
        { q: 'Q1', in: [1] },
        { q: 'Q1', in: [2] },
      ],
    }
    expect(errorsAfter((copy) => Object.assign(third(copy).questions[0] ?? {}, { when }))).toEqual([
      'pages[2].questions[0]: no route reaches N2',
    ])
    const onlyElsewhere = { q: 'Q1', in: [2] }
    expect(errorsAfter((copy) => Object.assign(third(copy).questions[0] ?? {}, { when: onlyElsewhere }))).toEqual([
      'pages[2].questions[0]: no route reaches N2',
    ])
  })

  test('wants no name and no more than a note has', () => {
    const odd = (more: object) => errorsAfter((copy) => Object.assign(third(copy).questions[0] ?? {}, more))
    for (const key of ['name', 'optional', 'draftOnly']) {
      expect(odd({ [key]: true })).toEqual([`pages[2].questions[0].${key}: this is not known here`])
    }
  })
})
