/**
 * What a viewer can find out by comparing figures. An attacker has every figure that viewers are shown, knows that somebody
 * is among those counted (or alone among them in some respect), and guesses what they answered. Chance is what guessing
 * without the figures is right; the bound for each way is stated beside it, and exact figures break each of them.
 */
import { describe, expect, it } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { chanceOf } from '../../../simulation/chance.ts'
import { fewestShown, mostChanged, perturbed } from '../../../src/survey/insights/figures/perturb.ts'
import { renewed } from '../../../src/survey/insights/figures/renewed.ts'
import {
  hasMoved,
  readSnapshot,
  type Snapshot,
  smallestBase,
  snapshotOf,
} from '../../../src/survey/insights/figures/snapshot.ts'
import { tally } from '../../../src/survey/insights/figures/tally.ts'
import { questionFigures } from '../../../src/survey/insights/figures/view.ts'
import { withheldColumns } from '../../../src/survey/insights/figures/withheld.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { ask, option, page, row, small } from '../questionnaire/small.ts'

const chance = chanceOf('what viewers find')
const options = 5
const rounds = 600

interface Person {
  key: number
  /** From 1. */
  answer: number
  language: number
  place: number
}

const person = (given: Partial<Person> = {}): Person => ({
  key: chance.pick(2 ** 30),
  answer: 1 + chance.pick(options),
  language: 1 + chance.pick(2),
  place: 1 + chance.pick(3),
  ...given,
})
const crowd = (size: number) => Array.from({ length: size }, () => person())

const columns = [
  { column: 'answer', slots: options + 1 },
  { column: 'place', slots: 5 },
]
const by = [
  { column: 'language', slots: 4 },
  { column: 'place', slots: 5 },
]

function counted(all: readonly Person[]) {
  const sums = tally(columns, by)
  const of = (name: keyof Person) => all.map((one) => one[name])
  sums.add(
    { size: all.length, slots: (column) => of(column as keyof Person) },
    of('key'),
    new Uint8Array(all.length).fill(1),
  )
  return sums.groups()
}
function shownOf(all: readonly Person[], before: Snapshot | null = null): Snapshot {
  const { everybody, splits } = counted(all)
  return renewed(
    before,
    snapshotOf(everybody, splits, (_, slot) => slot > 0),
  )
}

/** What is said of an answer (from 1) by groups of everybody, added up; of `slots` alone where they are told. */
function figure({ groups }: Snapshot, answer: number, column?: string, isIn = (_: number[]) => true): number {
  return groups
    .filter((one) => one.by?.column === column && isIn(one.by?.slots ?? []))
    .reduce((sum, { rows }) => sum + (rows.answer?.[answer - 1] ?? 0), 0)
}

/** The answer with the highest score, by lot among equals. */
function best(scoreOf: (answer: number) => number): number {
  const scores = Array.from({ length: options }, (_, at) => scoreOf(at + 1))
  const highest = Math.max(...scores)
  const equals = scores.flatMap((score, at) => (score === highest ? [at + 1] : []))
  return equals[chance.pick(equals.length)] ?? 1
}

/** How often a guess about a person is right. */
function rightOf(rounds: number, guess: () => [guessed: number, truth: number]): number {
  let right = 0
  for (let round = 0; round < rounds; round += 1) {
    const [guessed, truth] = guess()
    if (guessed === truth) right += 1
  }
  return right / rounds
}

describe('a perturbed count', () => {
  const draws = (count: number) =>
    Array.from({ length: 20_000 }, () => perturbed({ count, keys: chance.pick(2 ** 40) }) - count)

  it('is zero where nobody is counted, and the same for the same people', () => {
    expect(perturbed({ count: 0, keys: 0 })).toBe(0)
    const cells = Array.from({ length: 50 }, () => ({ count: 40, keys: chance.pick(2 ** 40) }))
    const first = cells.map(perturbed)
    expect(new Set(first).size).toBeGreaterThan(5)
    expect(cells.map((cell) => perturbed({ ...cell }))).toEqual(first)
  })

  it.each([1, 2, 3, 4, 6, 9, 10, 200])(
    'of %i is right on average, changed by seven at most, and never one or two',
    (count) => {
      const changes = draws(count)
      expect(Math.max(...changes.map(Math.abs))).toBeLessThanOrEqual(mostChanged)
      for (const change of changes) expect(count + change === 0 || count + change >= fewestShown).toBe(true)
      const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
      expect(Math.abs(mean)).toBeLessThan(0.08)
      const deviation = Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / changes.length)
      expect(deviation).toBeGreaterThan(1.2)
      expect(deviation).toBeLessThan(3)
    },
  )
})

