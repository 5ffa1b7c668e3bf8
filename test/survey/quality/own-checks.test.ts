/** The checks that need no other response, as tables: what each finds, and what it leaves alone. */
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { automation } from '../../../src/survey/quality/automation.ts'
import { attention, contradictions } from '../../../src/survey/quality/consistency.ts'
import { type FlagName, flagKinds, verdictOf } from '../../../src/survey/quality/flag.ts'
import { emptyTexts } from '../../../src/survey/quality/open-text.ts'
import { type Baseline, pace } from '../../../src/survey/quality/pace.ts'
import { pattern } from '../../../src/survey/quality/pattern.ts'
import { longestMs, type ShownForm, type Visit, visited } from '../../../src/survey/quality/visit.ts'

const named = (flags: readonly { name: FlagName }[]) => flags.map(({ name }) => name)

describe('what flags come to', () => {
  it.each<[string, FlagName[], string[], boolean]>([
    ['nothing found', [], [], false],
    ['one family, however much', ['speeder', 'faster_than_others'], [], false],
    ['one family of copies', ['twin', 'same_text'], [], false],
    ['pace with the network', ['speeder', 'many_from_one_network'], [], false],
    ['pace with a pattern', ['speeder', 'straight_lines'], [], true],
    ['twice as fast as others, with one more sign', ['faster_than_others', 'attention_failed'], [], false],
    ['the network with a twin', ['twin', 'many_from_one_network'], [], true],
    ['the network with one straight line', ['straight_lines', 'many_from_one_network'], [], false],
    ['pace, network and a pattern', ['speeder', 'many_from_one_network', 'straight_lines'], [], true],
    ['a fact of automation alone', ['page_never_issued'], [], true],
    ['the other fact alone', ['page_out_of_order'], [], true],
    ['a page too fast alone', ['page_too_fast'], [], false],
    ['a flag that is only reported', ['speeder', 'straight_lines'], ['straight_lines'], false],
    ['a fact that is only reported', ['page_never_issued'], ['page_never_issued'], false],
  ])('%s', (_, names, reportOnly, holds) => {
    const flags = names.map((name) => ({ name, points: flagKinds[name].points }))
    expect(verdictOf(flags, new Set(reportOnly)).holds).toBe(holds)
  })

  it('a family counts its highest flag once', () => {
    const flags = [
      { name: 'speeder', points: 35 },
      { name: 'faster_than_others', points: 15 },
      { name: 'straight_lines', points: 20 },
    ] as const
    expect(verdictOf(flags)).toEqual({ points: 55, families: ['pace', 'pattern'], holds: true })
  })

  it('every two families that hold together are known, and pace with the network is none of them', () => {
    const highest = new Map<string, { name: FlagName; points: number }>()
    for (const [name, { family, points, alone }] of Object.entries(flagKinds)) {
      if (alone || (highest.get(family)?.points ?? 0) >= points) continue
      highest.set(family, { name: name as FlagName, points })
    }
    const pairs = [...highest].flatMap(([one, a], at) =>
      [...highest].slice(at + 1).flatMap(([other, b]) => (verdictOf([a, b]).holds ? [`${one} ${other}`] : [])),
    )
    expect(pairs).toEqual([
      'pace pattern',
      'pace consistency',
      'pace copy',
      'pace automation',
      'pattern consistency',
      'pattern copy',
      'pattern automation',
      'consistency copy',
      'consistency network',
      'consistency automation',
      'copy network',
      'copy automation',
    ])
  })
})

describe('a page as it is shown and sent', () => {
  const drawn = (since: number, filled = false): ShownForm => ({ is: 'issued', since, filled })
  const sent = (steps: [ShownForm, number, 'left' | 'saved'][]) =>
    steps.reduce<Visit | null>((before, [shown, now, how]) => visited(before, shown, now, 4, how), null)

  it.each<[string, [ShownForm, number, 'left' | 'saved'][], Partial<Visit>]>([
    ['Next', [[drawn(1_000), 21_000, 'left']], { ms: 20_000, done: 1, again: 0 }],
    [
      'saved as it goes, then Next',
      [
        [drawn(0), 9_000, 'saved'],
        [drawn(0), 12_000, 'left'],
      ],
      { ms: 12_000, again: 0 },
    ],
    ['away for an hour', [[drawn(0), 3_600_000, 'left']], { ms: longestMs, again: 0 }],
    [
      'sent again after a lost reply',
      [
        [drawn(0), 900, 'left'],
        [drawn(0), 9_000, 'left'],
      ],
      { ms: 900, again: 0 },
    ],
    [
      'reloaded, with what the server kept',
      [
        [drawn(0), 30_000, 'saved'],
        [drawn(40_000, true), 40_500, 'left'],
      ],
      { ms: 30_500, again: 1 },
    ],
    [
      'a second tab',
      [
        [drawn(1_000), 6_000, 'saved'],
        [drawn(3_000), 7_000, 'left'],
      ],
      { ms: 9_000, again: 1 },
    ],
    ['a clock that went back', [[drawn(9_000), 8_000, 'left']], { ms: 0, again: 0 }],
    ['nothing came with it', [[{ is: 'missing' }, 9_000, 'left']], { ms: 0, again: 1, odd: 'missing' }],
    ['another page’s', [[{ is: 'of_another_page' }, 9_000, 'left']], { odd: 'of_another_page', done: 1 }],
    [
      'none of ours, then one that is',
      [
        [{ is: 'unknown' }, 1_000, 'saved'],
        [drawn(0), 9_000, 'left'],
      ],
      { ms: 9_000, odd: 'unknown' },
    ],
  ])('%s', (_, steps, expected) => {
    expect(sent(steps)).toMatchObject(expected)
  })
})

