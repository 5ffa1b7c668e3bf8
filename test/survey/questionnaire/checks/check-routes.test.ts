/** The checker's account of what can be reached, against trying every answer of small questionnaires. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Answers, Facts } from '../../../../schema/answers.ts'
import type { Condition, Option, Page, Question, Questionnaire } from '../../../../schema/questionnaire.ts'
import { askPage, asksAnything } from '../../../../src/survey/questionnaire/ask.ts'
import type { Asked } from '../../../../src/survey/questionnaire/asked.ts'
import { routeErrors } from '../../../../src/survey/questionnaire/checks/routes.ts'
import { indexOf } from '../../../../src/survey/questionnaire/indexed.ts'
import { isAnswered } from '../../../../src/survey/questionnaire/parts.ts'
import { endOfPage } from '../../../../src/survey/questionnaire/route/end.ts'
import { drawer } from '../../../../src/survey/questionnaire/route/shuffle.ts'
import { limitsOf } from '../../../../src/survey/questionnaire/types/multi.tsx'
import { ask, option, page, row, small } from '../small.ts'

type Draw = (n: number) => number

/** Three or four pages of one or two questions with few answers each, held together by random conditions. */
function randomQuestionnaire(seed: string): Questionnaire {
  const draw = drawer(seed, 'questionnaire')
  const earlier: Question[] = []
  const pages: Page[] = []
  for (let at = 0; at < 4; at += 1) {
    const here = [1, 2].slice(draw(2)).map((n) => randomQuestion(`Q${at}${n}`, earlier, draw))
    const when = draw(4) === 0 ? randomCondition(earlier, draw) : undefined
    const ends = draw(3) === 0 ? randomCondition([...earlier, ...here].filter(isAnswered), draw) : undefined
    pages.push(
      page(`page${at}`, here, {
        ...(when && { when }),
        ...(ends && { ends: [{ when: ends, as: 'screened_out' as const }] }),
      }),
    )
    earlier.push(...here.filter(isAnswered))
  }
  return small(pages, { facts: ['f', 'g'] })
}

function randomQuestion(code: string, earlier: readonly Question[], draw: Draw): Question {
  const condition = draw(2) === 0 ? randomCondition(earlier, draw) : undefined
  const when = condition && { when: condition }
  const picks = earlier.filter((one) => one.type === 'single' || one.type === 'multi')
  const from = draw(2) === 0 ? picks[draw(picks.length || 1)] : undefined
  const singles = earlier.filter((one) => one.type === 'single')
  const other = draw(3) === 0 ? singles[draw(singles.length || 1)] : undefined
  const without = other && { without: { q: other.code, codes: [1 + draw(3)] } }
  const options = [1, 2, 3].map((one) => randomOption(one, earlier, from !== undefined, draw))
  const carry = from && { carry: { from: from.code } }
  switch (draw(7)) {
    case 5:
      return ask(code, 'date', { ...when, min: '2027-01-01', max: '2027-12-31' })
    case 6:
      return ask(code, 'note', { ...when })
    case 0:
      return ask(code, 'year', { ...when, min: 2010, max: 2013 })
    case 1:
      if (!carry) return ask(code, 'text', { ...when, optional: true, maxLength: 9 })
      return ask(code, 'matrix', { ...when, ...carry, rows: [row(1), row(2), row(3)], scale: [option(1)] })
    case 2:
      return ask(code, 'single', { ...when, ...carry, ...without, options })
    default: {
      // With a carry a minimum may be taken too lightly, as the checker says of itself.
      const limits = [{}, { max: 2 }, carry ? {} : { min: 2 }][draw(3)]
      return ask(code, 'multi', { ...when, ...carry, ...without, ...limits, options })
    }
  }
}

function randomOption(code: number, earlier: readonly Question[], carries: boolean, draw: Draw): Option {
  const when = draw(4) === 0 ? randomCondition(earlier, draw) : undefined
  return option(code, {
    ...(when && { when }),
    ...(draw(5) === 0 && { exclusive: true as const }),
    ...(draw(8) === 0 && { decoy: true as const }),
    ...(carries && draw(4) === 0 && { always: true as const }),
  })
}

