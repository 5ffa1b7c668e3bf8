/** Two groups side by side as a CSV file: a line an answer. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { byteOrderMark, type CsvCell, guardedCsvRow } from '../../../platform/files/csv.ts'
import { titleOf } from '../axes/title.ts'
import type { ComparedQuestion, SideShare } from './compared.ts'

/** Every answer of every question with counts, bases, shares and intervals; what stands beside has a count alone. */
export function comparedFile(questions: readonly ComparedQuestion[], language: Language): string {
  const { file } = crossesMessages(language).compare
  const side = (name: string) => [file.count, file.base, file.share, file.low, file.high].map((of) => `${name} ${of}`)
  const difference = [file.difference, `${file.difference} ${file.low}`, `${file.difference} ${file.high}`]
  const header = [file.question, file.words, file.answer, ...side('A'), ...side('B'), ...difference, file.isOutside]
  const lines = questions.flatMap(({ matched: { one }, answers, beside }) => {
    const about = [one.key, titleOf(one, language)]
    return [
      ...answers.map(({ label, one, other, difference }) => [
        ...about,
        label[language],
        ...figuresOf(one),
        ...figuresOf(other),
        difference?.value ?? null,
        difference?.interval?.low ?? null,
        difference?.interval?.high ?? null,
        0,
      ]),
      ...beside.map(({ label, one, other }) => {
        const nothing = [null, null, null, null]
        return [...about, label[language], one, ...nothing, other, ...nothing, null, null, null, 1]
      }),
    ]
  })
  return byteOrderMark + [header, ...lines].map(guardedCsvRow).join('')
}

function figuresOf(side: SideShare | null): CsvCell[] {
  if (side === null) return [null, null, null, null, null]
  return [side.count, side.base, side.share, side.interval?.low ?? null, side.interval?.high ?? null]
}
