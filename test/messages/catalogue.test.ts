/** The catalogue as it stands, and what its generator refuses. */
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { languages } from '../../schema/questionnaire.ts'
import { compileArea, leavesOf } from '../../scripts/compile-messages.ts'
import { generated, readCatalogue, written } from '../../scripts/messages.ts'

/** An English word may be its own key, as "optional" is; what no reader would be shown is not. */
const isKey = (text: string, path: string, language: string) =>
  text === path.split('.').at(-1) && (language !== 'en' || /[A-Z_]/.test(text))

describe('the catalogue', () => {
  const catalogue = readCatalogue()

  test('has nothing that is missing, too many, different or broken in any language', () => {
    expect(generated(catalogue).problems).toEqual([])
    for (const byLanguage of catalogue.values()) expect(Object.keys(byLanguage).sort()).toEqual([...languages].sort())
  })

  test('is what the modules of messages/generated were made from', () => {
    expect(written(), 'run `npm run messages` and commit what it writes').toEqual(generated(catalogue).files)
  })

  test('has no message that is empty, or only its key', () => {
    const bare = [...catalogue].flatMap(([area, byLanguage]) =>
      Object.entries(byLanguage).flatMap(([language, tree]) =>
        leavesOf(tree)
          .filter(([path, text]) => text.trim() === '' || isKey(text, path, language))
          .map(([path]) => `${language}/${area}.json ${path}`),
      ),
    )
    expect(bare).toEqual([])
  })
})

describe('a catalogue is refused', () => {
  const problemsOf = (en: object, zh: object = en) =>
    compileArea('one', { en: en as never, 'zh-Hans': zh as never }, ['en', 'zh-Hans']).problems

  test.each([
    ['when a key is missing', { a: 'A', b: 'B' }, { a: '甲' }, /zh-Hans\/one\.json b: missing/],
    ['when a key is too many', { a: 'A' }, { a: '甲', b: '乙' }, /en\/one\.json b: missing/],
    ['when a text stands for a group', { a: { b: 'B' } }, { a: '甲' }, /a\.b: missing/],
    ['when a parameter is missing', { a: 'A {n}' }, { a: '甲' }, /\{n\} is not in zh-Hans/],
    ['when a parameter is too many', { a: 'A' }, { a: '甲 {n}' }, /\{n\} is not in en/],
    ['when a parameter has another name', { a: 'A {n}' }, { a: '甲 {m}' }, /\{n\} is not in zh-Hans/],
    ['when a case is missing', { a: '{n, select, x {X} other {}}' }, { a: '{n, select, other {甲}}' }, /elsewhere/],
    ['when a brace is open', { a: 'A {n' }, { a: '甲 {n}' }, /en\/one\.json a: /],
    ['when a plural has no other', { a: '{n, plural, one {A}}' }, { a: '甲 {n}' }, /en\/one\.json a: /],
    ['when a plural has a case that the language has not', { a: '{n, plural, few {A} other {B}}' }, {}, /few/],
    ['when it formats by itself', { a: '{n, number}' }, { a: '{n}' }, /format it before/],
    ['when a parameter could not be a variable', { a: '{0}' }, { a: '{0}' }, /named like a variable/],
    ['when it is a list', { a: ['A'] }, { a: '甲' }, /a: a message is a text/],
  ])('%s', (_, en, zh, expected) => {
    expect(problemsOf(en, zh).join('\n')).toMatch(expected)
  })

  test('when a language is missing', () => {
    expect(compileArea('one', { en: { a: 'A' } }, ['en', 'zh-Hans']).problems).toEqual([
      'messages/zh-Hans/one.json is missing',
    ])
  })
})

describe('a module of messages', () => {
  const en = {
    plain: "It's `this` $'{'that'}'",
    named: 'From {from} to {to}',
    counted: '{n, plural, =0 {none} one {# item of {box}} other {# items of {box}}}',
    chosen: '{kind, select, day {a day} other {something}}',
  }
  const de = { ...en, counted: '{n, plural, =0 {keine} one {# Ding in {box}} other {# Dinge in {box}}}' }

  /** The module's messages in English and German, run as JavaScript. */
  function made() {
    const { code, problems } = compileArea('two-words', { en, de }, ['en', 'de'])
    expect(problems).toEqual([])
    const module = { exports: {} as { twoWordsMessages: (language: string) => Record<string, unknown> } }
    new Function('module', transformSync(code, { loader: 'ts', format: 'cjs' }).code)(module)
    return { code, messages: module.exports.twoWordsMessages }
  }

  test('says a plain text as a text, whatever stands in it', () => {
    expect(made().messages('en').plain).toBe(`It's \`this\` $\{that}`)
  })

  test('puts in what is named, counts and chooses', () => {
    const messages = made().messages('en') as Record<string, (of: object) => string>
    expect(messages.named?.({ from: 1, to: 'two' })).toBe('From 1 to two')
    expect([0, 1, 2].map((n) => messages.counted?.({ n, box: 'B' }))).toEqual(['none', '1 item of B', '2 items of B'])
    expect(['day', 'other'].map((kind) => messages.chosen?.({ kind }))).toEqual(['a day', 'something'])
  })

  test('counts as its language does', () => {
    const messages = made().messages('de') as Record<string, (of: object) => string>
    expect([1, 2].map((n) => messages.counted?.({ n, box: 'B' }))).toEqual(['1 Ding in B', '2 Dinge in B'])
  })

  test('asks for its parameters by name and type', () => {
    const { code } = made()
    expect(code).toContain('plain: string\n')
    expect(code).toContain('named: (of: { from: string | number; to: string | number }) => string')
    expect(code).toContain('counted: (of: { n: number; box: string | number }) => string')
    expect(code).toContain("chosen: (of: { kind: 'day' | 'other' }) => string")
    expect(code).toContain('export function twoWordsMessages(language: Language): TwoWordsMessages {')
  })
})