const page = (ms: number, more: Partial<Visit> = {}): Visit => ({
  ms,
  at: 1,
  base: 0,
  done: 1,
  again: 0,
  n: 4,
  ...more,
})
const start = page(9_000, { again: 1, key: 'k1' })
const way = (...pages: Visit[]) =>
  new Map([['start', start], ...pages.map((visit, at): [string, Visit] => [`p${at}`, visit])])

describe('automation', () => {
  it.each<[string, Visit, FlagName[]]>([
    ['four questions in 0.9 s', page(900), ['page_too_fast']],
    ['four questions in a second', page(1_000), []],
    ['two questions in 0.9 s', page(900, { n: 2 }), []],
    ['0.9 s, restored', page(900, { again: 1 }), []],
    ['0.9 s, never left', page(900, { done: 0 }), []],
    ['no token', page(9_000, { odd: 'missing' }), ['page_never_issued']],
    ['a token of nobody', page(9_000, { odd: 'unknown' }), ['page_never_issued']],
    ['another page’s token', page(9_000, { odd: 'of_another_page' }), ['page_out_of_order']],
  ])('%s', (_, visit, names) => {
    expect(named(automation(way(page(20_000), visit), () => true))).toEqual(names)
  })

  it.each<[string, ReadonlyMap<string, Visit>, boolean]>([
    ['the key was taken out since', way(page(9_000, { odd: 'unknown' })), false],
    ['it was begun before pages were signed', new Map([['p0', page(9_000, { odd: 'missing' })]]), true],
  ])('nothing is said of tokens where %s', (_, visits, isKeyKnown) => {
    expect(automation(visits, () => isKeyKnown)).toEqual([])
  })
})

describe('pace', () => {
  const usual: Baseline = {
    activeMs: 180_000,
    pages: { p0: 30_000, p1: 30_000, p2: 30_000, p3: 30_000, p4: 30_000, p5: 30_000 },
  }
  const six = (ms: number, more: Partial<Visit> = {}) => way(...Array.from({ length: 6 }, () => page(ms, more)))
  const times = (...seconds: number[]) => way(...seconds.map((s) => page(s * 1_000)))
  it.each<[string, ReadonlyMap<string, Visit>, Baseline | null, FlagName[]]>([
    ['as usual', six(30_000), usual, []],
    ['a third of it', six(10_000), usual, ['faster_than_others']],
    ['under a third', six(9_900), usual, ['speeder', 'faster_than_others']],
    [
      'under a third of a total that pauses are in',
      six(13_000),
      { ...usual, activeMs: 240_000 },
      ['faster_than_others'],
    ],
    [
      'under a third of pages that are slower by themselves',
      six(9_900),
      { ...usual, activeMs: 150_000 },
      ['faster_than_others'],
    ],
    ['half of the pages under a third', times(9, 9, 9, 10, 10, 10), usual, ['speeder', 'faster_than_others']],
    ['fewer than half of them', times(9, 9, 10, 10, 10, 10), usual, ['faster_than_others']],
    [
      'the pages under a third that usually take half of the time',
      times(9, 9, 10, 10, 10, 10),
      { ...usual, pages: { ...usual.pages, p0: 60_000, p1: 60_000 } },
      ['speeder', 'faster_than_others'],
    ],
    ['no page that anything is known of', six(1_000), { ...usual, pages: {} }, []],
    ['half', six(15_000), usual, ['faster_than_others']],
    ['a little more than half', six(15_100), usual, []],
    ['one long pause among fast pages', times(4, 4, 4, 4, 4, 300), usual, ['faster_than_others']],
    ['fast where everything was restored', six(500, { again: 1 }), usual, []],
    ['no baseline yet, at the floor', six(12_500), null, []],
    ['no baseline yet, under the floor', six(12_400), null, ['speeder']],
    ['too few pages to say', way(page(100), page(100)), usual, []],
  ])('%s', (_, visits, baseline, names) => {
    expect(named(pace(visits, 50, baseline))).toEqual(names)
  })

  it('pages that do not count are left out of what is usual, too', () => {
    const restored = new Map([...times(15, 15, 9, 9, 9, 15), ['p0', page(100, { again: 1 })]])
    expect(named(pace(restored, 50, usual))).toEqual(['faster_than_others'])
  })
})

