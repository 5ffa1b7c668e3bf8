import { expect, test } from 'vitest'
import { largestBody } from '../../../../src/platform/http/form.ts'
import { oversizedPages } from '../../../../src/survey/questionnaire/checks/form-size.ts'
import { detailMaxLength } from '../../../../src/survey/questionnaire/page/view.ts'
import { ask, option, page, row, small } from '../small.ts'

const texts = (...lengths: number[]) =>
  page(
    'one',
    lengths.map((maxLength, n) => ask(`Q${n}`, 'text', { maxLength })),
  )

test.each([
  [[500, 500, 500], false],
  [[7_000], false],
  [[10_000], true],
  [[4_000, 4_000], true],
] as const)('a page whose texts may have %j signs can be sent in Chinese or not', (lengths, isOver) => {
  const [found] = oversizedPages(small([texts(...lengths)]))
  expect(found !== undefined).toBe(isOver)
  // What is not found is really sent, as a browser encodes it.
  const posted = new URLSearchParams(lengths.map((length, n): [string, string] => [`Q${n}`, '字'.repeat(length)]))
  expect(String(posted).length > largestBody).toBe(isOver)
})

test('what a page comes to is its texts, each of its fields, and what is around them', () => {
  const whole = page('one', [
    ask('Q1', 'text', { maxLength: 10_000 }),
    ask('Q2', 'matrix', { rows: [row(1), row(2), row(3)], scale: [option(1), option(2)] }),
    ask('Q3', 'single', { options: [option(1), option(2, { detail: 'text' })] }),
  ])
  const bytes = 2_000 + (10_000 * 9 + 40) + 3 * 40 + (detailMaxLength * 9 + 40)
  expect(oversizedPages(small([whole]))).toEqual([{ page: whole, bytes }])
})

test('a text that an option asks for counts as well, and stands in a shared list as it does in the question', () => {
  const asking = (...given: Parameters<typeof option>) =>
    small(
      [
        page(
          'one',
          Array.from({ length: 80 }, (_, n) => ask(`Q${n}`, 'single', { options: { set: 'all' } })),
        ),
      ],
      {
        sets: { all: [option(...given)] },
      },
    )
  expect(oversizedPages(asking(1, { detail: 'text' }))).toHaveLength(1)
  expect(oversizedPages(asking(1))).toEqual([])
})
