/** What a file of answers means, with the wordings of every correction beside the code that they were of. */

import { expect, test } from 'vitest'
import { wholeText } from '../../../schema/text.ts'
import { codebookFile } from '../../../src/survey/exports/formats/codebook/csv.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { records } from '../../support/parse-csv.ts'
import { ask, option, page, small, text } from '../questionnaire/small.ts'

test('a label that was but its code, and was put into words later, stands beside that code', () => {
  const asked = (first: string, second: string) =>
    small([
      page('start', [
        ask('Q1', 'single', { options: [option(1, { label: text(first) }), option(2, { label: text(second) })] }),
      ]),
    ])
  const plain = wholeText({ en: '1' })
  const before = asked('1', 'Two')
  const [question] = before.pages[0]?.questions ?? []
  if (question?.type === 'single' && Array.isArray(question.options) && question.options[0])
    question.options[0].label = plain
  const versions = [
    { n: 1, version: 'a', dataVersion: 'a', questionnaire: before },
    { n: 2, version: 'b', dataVersion: 'a', questionnaire: asked('One', 'Two') },
  ]
  const lines = (of: typeof versions) =>
    records(codebookFile(dictionaryOf(of, {})).replace('\uFEFF', ''))
      .filter(({ column, code }) => column === 'Q1' && code !== '')
      .map(({ code, version, en }) => [code, version, en])
  expect(lines(versions)).toEqual([
    ['1', 'b', 'One'],
    ['1', 'a', '1'],
    ['2', 'b', 'Two'],
  ])
  expect(lines(versions.toReversed())).toEqual([
    ['1', 'a', '1'],
    ['1', 'b', 'One'],
    ['2', 'a', 'Two'],
  ])
})
