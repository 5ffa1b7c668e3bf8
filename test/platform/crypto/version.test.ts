/** The canonical JSON of RFC 8785, and the version of a questionnaire made from it. */
import { describe, expect, test } from 'vitest'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { canonicalJson, versionOf } from '../../../src/platform/crypto/version.ts'
import { ask, option, page, small, text } from '../../survey/questionnaire/small.ts'

describe('canonical JSON', () => {
  test('has no space and its keys in order, at every depth', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: false })).toBe('{"a":false,"b":[1,{"c":true,"d":null}]}')
    expect(canonicalJson([])).toBe('[]')
    expect(canonicalJson({})).toBe('{}')
  })

  test('sorts keys by UTF-16 code units, not by code points or by language', () => {
    // The RFC's own list (section 3.2.3): a surrogate pair comes before U+FB33, "1" before letters, a longer key later.
    const keys = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö']
    const json = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))
    expect(Object.keys(JSON.parse(json) as object)).toEqual(['1', '\r', '\u0080', 'ö', '€', '😀', '\ufb33'])
    expect(json.indexOf('😀')).toBeLessThan(json.indexOf('\ufb33'))
    expect(canonicalJson({ aa: 1, a: 2, B: 3, 10: 4, 9: 5 })).toBe('{"10":4,"9":5,"B":3,"a":2,"aa":1}')
  })

  test('is the same whichever way keys stand, however deep', () => {
    const forwards = (levels: number): unknown =>
      levels === 0 ? [1, 'é', null] : { 10: 1, 9: 2, a: forwards(levels - 1), b: [{ c: 1, d: forwards(levels - 1) }] }
    const backwards = (levels: number): unknown =>
      levels === 0 ? [1, 'é', null] : { b: [{ d: backwards(levels - 1), c: 1 }], a: backwards(levels - 1), 9: 2, 10: 1 }
    expect(canonicalJson(backwards(1))).toBe('{"10":1,"9":2,"a":[1,"é",null],"b":[{"c":1,"d":[1,"é",null]}]}')
    for (const levels of [2, 3, 4, 5]) expect(canonicalJson(backwards(levels))).toBe(canonicalJson(forwards(levels)))
    expect(() => canonicalJson({ a: { b: { c: { d: { e: undefined } } } } })).toThrow('$.a.b.c.d.e ')
  })

  test('writes numbers as ECMAScript does', () => {
    const numbers = [
      Number('333333333.33333329'),
      1e30,
      4.5,
      2e-3,
      0.000000000000000000000000001,
      -0,
      1e21,
      1e20,
      5e-324,
    ]
    expect(canonicalJson(numbers)).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,100000000000000000000,5e-324]',
    )
  })

  test('escapes only what JSON must, the short way where there is one', () => {
    expect(canonicalJson('€$\u000f\u000aA\'B"\\\\"/\u2028')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028"')
    expect(canonicalJson('\b\t\f\r\u001b')).toBe('"\\b\\t\\f\\r\\u001b"')
  })

  test('changes no text: that is for whoever calls it', () => {
    expect(canonicalJson('e\u0301')).toBe('"e\u0301"')
  })

  test.each([
    ['NaN', [Number.NaN], '$[0]'],
    ['Infinity', { a: Number.POSITIVE_INFINITY }, '$.a'],
    ['undefined in an object', { a: { b: undefined } }, '$.a.b'],
    ['a hole in an array', new Array(2), '$[0]'],
    ['a lone surrogate', { a: 'x\ud800' }, '$.a'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '$'],
    ['a big integer', [1n], '$[0]'],
    ['a date', { on: new Date(0) }, '$.on'],
    ['a map', new Map(), '$'],
    ['a function', [() => 1], '$[0]'],
  ])('refuses %s and says where', (_, value, at) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
    expect(() => canonicalJson(value)).toThrow(`${at} `)
  })
})

describe('the version', () => {
  const of = (words: string): Questionnaire =>
    small([page('one', [ask('Q1', 'single', { options: [option(1, { label: text(words) })] })], { lease: true })])

  test('is 64 lower-case hex digits, and known for known content', async () => {
    expect(versionOf(studyAbroad)).toMatch(/^[0-9a-f]{64}$/)
    // sha256sum of the canonical JSON, made outside.
    expect(versionOf({} as Questionnaire)).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  test('does not depend on the order of keys', async () => {
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, backwards(member)]),
      )
    }
    expect(versionOf(backwards(studyAbroad) as Questionnaire)).toBe(versionOf(studyAbroad))
  })

  test('is the same for text that differs only in how it is composed', async () => {
    expect(versionOf(of('caf\u00e9'))).toBe(versionOf(of('cafe\u0301')))
  })

  test('differs when anything that a reader sees differs', async () => {
    expect(versionOf(of('coffee'))).not.toBe(versionOf(of('tea')))
    const rate = structuredClone(studyAbroad)
    rate.rates = { CNYHKD: { rate: '1.09', on: '2025-09-30' } }
    expect(versionOf(rate)).not.toBe(versionOf(studyAbroad))
    const order = structuredClone(studyAbroad)
    order.pages.reverse()
    expect(versionOf(order)).not.toBe(versionOf(studyAbroad))
  })

  test('does not hide two keys that compose to one', async () => {
    const twice = { ...studyAbroad, sets: { 'e\u0301': [], '\u00e9': [] } }
    expect(() => versionOf(twice)).toThrow(TypeError)
  })
})
