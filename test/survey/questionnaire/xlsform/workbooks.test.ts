/** Workbooks as other programs write them, and as nobody should: each is read, or refused with a way on. */
import { describe, expect, test } from 'vitest'
import { readXlsform } from '../../../../src/survey/questionnaire/xlsform/xlsform.ts'
import { honest, main, rows, workbookOf } from '../../../reconciliation/formats/hostile/workbook-parts.ts'

const book = honest.book.replace('name="S"', 'name="survey"')
const text = (at: string, words: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
const head = `<row r="1">${text('A1', 'type')}${text('B1', 'name')}${text('C1', 'label')}${text('D1', 'constraint')}</row>`
const question = (n: number) =>
  `<row r="${n}">${text(`A${n}`, 'text')}${text(`B${n}`, `q${n}`)}${text(`C${n}`, 'Words')}</row>`
const survey = (inside: string) => workbookOf({ book, sheet: rows(head + inside) })

async function asked(bytes: Uint8Array) {
  const result = await readXlsform(bytes, 'form.xlsx')
  if ('faults' in result) return result.faults.map(({ sheet, code }) => `${sheet}!${code}`)
  return (result.questionnaire as { pages: { questions: { text: unknown }[] }[] }).pages.flatMap(
    ({ questions }) => questions,
  )
}

describe('a cell is read', () => {
  const strings = `<sst xmlns="${main}"><si><t>Shared words</t></si><si><r><t>Rich </t></r><r><rPr><b/></rPr><t>words</t></r></si></sst>`
  test.each([
    ['from the shared strings', '<c r="C2" t="s"><v>0</v></c>', 'Shared words'],
    ['of rich text', '<c r="C2" t="s"><v>1</v></c>', 'Rich words'],
    ['of rich text in place', '<c r="C2" t="inlineStr"><is><r><t>Rich </t></r><r><t>too</t></r></is></c>', 'Rich too'],
    ['that a formula gives', '<c r="C2" t="str"><f>CONCAT("a","b")</f><v>ab</v></c>', 'ab'],
    ['that is a number', '<c r="C2"><v>2024</v></c>', '2024'],
    ['that is a date', '<c r="C2" s="1"><v>46070</v></c>', '2026-02-17'],
    ['that is true', '<c r="C2" t="b"><v>1</v></c>', 'true'],
    ['with escaped signs', '<c r="C2" t="inlineStr"><is><t>a_x000D_b &lt;c&gt;</t></is></c>', 'a\rb <c>'],
  ])('%s', async (_, cell, words) => {
    const sheet = rows(`${head}<row r="2">${text('A2', 'text')}${text('B2', 'a')}${cell}</row>`)
    expect(await asked(workbookOf({ book, sheet, strings }))).toMatchObject([{ text: { en: words } }])
  })
})

test('of merged cells the first has what they say', async () => {
  const merged = rows(`${head}${question(2)}${question(3)}`).replace(
    '</worksheet>',
    '<mergeCells><mergeCell ref="C2:D2"/></mergeCells></worksheet>',
  )
  expect(await asked(workbookOf({ book, sheet: merged }))).toHaveLength(2)
})

test('rows that are left out of the file count: a fault is told where people see it', async () => {
  const result = await readXlsform(survey(question(2) + question(9).replace('>text<', '>tekst<')), 'form.xlsx')
  expect(result).toMatchObject({ faults: [{ sheet: 'survey', cell: 'A9', code: 'unknown_type' }] })
})

test('a workbook of one sheet has the questions on it, whatever it is called', async () => {
  expect(await asked(workbookOf({ sheet: rows(head + question(2)) }))).toHaveLength(1)
})

describe('refused', () => {
  const many = (count: number, make: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => make(n + 2)).join('')
  test.each<[string, () => Uint8Array, string]>([
    ['a workbook of Excel 97', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), '!old_workbook'],
    ['no workbook', () => new TextEncoder().encode('type,name,label'), '!no_workbook'],
    ['nothing', () => new Uint8Array(), '!no_workbook'],
    ['half of one', () => survey(question(2)).slice(0, 900), '!no_workbook'],
    ['more bytes than a form has', () => new Uint8Array(1_048_577), '!too_large'],
    ['a bomb', () => survey(' '.repeat(17 * 1_048_576)), '!too_large'],
    ['more rows', () => survey(many(2_000, question)), 'survey!too_many_rows'],
    ['a row far below', () => survey(question(2) + question(1_048_576)), 'survey!too_many_rows'],
    ['a cell far to the right', () => survey(`<row r="2">${text('XFD2', 'x')}</row>`), 'survey!too_many_columns'],
    [
      'empty rows without end',
      () => survey(many(100_001, (n) => `<row r="${n}"><c r="A${n}"/></row>`)),
      'survey!too_many_rows',
    ],
  ])('%s', async (_, bytes, fault) => {
    expect(await asked(bytes())).toEqual([fault])
  })

  test('but not for the empty rows that a sheet of Excel 97 keeps when it is saved anew', async () => {
    const emptyRows = many(65_536, (n) => `<row r="${n}"><c r="A${n}"/></row>`)
    expect(await asked(survey(question(2) + emptyRows.slice(emptyRows.indexOf('<row r="3"'))))).not.toContain(
      'survey!too_many_rows',
    )
  })

  test('an entity is never unfolded', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`
    const sheet = laughs + rows(`${head}<row r="2">${text('A2', 'text')}${text('B2', 'a')}${text('C2', '&c;')}</row>`)
    expect(JSON.stringify(await asked(workbookOf({ book, sheet }))).length).toBeLessThan(1_000)
  })
})