describe('patterns', () => {
  const rows = (question: string, picks: number[], pageMs: number | null = 60_000) => ({ question, picks, pageMs })
  it.each<[string, ReturnType<typeof rows>[], FlagName[]]>([
    ['one matrix all alike', [rows('Q11', [4, 4, 4, 4, 4, 4, 4, 4])], []],
    ['one all alike in under a second a row', [rows('Q11', [4, 4, 4, 4, 4, 4, 4, 4], 7_900)], ['straight_lines']],
    ['one all alike, its time unknown', [rows('Q11', [4, 4, 4, 4, 4, 4, 4, 4], null)], []],
    ['two all alike', [rows('Q11', [4, 4, 4, 4, 4, 4]), rows('Q26', [3, 3, 3, 3, 3, 3])], ['straight_lines']],
    ['two all not applicable', [rows('Q20', Array(7).fill(97)), rows('Q26', Array(8).fill(97))], []],
    ['too few rows', [rows('Q16', [4, 4, 4, 4, 4], 100)], []],
    ['a diagonal', [rows('Q11', [1, 2, 3, 4, 5, 4])], ['patterned_rows']],
    ['up and down', [rows('Q11', [1, 2, 3, 4, 5, 4, 3, 2, 1, 2])], ['patterned_rows']],
    ['two by turns', [rows('Q11', [2, 5, 2, 5, 2, 5, 2])], ['patterned_rows']],
    ['three by turns', [rows('Q11', [2, 5, 1, 2, 5, 1, 2, 5])], ['patterned_rows']],
    ['three by turns, too few to say', [rows('Q11', [2, 5, 1, 2, 5, 1])], []],
    ['as people do', [rows('Q11', [5, 3, 5, 4, 4, 2, 4, 3, 5, 1])], []],
  ])('%s', (_, matrices, names) => {
    expect(named(pattern(matrices))).toEqual(names)
  })
})

describe('consistency', () => {
  const answers = (stage: number, level: number, begun: number): Answers => ({ Q02: stage, Q05: level, Q09: begun })
  it.each<[string, Answers, 0 | 1 | null, string, string[]]>([
    ['sound', answers(3, 3, 2024), 1, '2026-11-29', []],
    ['a birth year that does not fit', answers(3, 3, 2024), 0, '2026-11-29', ['birth']],
    ['planning what began last year', answers(1, 3, 2025), 1, '2026-11-29', ['planned_in_the_past']],
    ['planning what began last year, in January', answers(1, 3, 2025), 1, '2026-01-09', []],
    ['planning what begins this year', answers(1, 3, 2026), 1, '2026-11-29', []],
    ['finished what begins this year', answers(4, 4, 2026), 1, '2026-11-29', ['finished_before_it_began']],
    ['an exchange of this year, finished', answers(4, 7, 2026), 1, '2026-11-29', []],
    ['a language course again', answers(1, 8, 2024), 1, '2026-11-29', []],
    ['two at once', answers(1, 3, 2020), 0, '2026-11-29', ['birth', 'planned_in_the_past']],
    ['a questionnaire without these', {}, null, '2026-11-29', []],
  ])('%s', (_, given, birth, day, which) => {
    const flags = contradictions(given, birth, day)
    expect(flags.flatMap(({ facts }) => facts.which)).toEqual(which)
    expect(flags.map(({ points }) => points)).toEqual(which.length === 0 ? [] : [15 * which.length])
  })

  it.each<[string, number | undefined, FlagName[]]>([
    ['as asked', 2, []],
    ['not as asked', 4, ['attention_failed']],
    ['not shown', undefined, []],
  ])('an attention row picked %s', (_, picked, names) => {
    expect(named(attention([{ question: 'Q11', target: 2, picked }]))).toEqual(names)
  })
})

describe('free texts by themselves', () => {
  const wordings = ['What would you like to see improved?', '您最希望改进的一点是？']
  it.each<[string, string, FlagName[]]>([
    ['an honest “none”', '无', []],
    ['three dots', '...', []],
    ['one letter over and over', 'aaaaaa', ['text_of_one_character']],
    ['the question itself', '您最希望改进的一点是', ['text_of_the_question']],
    ['the question in another language', 'what would you like to see improved', ['text_of_the_question']],
    ['an answer', 'Shorter queues at night.', []],
  ])('%s', (_, text, names) => {
    expect(named(emptyTexts([{ question: 'Q22', text, wordings }]))).toEqual(names)
  })

  it.each<[string, { keys: number; pastes: number } | undefined, FlagName[]]>([
    ['pasted', { keys: 1, pastes: 1 }, ['text_not_typed']],
    ['typed', { keys: 41, pastes: 0 }, []],
    ['put in by an input method, a word at a time', { keys: 8, pastes: 0 }, []],
    ['not counted', undefined, []],
  ])('a text of forty letters that was %s', (_, typed, names) => {
    const flags = emptyTexts([{ question: 'Q22', text: 'Shorter queues at night, please, thanks!', wordings, typed }])
    expect(named(flags)).toEqual(names)
    expect(verdictOf([...flags, { name: 'speeder', points: 35 }]).families).toEqual(['pace'])
  })
})
