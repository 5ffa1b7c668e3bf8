import type { Text } from '../../../schema/questionnaire.ts'
import { wholeText } from '../../../schema/text.ts'
import type { Posted } from '../../../src/platform/http/form.ts'
import type { PageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import type { OptionView, ValidationError } from '../../../src/survey/questionnaire/page/view.ts'

/** One text in three languages that can be told apart. */
export function text(name: string): Text {
  return wholeText({ en: `${name} en`, 'zh-Hans': `${name} 简`, 'zh-Hant': `${name} 繁` })
}

const options = (...codes: number[]): OptionView[] => codes.map((code) => ({ code, label: text(`option ${code}`) }))
const other: OptionView = { code: 90, label: text('other'), detail: 'text' }
const country: OptionView = {
  code: 5,
  label: text('elsewhere'),
  detail: { list: [{ code: 'JP', label: text('Japan') }] },
}
const base = (code: string) => ({ code, text: text(`question ${code}`), hint: text('hint'), optional: false })

/** A page with a question of every type and a consent. */
export const samplePage: PageView = {
  code: 'sample',
  title: text('A page'),
  consents: [{ code: 'C0a', text: text('I agree') }],
  questions: [
    { ...base('Q01'), type: 'single', options: [...options(1, 2), other] },
    { ...base('Q02'), type: 'single', options: [...options(1, 2), country] },
    {
      ...base('Q03'),
      type: 'multi',
      min: 1,
      max: 3,
      options: [
        ...options(1, 2, 3, 4),
        { code: 0, label: text('none'), exclusive: true },
        { code: 7, label: text('rare'), hidden: true },
        other,
      ],
    },
    { ...base('Q04'), type: 'rank', max: 3, options: [...options(1, 2, 3), other] },
    {
      ...base('Q05'),
      type: 'matrix',
      rows: [
        { field: '1', code: '1', label: text('row one') },
        { field: '8', code: 'AC', label: text('attention') },
      ],
      options: options(1, 2, 3, 4, 5, 97),
    },
    { ...base('Q06'), type: 'scale', options: options(1, 2, 3, 4, 5, 97) },
    { ...base('Q07'), type: 'nps', low: text('not likely'), high: text('very likely') },
    { ...base('Q08'), type: 'year', min: 2010, max: 2030 },
    { ...base('Q09'), type: 'year', min: 1930, max: 2012 },
    { ...base('Q10'), type: 'number', min: 0, max: 120, unit: text('months') },
    { ...base('Q11'), optional: true, type: 'text', maxLength: 300 },
    { ...base('Q12'), type: 'date', min: '2026-09-01', max: '2028-08-31' },
    { ...base('N1'), type: 'note' },
  ],
  at: 3,
  of: 9,
}

/** The page's form with an answer at every question. */
export const samplePosted: Posted = {
  C0a: ['1'],
  Q01: ['90'],
  'Q01.text': ['typed'],
  Q02: ['5'],
  'Q02.text': ['JP'],
  Q03: ['1', '7'],
  'Q04.1': ['3'],
  'Q04.2': ['1'],
  'Q05.1': ['4'],
  'Q05.8': ['2'],
  Q06: ['97'],
  Q07: ['10'],
  Q08: ['2024'],
  Q09: ['2001'],
  Q10: ['12'],
  Q11: ['a < b'],
  Q12: ['2027-06-05'],
}

/** Something wrong with every field of the page, and with one that is not on it. */
export const sampleErrors: ValidationError[] = [
  { field: 'C0a', code: 'consent' },
  { field: 'Q01', code: 'required' },
  { field: 'Q01.text', code: 'detail_missing' },
  { field: 'Q02.text', code: 'unknown_code' },
  { field: 'Q03', code: 'too_many', limits: { max: 3 } },
  { field: 'Q04', code: 'required' },
  { field: 'Q04.2', code: 'twice' },
  { field: 'Q05.1', code: 'required' },
  { field: 'Q06', code: 'required' },
  { field: 'Q07', code: 'out_of_range', limits: { min: 0, max: 10 } },
  { field: 'Q08', code: 'required' },
  { field: 'Q09', code: 'out_of_range', limits: { min: 1930, max: 2012 } },
  { field: 'Q10', code: 'wrong_type' },
  { field: 'Q11', code: 'too_long', limits: { max: 300 } },
  { field: 'Q12', code: 'too_early', limits: { day: '2026-09-01' } },
  { field: 'Q99', code: 'not_shown' },
]
