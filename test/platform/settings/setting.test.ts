import { expect, it } from 'vitest'
import {
  httpAddress,
  integer,
  matchingText,
  oneOf,
  parsed,
  readSettings,
} from '../../../src/platform/settings/setting.ts'

const settings = {
  COUNT: integer(7, 1, 20),
  NAME: matchingText(),
  CODE: matchingText(/^[A-Z]{2}$/, 'has two capitals', 'CN'),
  MODE: oneOf(['calm', 'loud'], 'calm'),
  PLACE: parsed<string | undefined>(httpAddress, undefined),
}

it.each([
  ['nothing', {}, { COUNT: 7, NAME: undefined, CODE: 'CN', MODE: 'calm', PLACE: undefined }],
  ['variables that are empty', { COUNT: '', CODE: '', NAME: '' }, { COUNT: 7, CODE: 'CN', NAME: undefined }],
  ['bounds', { COUNT: '20' }, { COUNT: 20 }],
  ['a number as a Worker’s variables may have it', { COUNT: 1 }, { COUNT: 1 }],
  ['words', { NAME: 'a b', CODE: 'HK', MODE: 'loud' }, { NAME: 'a b', CODE: 'HK', MODE: 'loud' }],
  ['an address', { PLACE: ' https://a.example/x ' }, { PLACE: 'https://a.example/x' }],
  ['a variable that is no setting', { OTHER: 'x' }, { COUNT: 7 }],
])('of %s settings come to what they take, and else to what holds unless they are set', (_, env, come) => {
  const { values, mistakes } = readSettings(settings, env)
  expect(mistakes).toEqual([])
  expect(values).toMatchObject(come)
  expect(values).not.toHaveProperty('OTHER')
})

it.each([
  [{ COUNT: '0' }, 'COUNT: is no whole number from 1 to 20'],
  [{ COUNT: '21' }, 'COUNT: is no whole number from 1 to 20'],
  [{ COUNT: '2.5' }, 'COUNT: is no whole number from 1 to 20'],
  [{ COUNT: ' ' }, 'COUNT: is no whole number from 1 to 20'],
  [{ COUNT: 'eighty' }, 'COUNT: is no whole number from 1 to 20'],
  [{ COUNT: true }, 'COUNT: is no whole number from 1 to 20'],
  [{ NAME: 5 }, 'NAME: is no text'],
  [{ NAME: { a: 1 } }, 'NAME: is no text'],
  [{ CODE: 'hk' }, 'CODE: has two capitals'],
  [{ MODE: 'Loud' }, 'MODE: is none of calm, loud'],
  [{ PLACE: 'ftp://a.example' }, 'PLACE: is no address such as https://survey.example.org'],
  [{ PLACE: 'http:a.example' }, 'PLACE: is no address such as https://survey.example.org'],
  [{ PLACE: 'https://a b' }, 'PLACE: is no address such as https://survey.example.org'],
])('%j is one line, which does not quote it', (env, line) => {
  expect(readSettings(settings, env).mistakes).toEqual([line])
})