describe('figures', () => {
  it('are shown of twenty and more alone; smaller groups are in one that is large enough', () => {
    expect(shownOf(crowd(10)).groups).toEqual([])
    const { groups } = shownOf([...crowd(60), person({ language: 3, place: 0 })])
    for (const { base, rows } of groups) {
      expect(base).toBeGreaterThanOrEqual(smallestBase)
      for (const row of Object.values(rows))
        expect(row.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(smallestBase)
    }
    const apart = groups.filter((group) => group.by?.column === 'language').map((group) => group.by?.slots)
    expect(apart.flat().sort()).toEqual([1, 2, 3])
    expect(apart).not.toContainEqual([3])
  })

  it('are shown of no group and no question that is really of fewer, whatever their figures come to', () => {
    // Of nineteen the figures often come to twenty and more, and those of many small cells nearly always.
    for (let round = 0; round < 200; round += 1) expect(shownOf(crowd(smallestBase - 1)).groups).toEqual([])
    const answered = (size: number) => {
      const { everybody, splits } = counted([...crowd(60).map((one) => ({ ...one, answer: 1 })), ...crowd(size)])
      const { groups } = snapshotOf(everybody, splits, (_, slot) => slot > 1)
      return groups.map(({ rows }) => rows.answer)
    }
    expect(answered(smallestBase - 1).filter((row) => row !== undefined)).toEqual([])
    expect(answered(60)[0]).toBeDefined()
  })

  it.each([
    [100, 109, false],
    [100, 110, true],
    [100, 90, true],
    [1_000, 1_050, false],
    [20, 30, true],
    [20, 29, false],
  ])('of %i responses move with the %ith: %s', (before, now, moves) => {
    expect(hasMoved(before, now)).toBe(moves)
  })

  it('are the same of the same people, whatever was asked for to find them', () => {
    const { groups } = shownOf(crowd(300))
    const everybody = groups.find((group) => group.by === null)
    for (const group of groups.filter(({ by }) => by?.column === 'place' && by.slots.length === 1))
      expect(group.base).toBe(everybody?.rows.place?.[(group.by?.slots[0] ?? 0) - 1])
  })
})

/** Everything counted as it is. */
function exactly(all: readonly Person[]): Snapshot {
  const shown = (group: ReturnType<typeof counted>['everybody']) => ({
    by: group.by,
    base: group.base.count,
    rows: Object.fromEntries([...group.rows].map(([column, cells]) => [column, cells.slice(1).map((it) => it.count)])),
  })
  const { everybody, splits } = counted(all)
  return { counted: all.length, groups: [everybody, ...splits.flat()].map(shown) }
}

/** Each way to compare: a guess of what somebody answered, and the truth. */
const attacks: readonly [way: string, bound: number, guess: (look: typeof shownOf) => [number, number]][] = [
  [
    'of two days, between which they came with few others',
    0.31,
    (look) => {
      const before = crowd(40)
      const victim = person()
      const [first, second] = [look(before), look([...before, ...crowd(9), victim])]
      // What stays as it was is nobody's.
      const moved = (answer: number) => figure(second, answer) - figure(first, answer) || Number.NEGATIVE_INFINITY
      return [best(moved), victim.answer]
    },
  ],
  [
    'of everybody less each language, where nobody else answers in theirs',
    0.31,
    (look) => {
      const victim = person({ language: 3 })
      const seen = look([...crowd(120), victim])
      const left = (answer: number) =>
        figure(seen, answer) - figure(seen, answer, 'language', (slots) => !slots.includes(3) || slots.length > 1)
      return [best(left), victim.answer]
    },
  ],
  [
    'of everybody less each language and each place, over six days, where they are alone in both',
    0.31,
    (look) => {
      const victim = person({ language: 3, place: 4 })
      const others = crowd(200)
      const days = Array.from({ length: 6 }, (_, day) => look([victim, ...others.slice(0, 50 + day * 30)]))
      const alone = (own: number) => (slots: number[]) => !slots.includes(own) || slots.length > 1
      const left = (answer: number) =>
        days.reduce(
          (sum, seen) =>
            sum +
            2 * figure(seen, answer) -
            figure(seen, answer, 'language', alone(3)) -
            figure(seen, answer, 'place', alone(4)),
          0,
        )
      return [best(left), victim.answer]
    },
  ],
  [
    'of two days, between which nobody else came in their language',
    0.31,
    (look) => {
      const before = crowd(120)
      const victim = person({ language: 1 })
      const first = look(before)
      const others = crowd(14).map((one) => ({ ...one, language: 2 }))
      const second = look([...before, ...others, victim], first)
      const own = (slots: number[]) => slots.includes(1)
      const moved = (answer: number) =>
        Math.abs(figure(second, answer, 'language', own) - figure(first, answer, 'language', own))
      return [best(moved), victim.answer]
    },
  ],
  [
    'of two days, between which another of their language, whose answer is known, took it back',
    0.31,
    (look) => {
      const [others, gone, victim] = [crowd(120), person({ language: 1 }), person({ language: 1 })]
      const first = look([...others, gone])
      const came = crowd(14).map((one) => ({ ...one, language: 2 }))
      const second = look([...others, ...came, victim], first)
      const own = (slots: number[]) => slots.includes(1)
      const moved = (answer: number) => {
        const by = Math.abs(figure(second, answer, 'language', own) - figure(first, answer, 'language', own))
        return answer === gone.answer ? Math.min(by, 0.5) : by
      }
      return [best(moved), victim.answer]
    },
  ],
  [
    'of two days, between which nobody else was asked the question',
    0.31,
    (look) => {
      const before = [...crowd(60), ...crowd(60).map((one) => ({ ...one, answer: 0 }))]
      const victim = person()
      const first = look(before)
      const second = look([...before, ...crowd(14).map((one) => ({ ...one, answer: 0 })), victim], first)
      return [best((answer) => Math.abs(figure(second, answer) - figure(first, answer))), victim.answer]
    },
  ],
  [
    'of the same page ten times',
    0.31,
    (look) => {
      const all = crowd(50)
      const victim = all[7] ?? person()
      const often = Array.from({ length: 10 }, () => look(all))
      const mean = (answer: number) => often.reduce((sum, seen) => sum + figure(seen, answer), 0)
      return [best(mean), victim.answer]
    },
  ],
  [
    'with what everybody but them answered, which nobody has',
    0.5,
    (look) => {
      const others = crowd(80)
      const victim = person({ language: 1, place: 1 })
      const [seen, known] = [look([...others, victim]), exactly(others)]
      const more = (answer: number) =>
        [undefined, 'language', 'place'].reduce((sum, column) => {
          const own = (slots: number[]) => column === undefined || slots.includes(1)
          return sum + figure(seen, answer, column, own) - figure(known, answer, column, own)
        }, 0)
      return [best(more), victim.answer]
    },
  ],
]

describe.each(attacks)('comparing %s', (way, bound, guess) => {
  it(`finds what somebody answered in no more than ${bound} of cases, where guessing finds one in ${options}`, () => {
    const found = rightOf(rounds, () => guess(shownOf))
    expect(found).toBeLessThan(bound)
    // Exact figures would tell more, or there would be nothing to keep from anybody.
    if (!way.includes('ten times')) expect(rightOf(rounds, () => guess(exactly))).toBeGreaterThan(bound)
  })
})

/** Some who answered in two languages, of which the second has so many more on the next day. */
const people = (language: number, size: number) => crowd(size).map((one) => ({ ...one, language }))

it.each([
  ['a language by one person', [people(1, 1), people(2, 14)], [false, false]],
  ['no language by few', [people(2, 14)], [true, true]],
  ['both by ten', [people(1, 10), people(2, 10)], [true, true]],
  ['a third, which was with nobody', [people(3, 20)], [true, true]],
])('figures that moved %s', (_, came, moves) => {
  const before = [...people(1, 50), ...people(2, 50)]
  const first = shownOf(before)
  const second = shownOf([...before, ...came.flat()], first)
  const group = ({ groups }: Snapshot, language: number) =>
    groups.find(({ by }) => by?.column === 'language' && by.slots.join() === String(language))
  const known = new Set(came.flat().map(({ language }) => language))
  // Everybody's figures move at once, and those of all languages or of none.
  expect(second.groups[0]).not.toEqual(first.groups[0])
  for (const [at, moved] of moves.entries()) {
    const isNew = moved && known.has(at + 1)
    if (isNew) expect(group(second, at + 1)).not.toEqual(group(first, at + 1))
    else expect(group(second, at + 1)).toEqual(group(first, at + 1))
  }
})

it('what a language answered stays where one of another was asked, of whom too few were for a figure', () => {
  const unasked = (size: number) => people(2, size).map((one) => ({ ...one, answer: 0 }))
  const all = [...people(1, 50), ...people(2, 5), ...unasked(40)]
  const more = [...all, ...people(1, 14), ...unasked(14)]
  const first = shownOf(all)
  const second = shownOf([...more, ...people(2, 1)], first)
  const third = shownOf([...more, ...people(2, 40)], second)
  const [before, oneMore, manyMore] = [first, second, third].map(({ groups }) =>
    [1, 2].map((own) => groups.find(({ by }) => by?.column === 'language' && by.slots.includes(own))?.rows.answer),
  )
  expect(before?.[0]).toBeDefined()
  expect(before?.[1]).toBeUndefined()
  expect(oneMore).toEqual(before)
  expect(manyMore?.[0]).not.toEqual(before?.[0])
  expect(manyMore?.[1]).toBeDefined()
})

it('figures that a later version made are read without what it added', () => {
  const seen = shownOf(crowd(60))
  const later = { ...seen, more: 1, groups: seen.groups.map((group) => ({ ...group, more: [1] })) }
  expect(readSnapshot(JSON.stringify(later))).toEqual(seen)
})

describe('a page of figures', () => {
  const version = { n: 1, version: 'a', dataVersion: 'a', questionnaire: studyAbroad }
  const dictionary = dictionaryOf([version], {})
  const matrix = dictionary.questions.find(
    ({ type, options }) => type === 'matrix' && options.some((option) => option.isMissing),
  )
  const answers = matrix?.options.filter(({ isMissing }) => !isMissing).length ?? 0
  const columnNames = matrix?.variables.flatMap(({ column }) => (column === null ? [] : [column.name])) ?? []

  it.each([
    [0, 0],
    [4, 1],
  ])('has rows under the same heads, and "not applicable" where %i in one of them said so', (none, more) => {
    // Blank, the answers, and behind them "not applicable".
    const row = (last: number) => [0, ...Array.from({ length: answers }, (_, at) => at * 5), last]
    const rows = { [columnNames[0] ?? '']: row(0), [columnNames[1] ?? '']: row(none) }
    const [grid] = questionFigures(dictionary, studyAbroad, { rows })
    if (grid?.is !== 'grid') throw new Error('a matrix is a grid')
    expect(grid.heads.length).toBe(answers + more)
    expect(grid.lines.map((line) => line.answers.length)).toEqual([grid.heads.length, grid.heads.length])
  })
})

describe('what is withheld from viewers', () => {
  const two = [option(1), option(2)]
  const pages = [
    page('one', [ask('Q1', 'single', { options: two }), ask('Q2', 'multi', { options: two })]),
    page('two', [
      ask('Q3', 'single', { options: two, when: { q: 'Q1', in: [1] } }),
      ask('Q4', 'matrix', { rows: [row(1), row(2)], scale: two, carry: { from: 'Q2' } }),
      ask('Q5', 'single', { options: [option(1), option(2, { when: { not: { q: 'Q2', in: [2] } } })] }),
    ]),
    page('three', [ask('Q6', 'single', { options: two })], { when: { q: 'Q3', answered: true } }),
  ]
  const withheld = (codes: readonly string[]) =>
    small(
      pages.map((one) => ({
        ...one,
        questions: one.questions.map((question) =>
          codes.includes(question.code) ? Object.assign({ ...question }, { withheld: true }) : question,
        ),
      })),
    )

  it.each([
    ['nothing', [[]], []],
    ['a question, and all who are asked for its answer, however far behind', [['Q1']], ['Q1', 'Q3', 'Q6']],
    ['a question, and what is offered because of it', [['Q2']], ['Q2', 'Q4', 'Q5']],
    ['a question on which nothing hangs', [['Q5']], ['Q5']],
    ['what a later version withholds, of the earlier answers too', [[], ['Q6']], ['Q6']],
    ['nothing that a later version shows again', [['Q6'], []], []],
  ])('is %s', (_, versions, expected) => {
    const columns = withheldColumns(small(pages), versions.map(withheld))
    expect([...new Set([...columns].map((name) => name.slice(0, 2)))]).toEqual(expected)
  })
})
