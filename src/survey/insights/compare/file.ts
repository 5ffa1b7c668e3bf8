/** Two groups side by side as a file, CSV or a workbook: a line an answer. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { byteOrderMark, guardedCsvRow } from '../../../platform/files/csv.ts'
import { type XlsxCell, type XlsxColumn, xlsxFile } from '../../../platform/files/xlsx-write.ts'
import { axisTitle } from '../axes/title.ts'
import { linesBelow } from '../downloads.ts'
import { rounded } from '../questions/figure-text.ts'
import type { Interval } from '../statistics/shares.ts'
import type { ComparedQuestion, SideShare } from './compared.ts'

/** What a file says of itself. */
interface Said {
  /** Of its weights; null for none. */
  weighted: string | null
  /** Of which study it is, whom each group counts and when, below the table. */
  about: readonly string[]
}

/** Every answer of every question with counts, bases, shares and intervals; what stands beside has a count alone. */
function comparedTable(questions: readonly ComparedQuestion[], language: Language, { weighted, about }: Said) {
  const { file } = crossesMessages(language).compare
  const side = (name: string) => [file.count, file.base, file.share, file.low, file.high].map((of) => `${name} ${of}`)
  const difference = [file.difference, `${file.difference} ${file.low}`, `${file.difference} ${file.high}`]
  const header = [file.question, file.words, file.answer, ...side('A'), ...side('B'), ...difference, file.isOutside]
  const lines = questions.flatMap(({ matched: { one }, answers, beside }) => {
    const asked = [one.key, axisTitle(one, language)]
    return [
      ...answers.map(({ label, one, other, difference }) => [
        ...asked,
        label[language],
        ...figuresOf(one),
        ...figuresOf(other),
        rounded(difference?.value ?? null),
        ...endsOf(difference?.interval),
        0,
      ]),
      ...beside.map(({ label, one, other }) => {
        const nothing = [null, null, null, null]
        return [...asked, label[language], rounded(one), ...nothing, rounded(other), ...nothing, null, null, null, 1]
      }),
    ]
  })
  const below = linesBelow(about, header.length)
  if (weighted === null) return { header, lines: [...lines, ...below] }
  // How many people the answers to each question are worth stands where counts do.
  const worth = questions.flatMap(({ matched: { one }, effective }) => {
    if (effective === null) return []
    const [a, b] = effective.map((of) => rounded(of))
    const nothing = [null, null, null, null]
    return [[one.key, weighted, null, a ?? null, ...nothing, b ?? null, ...nothing, null, null, null, null]]
  })
  return { header, lines: [...lines, ...worth, ...below] }
}

export function comparedFile(questions: readonly ComparedQuestion[], language: Language, heading: Said): string {
  const { header, lines } = comparedTable(questions, language, heading)
  return byteOrderMark + [header, ...lines].map(guardedCsvRow).join('')
}

/** As the CSV file has it; shares are numbers from 0 to 1. */
export function comparedWorkbook(
  questions: readonly ComparedQuestion[],
  language: Language,
  heading: Said,
): Promise<Uint8Array> {
  const { header, lines } = comparedTable(questions, language, heading)
  const columns = header.map((name, at): XlsxColumn => {
    const isCount = at === 3 || at === 4 || at === 8 || at === 9 || at === header.length - 1
    const kind = at < 3 ? 'text' : isCount ? 'count' : 'amount'
    return { header: name, kind, places: 4, width: [14, 50, 30][at] ?? 12 }
  })
  return xlsxFile(crossesMessages(language).views.compare, columns, lines)
}

function figuresOf(side: SideShare | null): XlsxCell[] {
  if (side === null) return [null, null, null, null, null]
  return [rounded(side.count), rounded(side.base), rounded(side.share), ...endsOf(side.interval)]
}

const endsOf = (of: Interval | null | undefined) => [rounded(of?.low ?? null), rounded(of?.high ?? null)]
