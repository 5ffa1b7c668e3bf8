/** That the checker looks at every text and every condition, wherever it stands, and knows what may be named there. */

import { expect, test } from 'vitest'
import { languages } from '../../../../schema/text.ts'
import { alike, ask, option, text } from '../small.ts'
import { errorsAfter, sound } from './sound.ts'

test('a short form is a text like any other', () => {
  const path = 'pages[0].questions[0].options[1]'
  const short = { ...text('x'), 'zh-Hant': '  ' }
  expect(errorsAfter(path, option(2, { short }))).toEqual([`${path}.short.zh-Hant: missing translation`])
})

test('an attention row may name its target and the code of it', () => {
  expect(errorsAfter('pages[2].questions[2].attention.label', alike('{target} ({target_code})'))).toEqual([])
})

test('a set may name what stands before the first page that uses it', () => {
  const label = alike('{Q3}')
  expect(errorsAfter('sets.scale[0].label', label)).toEqual([])
  const base = structuredClone(sound)
  base.pages[1]?.questions.push(ask('Q9', 'scale', { options: { set: 'scale' } }))
  expect(errorsAfter('sets.scale[0].label', label, base)).toEqual(
    languages.map((language) => `sets.scale[0].label.${language}: {Q3} is not on an earlier page`),
  )
})

test('a wording hangs on what is there', () => {
  const path = 'pages[1].questions[0].text'
  const wording = (fact: string) => [{ when: { fact }, text: text('a') }, { text: text('b') }]
  expect(errorsAfter(path, wording('flag'))).toEqual([])
  expect(errorsAfter(path, wording('moon'))).toEqual([`${path}[0].when.fact: moon is not a fact`])
})
