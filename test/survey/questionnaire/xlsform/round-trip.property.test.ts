/** What goes out as a form comes in again as it was: the same data, so the same version. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../../schema/shapes/questionnaire.ts'
import { templates } from '../../../../schema/templates/index.ts'
import { canonicalOf, versionOf } from '../../../../src/platform/crypto/version.ts'
import { readQuestionnaireJson, writeQuestionnaireJson } from '../../../../src/survey/questionnaire/xlsform/json.ts'
import { readXlsForm } from '../../../../src/survey/questionnaire/xlsform/reading/read-form.ts'
import { writeForm } from '../../../../src/survey/questionnaire/xlsform/writing/write-form.ts'
import { readXlsform, writeXlsform } from '../../../../src/survey/questionnaire/xlsform/xlsform.ts'
import { runs } from '../../../support/run/whole.ts'
import { ask, option, page, row, small, text } from '../small.ts'
import { everyType } from '../types/every-type.ts'
import { anyQuestionnaire } from './any-questionnaire.ts'

const whole: [string, Questionnaire][] = [
  ...templates.map(({ id, questionnaire }): [string, Questionnaire] => [id, questionnaire]),
  ['every type of question', everyType],
]

describe.each(whole)('%s', (_, questionnaire) => {
  test('comes back from its workbook as the same version, with nothing left out and nothing put in', async () => {
    const read = await readXlsform(await writeXlsform(questionnaire), 'form.xlsx')
    if ('faults' in read) expect(read.faults).toEqual([])
    else {
      expect(versionOf(read.questionnaire as Questionnaire)).toBe(versionOf(questionnaire))
      expect([read.leftOut, read.added, read.unfinished]).toEqual([[], [], []])
    }
  })

  test('comes back from its JSON as the same version', () => {
    const read = readQuestionnaireJson(writeQuestionnaireJson(questionnaire))
    expect('faults' in read ? read.faults : versionOf(read.questionnaire as Questionnaire)).toBe(
      versionOf(questionnaire),
    )
  })
})

test('no name stands twice, where a question is called by its code as a row of another is', () => {
  const scale = [option(1)]
  const questions = [
    ask('Q1', 'matrix', { rows: [row(1), row(2)], scale }),
    ask('Q1_2', 'single', { options: scale }),
    ask('Q1_2_2', 'matrix', { rows: [row(1)], scale, attention: { code: 'Q1_1', targets: [1], label: text('one') } }),
  ]
  const questionnaire = small([page('one', questions)])
  const form = writeForm(questionnaire)
  const names = form[0]?.rows.slice(1).flatMap((cells) => cells[1] ?? []) ?? []
  expect(names).toEqual([...new Set(names)])
  const read = readXlsForm(form, 'form')
  expect('faults' in read ? read.faults : canonicalOf(read.questionnaire)).toBe(canonicalOf(questionnaire))
})

test.each(['Q2_1', 'Q2', 'A1', 'C1', 'one', 'food'])(
  'no name stands twice, where two rows came with the name %s',
  (name) => {
    const label = text('one')
    const scale = [option(1), option(2)]
    const questionnaire = small([
      page(
        'one',
        [
          ask('Q1', 'matrix', { rows: [{ ...row(1), name }, row(2)], scale }),
          ask('Q2', 'matrix', {
            rows: [row(1), { ...row(2), name }],
            scale,
            attention: { code: 'A1', targets: [1], label },
          }),
        ],
        { consents: [{ code: 'C1', text: label }] },
      ),
    ])
    const form = writeForm(questionnaire)
    const names = form[0]?.rows.slice(1).flatMap((cells) => cells[1] ?? []) ?? []
    expect(names).toEqual([...new Set(names)])
    const read = readXlsForm(form, 'form')
    expect('faults' in read ? read.faults : canonicalOf(read.questionnaire)).toBe(canonicalOf(questionnaire))
  },
)

test('any questionnaire, finished or not, comes back from its sheets unchanged', () => {
  fc.assert(
    fc.property(anyQuestionnaire, (data) => {
      expect(questionnaireSchema.safeParse(data).error?.issues ?? []).toEqual([])
      const read = readXlsForm(writeForm(data as never), 'form')
      if ('faults' in read) expect(read.faults).toEqual([])
      else {
        expect(canonicalOf(read.questionnaire)).toBe(canonicalOf(data))
        expect([read.leftOut, read.added]).toEqual([[], []])
      }
    }),
    { numRuns: runs(100) },
  )
})

test('and from its workbook, whatever signs its texts have', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuestionnaire, async (data) => {
      const read = await readXlsform(await writeXlsform(data as never), 'form.xlsx')
      expect('faults' in read ? read.faults : canonicalOf(read.questionnaire)).toBe(canonicalOf(data))
    }),
    { numRuns: runs(20) },
  )
})
