/** The table of a question as a CSV file for people. Pure. */
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { byteOrderMark, guardedCsvRow } from '../../../platform/files/csv.ts'
import type { AskedQuestion } from '../../variables/variable.ts'
import { told } from './numbers.ts'
import type { Beside, Result, Share } from './result.ts'
import { numberOrDay, quantileName } from './said.ts'

type Row = (string | number | null)[]

/**
 * @param n how many are in the base of the page
 * @returns the file: what it is of and of how many, then a row for each line of the table; shares between 0 and 1
 */
export function tableFile({ code, label }: AskedQuestion, result: Result, n: number, language: Language): string {
  const about: Row[] = [
    [code, label[language]],
    [questionsMessages(language).base({ n }), questionsMessages(language).baseAbout],
    [questionsMessages(language).table.base, result.base],
    [],
  ]
  return byteOrderMark + [...about, ...rowsOf(result, language)].map(guardedCsvRow).join('')
}

function rowsOf(result: Result, language: Language): Row[] {
  const words = questionsMessages(language)
  const { table } = words
  const heads = [table.count, table.of, table.share, `${table.interval} ↓`, `${table.interval} ↑`]
  const figures = ({ count, of, share, interval }: Share): Row => [
    count,
    of,
    rounded(share),
    rounded(interval?.low ?? null),
    rounded(interval?.high ?? null),
  ]
  switch (result.kind) {
    case 'one':
    case 'several':
      return [
        [table.code, table.answer, ...heads],
        ...result.options.map((one): Row => [one.code.code, one.code.label[language], ...figures(one)]),
        ...besideRows(result.beside, language),
        ...(result.kind === 'one' && result.mean !== null ? [[null, table.mean, rounded(result.mean)]] : []),
        ...(result.kind === 'one' && result.median !== null ? [[null, words.numbers.median, result.median.value]] : []),
      ]
    case 'matrix':
      return [
        [table.row, table.code, table.answer, ...heads],
        ...result.rows.flatMap(({ variable, options, topTwo, mean, beside }) => {
          const row = (variable.part ?? variable.label)[language]
          return [
            ...options.map((one): Row => [row, one.code.code, one.code.label[language], ...figures(one)]),
            [row, null, table.topTwo, ...figures(topTwo)],
            [row, null, table.mean, rounded(mean)],
            ...besideRows(beside, language).map((line): Row => [row, ...line]),
          ]
        }),
      ]
    case 'nps': {
      const { score, interval } = result.nps
      return [
        [table.code, table.answer, table.count],
        ...result.counts.map((count, value): Row => [value, String(value), count]),
        [
          null,
          words.nps.score({ score: '' }).trim(),
          rounded(score),
          rounded(interval?.low ?? null),
          rounded(interval?.high ?? null),
        ],
        ...besideRows(result.beside, language),
      ]
    }
    case 'rank':
      return [
        [
          table.code,
          table.answer,
          table.score,
          ...(result.options[0]?.places ?? []).map((_, at) => table.place({ n: at + 1 })),
        ],
        ...result.options.map(
          ({ code, score, places }): Row => [code.code, code.label[language], rounded(score), ...places],
        ),
        ...besideRows(result.beside, language),
      ]
    case 'numbers':
      return [
        [table.figure, table.value],
        [table.mean, numberOrDay(result.numbers.mean, result.isDay, language)],
        ...told.map(
          (_, at): Row => [
            quantileName(at, words),
            numberOrDay(result.numbers.quantiles[at] ?? null, result.isDay, language),
          ],
        ),
        [],
        [table.range, table.count],
        ...result.numbers.bins.map(
          ({ from, to, count }): Row => [
            `${numberOrDay(from, result.isDay, language)} – ${numberOrDay(to, result.isDay, language)}`,
            count,
          ],
        ),
        ...besideRows(result.beside, language),
      ]
    case 'text':
      return [
        [words.table.answer, table.count],
        [words.text.wrote({ n: result.base }), result.base],
        ...besideRows(result.beside, language),
      ]
  }
}

function besideRows({ noAnswer, blank, notShown }: Beside, language: Language): Row[] {
  const words = questionsMessages(language).beside
  return [
    ...noAnswer.map(({ code, count }): Row => [code.code, code.label[language], count]),
    [-1, words.blank, blank],
    [null, words.notShown, notShown],
  ]
}

/** To six digits behind the point: enough to be added up again. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6))
}
