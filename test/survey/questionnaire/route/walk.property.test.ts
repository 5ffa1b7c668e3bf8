import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import { studyAbroad } from '../../../../schema/study-abroad/index.ts'
import { lengthOf, sanitizeText } from '../../../../src/platform/i18n/normalize-text.ts'
import { cells } from '../../../../src/survey/questionnaire/cells.ts'
import { checkPage, draftOf } from '../../../../src/survey/questionnaire/check-answers.ts'
import { columns } from '../../../../src/survey/questionnaire/columns.ts'
import { indexOf } from '../../../../src/survey/questionnaire/indexed.ts'
import { postedFrom } from '../../../../src/survey/questionnaire/page/fill-form.ts'
import { type PageView, pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { withoutDraftOnly, withPage } from '../../../../src/survey/questionnaire/route/page-answers.ts'
import { resolveRoute } from '../../../../src/survey/questionnaire/route/resolve-route.ts'
import { runs } from '../../../support/run/whole.ts'
import { answerPage, atStage, circumstances, picks, walkOn } from '../walks.ts'
import { nextPage, pruneAnswers } from './whole-route.ts'

const anyStage = fc.constantFrom(1, 2, 3, 4)
const codes = [...indexOf(studyAbroad).questions.keys()]

/** Every answer stands on a page of the route that shows its question and offers what was picked. */
function nothingStale(answers: Answers, given: Circumstances) {
  const { pages } = resolveRoute(studyAbroad, answers, given)
  const views = pages.map((page) => pageView(studyAbroad, page, answers, given))
  const consents = views.flatMap((view) => view.consents.map(({ code }) => code))
  const questions = new Map(views.flatMap((view) => view.questions.map((question) => [question.code, question])))
  for (const [key, answer] of Object.entries(answers)) {
    if (consents.includes(key)) continue
    const [code = '', part] = key.split('.')
    const question = questions.get(code)
    if (!question) throw new Error(`${key} is stale: its question is not shown.`)
    if (!('options' in question) || answer === -1) continue
    const offered = new Set(question.options.map((option) => option.code))
    if (part === 'text') {
      const asks = question.options.filter((option) => option.detail).map((option) => option.code)
      expect([answers[code]].flat().some((pick) => asks.includes(Number(pick)))).toBe(true)
    } else if (question.type === 'matrix') {
      const rows = new Set(question.rows.map((row) => row.code))
      expect(Object.keys(answer).filter((row) => !rows.has(row))).toEqual([])
      expect(Object.values(answer).filter((pick) => !offered.has(Number(pick)))).toEqual([])
    } else {
      expect([answer].flat().filter((pick) => !offered.has(Number(pick)))).toEqual([])
    }
  }
}

describe('any walk through the study-abroad questionnaire', () => {
  test('ends, and every form filled in as shown is accepted', () => {
    fc.assert(
      fc.property(circumstances, picks, (given, pick) => {
        const { end, steps, answers } = walkOn({}, given, pick)
        expect(['complete', 'under_age', 'screened_out']).toContain(end)
        expect(pruneAnswers(studyAbroad, answers, given)).toEqual(answers)
        if (end === 'complete') expect(steps.length).toBeGreaterThan(8)
      }),
      { numRuns: runs(300) },
    )
  })

  test('moves forward one page at a time towards an end that never moves away', () => {
    fc.assert(
      fc.property(circumstances, picks, anyStage, (given, pick, stage) => {
        const { steps } = walkOn({}, given, pick, atStage(stage))
        expect(steps.map(({ view }) => view.at)).toEqual(steps.map((_, at) => at + 1))
        const ends = steps.map(({ view }) => view.of)
        expect(ends).toEqual([...ends].sort((a, b) => b - a))
        expect(ends.at(-1)).toBe(steps.length)
      }),
    )
  })

  test.each([
    [1, 24],
    [2, 24],
    [3, 28],
    [4, 29],
  ])('shows someone at stage %i at most %i questions', (stage, most) => {
    const counts: number[] = []
    fc.assert(
      fc.property(circumstances, picks, (given, pick) => {
        const { steps } = walkOn({}, given, pick, atStage(stage))
        counts.push(steps.flatMap(({ view }) => view.questions).length)
      }),
      { numRuns: runs(300) },
    )
    expect(Math.max(...counts)).toBe(most)
  })

  test('fills every column that was shown and no other', () => {
    const all = columns(studyAbroad)
    fc.assert(
      fc.property(circumstances, picks, anyStage, (given, pick, stage) => {
        const { answers, steps } = walkOn({}, given, pick, atStage(stage))
        const pruned = withoutDraftOnly(studyAbroad, pruneAnswers(studyAbroad, answers, given))
        const shown = new Set(steps.flatMap(({ view }) => view.questions.map(({ code }) => code)))
        const row = cells(studyAbroad, all, pruned, given)
        const filled = new Set(all.filter((_, at) => row[at] !== null).map(({ question }) => question))
        const expected = [...shown].filter((code) => code !== 'Q30')
        expect([...filled].filter((code) => codes.includes(code)).sort()).toEqual(expected.sort())
        expect(pruned).not.toHaveProperty('Q30')
      }),
    )
  })
})

describe('what was not shown', () => {
  test('cannot be answered: a question', () => {
    fc.assert(
      fc.property(circumstances, picks, fc.constantFrom(...codes), (given, pick, code) => {
        for (const { page, view, before, posted } of walkOn({}, given, pick).steps) {
          if (view.questions.some((question) => question.code === code)) continue
          const checked = checkPage(studyAbroad, page, before, { ...posted, [code]: ['1'] }, given)
          expect(checked).toMatchObject({ ok: false, errors: [{ field: code, code: 'not_shown' }] })
          expect(checked.answers).not.toHaveProperty(code)
        }
      }),
    )
  })

  test('cannot be answered: a row, a rank, a text', () => {
    fc.assert(
      fc.property(circumstances, picks, fc.nat({ max: 110 }), (given, pick, part) => {
        for (const { page, view, before, posted } of walkOn({}, given, pick, atStage(4)).steps) {
          for (const field of view.questions.map(({ code }) => `${code}.${part}`)) {
            const [code = '', number = ''] = field.split('.')
            if (isField(view, code, number)) continue
            const checked = checkPage(studyAbroad, page, before, { ...posted, [field]: ['1'] }, given)
            expect(checked).toMatchObject({ ok: false, errors: [{ field, code: 'not_shown' }] })
          }
        }
      }),
    )
  })

  test('cannot be answered: an option', () => {
    fc.assert(
      fc.property(circumstances, picks, anyStage, (given, pick, stage) => {
        for (const { page, view, before, posted } of walkOn({}, given, pick, atStage(stage)).steps) {
          for (const question of view.questions) {
            if (question.type !== 'single' && question.type !== 'multi') continue
            const offered = new Set(question.options.map(({ code }) => code))
            const known = indexOf(studyAbroad).questions.get(question.code)?.options ?? []
            for (const { code } of known.filter((option) => !offered.has(option.code))) {
              const changed = { ...posted, [question.code]: [String(code)] }
              const checked = checkPage(studyAbroad, page, before, changed, given)
              expect(checked).toMatchObject({ ok: false, errors: [{ field: question.code, code: 'not_offered' }] })
              expect(checked.answers).not.toHaveProperty(question.code)
            }
          }
        }
      }),
    )
  })
})

describe('going back and changing an answer', () => {
  test('never leaves a stale one behind', () => {
    fc.assert(
      fc.property(circumstances, picks, fc.array(fc.nat(), { maxLength: 4 }), (given, pick, turns) => {
        let { answers } = walkOn({}, given, pick)
        for (const turn of turns) {
          const { pages } = resolveRoute(studyAbroad, answers, given)
          const page = pages[turn % pages.length] ?? 'start'
          answers = answerPage(page, answers, given, pick).answers
          nothingStale(answers, given)
          if (turn % 2 === 0) answers = walkOn(answers, given, pick).answers
        }
        nothingStale(answers, given)
      }),
      { numRuns: runs(300) },
    )
  })

  test('gives the same as answering so from the start', () => {
    fc.assert(
      fc.property(circumstances, picks, anyStage, fc.nat(), (given, pick, stage, turn) => {
        const once = walkOn({}, given, pick, atStage(1 + (turn % 4)))
        const page = once.steps[turn % once.steps.length]?.page ?? 'start'
        const changed = answerPage(page, once.answers, given, pick, atStage(stage)).answers
        const { answers, end } = walkOn(changed, given, pick, atStage(stage))
        let anew: Answers = {}
        for (;;) {
          const next = nextPage(studyAbroad, anew, given)
          if ('end' in next) {
            expect(next.end).toBe(end)
            break
          }
          // The consents of the first page may depend on its answers, so the view is drawn with them.
          const view = pageView(studyAbroad, next.page, { ...answers, ...anew }, given)
          const checked = checkPage(studyAbroad, next.page, anew, postedFrom(view, answers), given)
          if (!checked.ok) throw new Error(`${next.page}: ${JSON.stringify(checked.errors)}`)
          anew = withPage(studyAbroad, next.page, anew, checked.answers)
        }
        expect(anew).toEqual(answers)
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('whatever is posted', () => {
  const fields = fc.constantFrom(
    ...codes,
    ...codes.flatMap((code) => [`${code}.text`, `${code}.1`, `${code}.2`, `${code}.__proto__`]),
    ...['C0a', 'C0d', 'AC', '__proto__', 'constructor', '', '.', 'lang'],
  )
  const values = fc.array(
    fc.oneof(
      fc.integer({ min: -2, max: 12 }).map(String),
      fc.constantFrom('90', '97', '99', '2015', 'CN', '', ' ', '1e1', '0x1', 'NaN'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 4 },
  )
  const forms = fc.dictionary(fields, values)

  test('a draft holds only what settling keeps, and a check only lets through what is whole', () => {
    fc.assert(
      fc.property(circumstances, picks, anyStage, forms, fc.boolean(), (given, pick, stage, junk, over) => {
        for (const { page, before, posted } of walkOn({}, given, pick, atStage(stage)).steps) {
          const form = over ? { ...posted, ...junk } : { ...junk, ...posted }
          const draft = draftOf(studyAbroad, page, before, form, given)
          const stored = withPage(studyAbroad, page, before, draft)
          expect(pruneAnswers(studyAbroad, stored, given)).toEqual(stored)
          const checked = checkPage(studyAbroad, page, before, form, given)
          if (!checked.ok) continue
          const after = withPage(studyAbroad, page, before, checked.answers)
          expect(pruneAnswers(studyAbroad, after, given)).toEqual(after)
          expect(nextPage(studyAbroad, after, given)).not.toEqual({ page })
        }
      }),
    )
  })

  test('typed text is cleaned once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const clean = sanitizeText(`${one}\u0000\ud800${other}`)
        expect(sanitizeText(clean)).toBe(clean)
        expect(clean).toBe(clean.normalize('NFC'))
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toContain('\u0000')
        expect(lengthOf(clean)).toBe([...clean].length)
      }),
    )
  })
})

function isField(view: PageView, code: string, part: string): boolean {
  const question = view.questions.find((it) => it.code === code)
  if (question?.type === 'matrix') return question.rows.some((row) => row.field === part)
  return question?.type === 'rank' && Number(part) >= 1 && Number(part) <= question.max
}
