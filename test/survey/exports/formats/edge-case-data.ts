/** Answers that a file could get wrong: every type of question, every way not to answer, two versions that mean different things. */

import type { Answers } from '../../../../schema/answers.ts'
import type { Option, Text } from '../../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../../schema/shapes/questionnaire.ts'
import { wholeText } from '../../../../schema/text.ts'
import { dictionaryOf } from '../../../../src/survey/variables/dictionary.ts'
import { recordOf } from '../../../../src/survey/variables/record.ts'
import type { AskedVersion, Value } from '../../../../src/survey/variables/variable.ts'

const t = (en: string, hans = en): Text => wholeText({ en, 'zh-Hans': hans, 'zh-Hant': hans })
const option = (code: number, label = t(`Option ${code}`, `选项${code}`), more: Partial<Option> = {}) => ({
  code,
  label,
  ...more,
})
const long = '工作日在陆路口岸排队等候'.repeat(25)
const none = [
  option(97, t('N/A', '不适用')),
  option(98, t('Do not know', '不知道')),
  option(99, t('Rather not', '不愿回答')),
]
const noneOf = none.map((one) => ({ ...one, exclusive: true, last: true }))
const ask = (code: string, type: string, text: Text, rest: object = {}) => {
  return { code, name: `name_of_${code.toLowerCase()}`, type, text, optional: true, ...rest }
}

/** @param fifth what the fifth option of a hundred says */
function asked(fifth: Text) {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1 + (at > 95 ? 4 : 0))
  return questionnaireSchema.parse({
    code: 'odd',
    title: t('Odd, "quoted" <data> & more', long),
    facts: [],
    sets: { degrees: [option(1), option(2), ...none] },
    lists: { towns: [{ code: 'HK', label: t('Hong Kong', '香港') }] },
    place: 'Q01',
    rates: {},
    pages: [
      {
        code: 'place',
        title: t('Place'),
        lease: true,
        consents: [{ code: 'C1', text: t('I agree.') }],
        questions: [
          ask('Q01', 'single', t(`Where ${'x'.repeat(300)}`, long), {
            optional: undefined,
            options: [
              option(1, t('A', long), { short: t('A', '甲') }),
              option(2, t(`O'Brien; "q" <b>\t=1+1`, '二')),
              option(3, t('Elsewhere'), { detail: { list: 'towns' } }),
              option(4, t('In words'), { detail: 'text' }),
              ...none,
            ],
          }),
        ],
      },
      {
        code: 'all',
        title: t('All'),
        questions: [
          ask('QM', 'multi', t('A hundred', long), {
            options: [
              ...hundred.map((code) =>
                option(code, code === 5 ? fifth : undefined, code === 7 ? { when: { q: 'Q01', in: [1] } } : {}),
              ),
              ...noneOf,
            ],
          }),
          ask('QH', 'number', t('Whole'), { min: -1_000, max: 999_999_999_999 }),
          ask('Qs', 'number', t('Small'), { min: -5, max: 5 }),
          ask('QD', 'date', t('Day'), { min: '1800-01-01', max: '2499-12-31' }),
          ask('QT', 'text', t('Text', long), { maxLength: 10_000 }),
          ask('QN', 'text', t('Nobody answered'), { maxLength: 100 }),
          ask('QY', 'year', t('Year'), { min: 1900, max: 2012 }),
          ask('Q_', 'rank', t('Rank'), { options: [1, 2, 3, 4].map((code) => option(code)), max: 3 }),
          ask('WITH', 'nps', t('Reserved'), { low: t('no'), high: t('yes') }),
          ask('QG', 'matrix', t('Grid'), {
            rows: [
              { code: 1, label: t('One', '一') },
              { code: 2, label: t('Two', '二'), when: { q: 'Q01', in: [1, 2] } },
            ],
            scale: { set: 'degrees' },
          }),
          ask('QS', 'scale', t('Degree'), { options: { set: 'degrees' } }),
          ask('QH2', 'text', t('Shown to few'), { maxLength: 50, when: { q: 'Q01', in: [2] } }),
        ],
      },
    ],
  })
}

const versions: readonly AskedVersion[] = [asked(t('The fifth')), asked(t('Another fifth', '另一个五'))].map(
  (questionnaire, at) => ({ n: at + 1, version: `v-${at + 1}`, dataVersion: `v-${at + 1}`, questionnaire }),
)

export const edgeCaseDictionary = dictionaryOf(versions, {})

/** By the version, from 0. A number of -1 that was typed stands in a list; one text is longer than SPSS has room for. */
const cases: readonly (readonly [number, Answers])[] = [
  [
    0,
    {
      ...{ C1: 1, Q01: 1, QM: [1, 7, 104], QH: -1_000, Qs: [-1], QD: '1800-01-01', QT: `${'😀'.repeat(9_000)}ab` },
      ...{ QN: -1, QY: 1900, Q_: [4, 1], WITH: 0, QG: { 1: 1, 2: 99 }, QS: 97 },
    },
  ],
  [
    1,
    {
      ...{ C1: 1, Q01: 3, 'Q01.text': 'HK', QM: [97], QH: [-1], Qs: -5, QD: '1899-12-31', QT: '-1', QN: -1, QY: -1 },
      ...{ Q_: -1, WITH: 10, QG: { 1: 98 }, QS: -1 },
    },
  ],
  [
    1,
    {
      ...{ Q01: 2, QM: Array.from({ length: 96 }, (_, at) => at + 1), QH: 999_999_999_999, Qs: 5, QD: '2499-12-31' },
      ...{ QT: '=1+1\n"x",y\t;\r\nz\u000b\u2028\u0085', QY: 2012, Q_: [1, 2, 3], WITH: 5, QG: { 1: 2, 2: 1 }, QS: 2 },
      QH2: '@SUM(A1)',
    },
  ],
  [1, { Q01: 4, 'Q01.text': '\ufeff+852', QM: [5], QH: 0, Qs: -1, QD: '1900-02-28', QT: '   ', QS: 98 }],
  [0, { Q01: 99, QM: [5], QD: '1900-03-01', QT: `${'😀'.repeat(8_191)}ab`, Qs: 0 }],
  [0, { Q01: 97, QM: -1, QH: -1, QD: '2262-04-12', QT: '-2' }],
  [1, { Q01: 98, QD: -1, QT: 'NULL' }],
  [0, { Q01: 2, QT: '\\n', QH2: "'" }],
  [1, { Q01: 4, 'Q01.text': -2, QT: -2 }],
]

/** One of each way to end, a text whose key was erased among them. */
const statuses = ['complete', 'held', 'rejected', 'withdrawn']

export const edgeCaseRecords: Value[][] = cases.map(([version, answers], at) => {
  const { version: id, questionnaire } = versions[version] as AskedVersion
  const about = edgeCaseDictionary.variables.findIndex(({ column }) => column !== null)
  const begin = [`r${at}`, id, statuses[at % 4] ?? '', 'en', 'zh-Hans', '2026-11-20'].slice(0, about)
  return recordOf(edgeCaseDictionary, questionnaire, answers, { seed: 's', facts: {} }, begin)
})