function randomCondition(earlier: readonly Question[], draw: Draw): Condition {
  const about = earlier[draw(earlier.length || 1)]
  if (!about || draw(5) === 0) return { fact: draw(2) === 0 ? 'f' : 'g' }
  const inner = () => randomCondition(earlier, draw)
  switch (draw(6)) {
    case 0:
      return { all: [inner(), inner()] }
    case 1:
      return { any: [inner(), inner()] }
    case 2:
      return { not: inner() }
  }
  if (about.type === 'year')
    return draw(2) === 0 ? { q: about.code, min: 2011 + draw(3) } : { q: about.code, in: [2012] }
  if (about.type === 'text' || about.type === 'matrix' || about.type === 'date')
    return { q: about.code, answered: true }
  const codes = [1, 2, 3].filter(() => draw(2) === 0)
  const some = codes.length > 0 ? codes : [1]
  return draw(3) === 0 ? { q: about.code, only: some } : { q: about.code, in: some }
}

/** What is asked, offered and shown to anyone, found by giving every answer to everything. */
function tryEverything(questionnaire: Questionnaire): Set<string> {
  const index = indexOf(questionnaire)
  const reached = new Set<string>()
  const go = (at: number, answers: Answers, facts: Facts) => {
    if (at === index.pages.length) return
    const asked = askPage(index, at, answers, { seed: 'seed', facts })
    for (const { code, options, rows } of asksAnything(asked) ? asked.questions : []) {
      reached.add(code)
      for (const one of options) reached.add(`${code}=${one.option.code}`)
      for (const one of rows) reached.add(`${code}/${one.code}`)
    }
    for (const given of everyAnswer(answers, asked.questions)) {
      const gone = asksAnything(asked) && endOfPage(asked, given, { seed: 'seed', facts })
      if (!gone) go(at + 1, given, facts)
    }
  }
  for (const f of [false, true]) for (const g of [false, true]) go(0, {}, { f, g })
  return reached
}

function everyAnswer(before: Answers, [question, ...more]: readonly Asked[]): Answers[] {
  if (!question) return [before]
  if (!question.known.isAnswered) return everyAnswer(before, more)
  return answersTo(question).flatMap((answer) => everyAnswer({ ...before, [question.code]: answer }, more))
}

function answersTo(asked: Asked): Answer[] {
  const { question } = asked.known
  const { type } = question
  if (type === 'year') return [2010, 2011, 2012, 2013]
  if (type === 'text') return [-1, 'words']
  if (type === 'matrix') return [{ 1: 1 }]
  if (type === 'date') return ['2027-06-05']
  const codes = asked.options.map(({ option: { code } }) => code)
  if (type === 'single') return codes
  const { min, max } = limitsOf(asked, type === 'multi' ? question : {})
  const exclusive = (code: number) => asked.known.optionsByCode.get(code)?.exclusive === true
  const sets = codes.reduce<number[][]>((sets, code) => sets.flatMap((set) => [set, [...set, code]]), [[]])
  return sets.filter((set) => {
    if (set.some(exclusive)) return set.length === 1
    return set.length >= min && set.length <= (max ?? 9)
  })
}

/** What the checker says nobody reaches, as `Q31`, `Q31=2` or `Q31/2`. */
const refused = (questionnaire: Questionnaire): string[] =>
  routeErrors(questionnaire).map(({ message }) =>
    message
      .replace('no route reaches ', '')
      .replace(/no route offers option (\d+) of (\w+)/, '$2=$1')
      .replace(/no route shows row (\d+) of (\w+)/, '$2/$1'),
  )

test('what the checker says nobody reaches is what nobody reaches', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const questionnaire = randomQuestionnaire(`${seed}`)
      const reached = tryEverything(questionnaire)
      const missed: string[] = []
      for (const one of questionnaire.pages.flatMap(({ questions }) => questions)) {
        if (!reached.has(one.code)) missed.push(one.code)
        else if (one.type === 'matrix') {
          missed.push(...one.rows.map(({ code }) => `${one.code}/${code}`).filter((it) => !reached.has(it)))
        } else if ('options' in one && Array.isArray(one.options)) {
          missed.push(...one.options.map(({ code }) => `${one.code}=${code}`).filter((it) => !reached.has(it)))
        }
      }
      expect(refused(questionnaire)).toEqual(missed)
    }),
    { numRuns: 150, seed: 2026 },
  )
})
