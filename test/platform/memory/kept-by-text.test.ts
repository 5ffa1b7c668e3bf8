import { expect, test } from 'vitest'
import { keptByText } from '../../../src/platform/memory/kept-by-text.ts'

function counted() {
  const keep = keptByText<string | null>({ most: 3, longest: 5 })
  let made = 0
  const ask = (text: string, thing: string | null = text) =>
    keep(text, () => {
      made += 1
      return thing
    })
  return { ask, made: () => made }
}

test('what is made of a text is made once, also where it is nothing, and of each text for itself', () => {
  const { ask, made } = counted()
  expect([ask('a'), ask('A'), ask('a '), ask('a'), ask('A'), ask('a ')]).toEqual(['a', 'A', 'a ', 'a', 'A', 'a '])
  expect(made()).toBe(3)
  const nothing = counted()
  expect([nothing.ask('a', null), nothing.ask('a', 'b')]).toEqual([null, null])
})

test('no more are kept than there is room for, and none that is longer', () => {
  const { ask, made } = counted()
  for (const text of ['a', 'b', 'c', 'd', 'a', 'b']) ask(text)
  expect(made()).toBe(6)
  for (const text of ['123456', '123456']) ask(text)
  expect(made()).toBe(8)
  ask('a')
  expect(made()).toBe(8)
})
