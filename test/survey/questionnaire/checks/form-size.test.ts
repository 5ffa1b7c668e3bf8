import { expect, test } from 'vitest'
import { largestBody } from '../../../../src/platform/http/form.ts'
import { oversizedPages } from '../../../../src/survey/questionnaire/checks/form-size.ts'
import { ask, option, page, small } from '../small.ts'

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
