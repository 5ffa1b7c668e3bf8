/** The one check that takes its time: a hundred thousand combinations are tried before it gives up. */
import { describe, expect, test } from 'vitest'
import { ask, option } from '../small.ts'
import { errorsAfter, sound } from './sound.ts'

describe('routes', () => {
  test('too many combinations are refused, not guessed at', () => {
    const many = Array.from({ length: 20 }, (_, at) => option(at + 1))
    const base = structuredClone(sound)
    base.pages[1]?.questions.push(ask('Q10', 'multi', { options: many }))
    const when = { all: many.map(({ code }) => ({ q: 'Q10', in: [code] })) }
    expect(errorsAfter('pages[2].questions[2].when', when, base)).toEqual([
      'pages[1]: more than 100000 combinations of answers to tell apart: too many to check',
    ])
  })
})
