/** A small crowd through the whole service, and whether its figures are computed right; the large one is `npm run simulate:fraud`. */
import { describe, expect, it } from 'vitest'
import { kinds } from '../../simulation/fraud/farms/kinds.ts'
import { groups } from '../../simulation/fraud/honest/groups.ts'
import { middleOf, precision, wilson } from '../../simulation/fraud/report/figures.ts'
import { pictureOf } from '../../simulation/fraud/report/picture.ts'
import { summaryOf } from '../../simulation/fraud/report/summary.ts'
import { textOf } from '../../simulation/fraud/report/text.ts'
import { withFigures } from '../../simulation/fraud/report/write.ts'
import { type PersonOutcome, runCrowd } from '../../simulation/fraud/run.ts'

describe('a crowd', () => {
  it('of every group and every kind goes through the service, and comes to the same end from the same seed', async () => {
    const { outcomes, lost } = await runCrowd('test', { people: 13, farmed: 1, days: 0.1 }, () => undefined)
    const whos = outcomes.map(({ who }) => who)
    for (const group of groups) expect(whos, group).toContain(group)
    // A farm whose pages are refused comes to no end.
    expect(kinds.filter((kind) => whos.includes(kind)).length + lost).toBe(kinds.length)
    const few = () => runCrowd('few', { people: 5, farmed: 0, days: 0.1 }, () => undefined)
    expect(await few()).toEqual(await few())
  })
})

const outcome = (who: PersonOutcome['who'], isHeld: boolean, score: number, flags: string[] = []): PersonOutcome => ({
  who,
  respondentId: '',
  isHeld,
  score,
  flags,
})
/** 300 honest people, 3 of them held, 40 of a farm, 30 of them held, another like the honest, 10 careless. */
const made: PersonOutcome[] = [
  ...Array.from({ length: 200 }, (_, n) => outcome('English', n < 1, n < 1 ? 60 : 0)),
  ...Array.from({ length: 100 }, (_, n) => outcome('hurried', n < 3, n < 3 ? 55 : 0, n < 5 ? ['speeder'] : [])),
  ...Array.from({ length: 10 }, (_, n) => outcome('careless', n < 5, 60, ['speeder'])),
  ...Array.from({ length: 40 }, (_, n) => outcome('twins', n < 30, 75, ['twins'])),
  ...Array.from({ length: 40 }, (_, n) => outcome('mutual fill', n < 1, 0)),
]

describe('the figures', () => {
  it.each([
    // By the formula of Wilson (1927), worked out apart.
    { held: 0, of: 10, low: 0, high: 0.2775 },
    { held: 5, of: 10, low: 0.2366, high: 0.7634 },
    { held: 10, of: 10, low: 0.7225, high: 1 },
    { held: 80, of: 10_000, low: 0.0064, high: 0.0099 },
    { held: 0, of: 0, low: 0, high: 1 },
  ])('have the interval of $held of $of', ({ low, high, ...count }) => {
    expect(wilson(count).low).toBeCloseTo(low, 4)
    expect(wilson(count).high).toBeCloseTo(high, 4)
  })

  it.each([
    [0.01, 0.9, 0.01, 0.009 / (0.009 + 0.0099)],
    [0.3, 0.5, 0, 1],
    [0.05, 0, 0, 0],
  ])('have the precision at %d fraud', (fraud, recall, falseAlarms, expected) => {
    expect(precision(fraud, recall, falseAlarms)).toBeCloseTo(expected, 10)
  })

  it('have a middle', () => expect([middleOf([3, 1, 2]), middleOf([])]).toEqual([2, 0]))

  it('count the honest by group, the careless apart, and each kind of farm', () => {
    const summary = summaryOf(made)
    expect(summary.honest).toEqual({ held: 4, of: 300 })
    expect(summary.careless).toEqual({ held: 5, of: 10 })
    expect(summary.groups.filter(({ isTooMany }) => isTooMany).map(({ group }) => group)).toEqual(['hurried'])
    expect(summary.isKept).toBe(false)
    const met = summary.kinds.filter(({ of }) => of > 0)
    expect(met.map(({ kind, held, isLikeHonest }) => ({ kind, held, isLikeHonest }))).toEqual([
      { kind: 'twins', held: 30, isLikeHonest: false },
      { kind: 'mutual fill', held: 1, isLikeHonest: true },
    ])
    expect(summary.recall).toBeCloseTo((0.75 + 0.025) / 2, 10)
    expect(summary.precisions[2]?.share).toBeCloseTo((0.3 * 0.3875) / (0.3 * 0.3875 + 0.7 * (4 / 300)), 10)
    expect(summary.flags).toEqual([
      { name: 'speeder', honest: 5 / 300, careless: 1, farms: 0 },
      { name: 'twins', honest: 0, careless: 0, farms: 0.5 },
    ])
  })

  it('are kept when few enough are held', () => {
    const few = Array.from({ length: 1000 }, (_, n) => outcome('English', n < 8, 0))
    expect(summaryOf(few).isKept).toBe(true)
    expect(summaryOf([...few, outcome('English', true, 0)]).isKept).toBe(false)
  })

  it('say in words what is too often wrong and what is not seen', () => {
    const text = textOf(summaryOf(made), 'npm run simulate:fraud -- --seed 7', 3)
    expect(text).toContain('| twins | 40 | 30 | 75.0 % | 59.8 – 85.8 % |')
    expect(text).toContain('**More than 2 % of: hurried**')
    expect(text).toContain('**Not told from honest people: mutual fill.**')
    expect(text).toContain('Held were 4 of 300 honest people, 133 of 10,000')
    expect(text).toContain('3 of the farms’ came to no end')
  })

  it('stand between their marks in the page, once however often they are written', () => {
    const once = withFigures('# Fairness\n\nBefore.\n', 'one')
    expect(withFigures(`${once}\nBehind.\n`, 'two')).toBe(
      '# Fairness\n\nBefore.\n\n<!-- figures of simulate:fraud -->\ntwo\n<!-- end of figures -->\n\nBehind.\n',
    )
  })

  it('are drawn with a row for every group and kind', () => {
    const picture = pictureOf(made)
    for (const who of [...groups, ...kinds]) expect(picture).toContain(`>${who}</text>`)
    expect(picture).toContain('75.0 % of 40')
  })
})
