/** A workbook in words, with its codebook. */
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { xlsx } from '../../../../src/survey/exports/formats/xlsx/index.ts'
import type { Value } from '../../../../src/survey/variables/variable.ts'
import { text } from '../../questionnaire/small.ts'
import { blank, code, dictionary, gone, variable, written } from './write.ts'

const variables = [
  variable('response', { type: 'text', maxBytes: 64, label: text('response') }),
  variable('Q01', { codes: [code(1, 'Hong Kong'), code(97, 'does not apply', true), blank] }),
  variable('months', { measure: 'scale', codes: [blank] }),
  variable('since', { type: 'day', codes: [blank] }),
  variable('remarks', { type: 'text', maxBytes: 40_000, codes: [blank, gone] }),
]

const sheetsOf = async (records: readonly (readonly Value[])[]) => {
  const { sheets } = await readXlsx(await written(xlsx, dictionary(variables), records, { language: 'zh-Hans' }))
  return sheets
}

test('numbers are numbers, days are dates, references are texts, and codes are words in the language of the file', async () => {
  const [answers] = await sheetsOf([
    ['0012345678901234567', 1, 12, '2026-09-01', 'fine'],
    ['r2', 97, -1, -1, -2],
    ['r3', null, null, null, null],
  ])
  expect(answers?.name).toBe('答卷')
  expect(answers?.rows).toEqual([
    ['response response简', 'Q01 Q01', 'months months', 'since since', 'remarks remarks'],
    ['0012345678901234567', 'Hong Kong', 12, new Date('2026-09-01T00:00:00Z'), 'fine'],
    ['r2', 'does not apply', '(left blank)', '(left blank)', '(erased)'],
    ['r3', null, null, null, null],
  ])
})

test('what was typed stays as it was typed, and nothing of it is a formula', async () => {
  const typed = ['=1+1', '@SUM(A1)', ' kept ', 'a\nb\r\nc', '<b>&amp;"', '_x0041_', '\u000b', '😀', '+852', `'`, '-1']
  const records = typed.map((text, at): Value[] => [`r${at}`, null, null, null, text])
  const bytes = await written(xlsx, dictionary(variables), records)
  const { sheets } = await readXlsx(bytes, { readStyles: false })
  expect(sheets[0]?.rows.slice(1).map((row) => row[4])).toEqual(typed)
  for (const cell of sheets[0]?.cells?.values() ?? []) expect(cell.formula).toBeUndefined()
})

test('a text that no cell can hold is cut, and says so by its end', async () => {
  const [answers] = await sheetsOf([['r1', null, null, null, 'x'.repeat(40_000)]])
  const text = String(answers?.rows[1]?.[4])
  expect([text.length, text.at(-1)]).toEqual([32_767, '…'])
})

test('the second sheet says what every column and every value means, and which are missing', async () => {
  const [, codebook] = await sheetsOf([])
  expect(codebook?.name).toBe('编码手册')
  const rows = codebook?.rows.map((row) => row.map((cell) => cell ?? null)) ?? []
  expect(rows[0]).toEqual(['变量', '名称', '变量标签', '取值', '取值标签', '缺失'])
  expect(rows.slice(2, 6)).toEqual([
    ['Q01', null, 'Q01', null, null, null],
    [null, null, null, 1, 'Hong Kong', null],
    [null, null, null, 97, 'does not apply', '缺失值'],
    [null, null, null, -1, '(left blank)', '缺失值'],
  ])
})
