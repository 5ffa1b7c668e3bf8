/** The table of a question as a CSV file for people: the same columns for every type of question. Pure. */
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { byteOrderMark, guardedCsvRow } from '../../../platform/files/csv.ts'
import type { AskedQuestion, Code } from '../../variables/variable.ts'
import type { GroupedMedian } from '../statistics/quantiles.ts'
import { numberOrDay, quantileName, rounded } from './figure-text.ts'
import { quantilesShown } from './numbers.ts'
import type { NonAnswers, ResultFigures, Share } from './result.ts'

/** Item, code, answer, count, of how many, share, from, to, and a figure that is no share. */
type Row = [
  string | null,
  number | null,
  string,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | string | null,
]

/**
 * @param n how many are in the base of the page
 * @param said of its weights, if any; and whom it counts, where a filter leaves some of the base out
 * @returns the file: a row for each line of the table, after one for the base and one for those who answered; shares between 0 and 1
 */
export function tableFile(
  { code }: AskedQuestion,
  result: ResultFigures,
  n: number,
  language: Language,
  { weighted = null, counted }: { weighted?: string | null; counted?: string } = {},
): string {
  const words = questionsMessages(language)
  const { table } = words
  const heads = [table.row, table.code, table.answer, table.count, table.of, table.share]
  const ends = [`${table.interval} ↓`, `${table.interval} ↑`, table.value]
  const about: Row[] = [
    [null, null, counted ?? words.baseAbout, n, null, null, null, null, null],
    [null, null, table.base, result.base, null, null, null, null, null],
    ...(weighted === null ? [] : [valueRow(null, weighted, result.effective ?? result.base)]),
  ]
  const rows = [...about, ...rowsOf(result, language)].map((row) => guardedCsvRow([code, ...row]))
  return byteOrderMark + [guardedCsvRow([table.question, ...heads, ...ends]), ...rows].join('')
}

function shareRow(item: string | null, code: number | null, answer: string, of: Share): Row {
  return [
    item,
    code,
    answer,
    rounded(of.count),
    rounded(of.of),
    rounded(of.share),
    rounded(of.interval?.low ?? null),
    rounded(of.interval?.high ?? null),
    null,
  ]
}

function countRow(item: string | null, code: number | null, answer: string, count: number): Row {
  return [item, code, answer, rounded(count), null, null, null, null, null]
}

function valueRow(item: string | null, answer: string, value: number | string | null): Row {
  return [item, null, answer, null, null, null, null, null, typeof value === 'number' ? rounded(value) : value]
}

/** A median in the top band, which has no end, is that or more. */
function medianRow({ value, atLeast }: GroupedMedian, language: Language): Row {
  const { median } = questionsMessages(language).numbers
  return valueRow(null, atLeast ? `${median} (≥)` : median, value)
}

function rowsOf(result: ResultFigures, language: Language): Row[] {
  const words = questionsMessages(language)
  const { table } = words
  const labelOf = ({ label }: Code) => label[language]
  switch (result.kind) {
    case 'one':
    case 'several':
      return [
        ...result.options.map((one) => shareRow(null, one.code.code, labelOf(one.code), one)),
        ...besideRows(null, result.beside, language),
        ...(result.kind === 'one' && result.mean !== null ? [valueRow(null, table.mean, result.mean)] : []),
        ...(result.kind === 'one' && result.median !== null ? [medianRow(result.median, language)] : []),
      ]
    case 'matrix':
      return result.rows.flatMap(({ variable, options, topTwo, mean, beside }) => {
        const item = (variable.part ?? variable.label)[language]
        return [
          ...options.map((one) => shareRow(item, one.code.code, labelOf(one.code), one)),
          shareRow(item, null, table.topTwo, topTwo),
          valueRow(item, table.mean, mean),
          ...besideRows(item, beside, language),
        ]
      })
    case 'nps': {
      const { score, interval } = result.nps
      const ends = [rounded(interval?.low ?? null), rounded(interval?.high ?? null)] as const
      return [
        ...result.counts.map((count, value) => countRow(null, value, String(value), count)),
        [null, null, words.nps.name, null, null, null, ...ends, rounded(score)],
        ...besideRows(null, result.beside, language),
      ]
    }
    case 'rank':
      return [
        ...result.options.flatMap(({ code, score, places }) => [
          ...places.map((count, at) => countRow(table.place({ n: at + 1 }), code.code, labelOf(code), count)),
          valueRow(table.score, labelOf(code), score),
        ]),
        ...besideRows(null, result.beside, language),
      ]
    case 'numbers': {
      const { isDay, numbers } = result
      const shown = (value: number | null) => numberOrDay(value, isDay, language)
      // A number is one in the file, too: a sheet reckons with it, and the sign of one below nought is none of a formula.
      const figure = (value: number | null) => (isDay ? shown(value) : value)
      return [
        valueRow(null, table.mean, figure(numbers.mean)),
        ...quantilesShown.map((_, at) =>
          valueRow(null, quantileName(at, words), figure(numbers.quantiles[at] ?? null)),
        ),
        ...numbers.bins.map(({ from, to, count }) =>
          countRow(table.range, null, from === to ? shown(from) : `${shown(from)} – ${shown(to)}`, count),
        ),
        ...besideRows(null, result.beside, language),
      ]
    }
    case 'text':
      return besideRows(null, result.beside, language)
  }
}

function besideRows(
  item: string | null,
  { noAnswer, blank, blankCode = -1, notShown }: NonAnswers,
  language: Language,
): Row[] {
  const words = questionsMessages(language).beside
  return [
    ...noAnswer.map(({ code, count }) => countRow(item, code.code, code.label[language], count)),
    countRow(item, blankCode, words.blank, blank),
    countRow(item, null, words.notShown, notShown),
  ]
}
