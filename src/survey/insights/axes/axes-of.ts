/** What of a study's data can be crossed. Pure. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language, Questionnaire, Text } from '../../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../../schema/text.ts'
import { indexOf } from '../../questionnaire/indexed.ts'
import { dataOf } from '../../questionnaire/types/data/index.ts'
import type { AskedQuestion, Code, Dictionary, Variable } from '../../variables/variable.ts'
import type { Axis, Category, OneAxis, SeveralAxis } from './axis.ts'
import { bandAt, type NumberBand, numberBands } from './bands.ts'

type Words = ReturnType<typeof crossesMessages>

/**
 * The sides that the questions of a dictionary give, in their order: what has codes, several picks, rows, first places of
 * ranks, numbers in bands. Texts and days have none.
 */
export function axesOf({ questions, columns }: Dictionary): Axis[] {
  const asked = [...columns.keys()]
  return questions.flatMap((question) => {
    const options = question.variables.filter(({ column }) => column?.kind === 'option')
    const several = options.length === 0 ? [] : [severalAxis(question, options)]
    const others = question.variables.flatMap((variable) => oneAxis(question, variable, asked) ?? [])
    return [...several, ...others]
  })
}

function oneAxis(question: AskedQuestion, variable: Variable, asked: readonly Questionnaire[]): OneAxis | null {
  const { column } = variable
  if (column === null || variable.type !== 'number') return null
  if (column.kind === 'rank') return column.place === 0 ? coded(question, variable, false) : null
  if (column.kind === 'row') return coded(question, variable, true)
  if (column.kind !== 'answer') return null
  if (variable.codes.some(({ isMissing }) => !isMissing)) return coded(question, variable, true)
  const bands = dataOf(question.type).counted === 'nps' ? netPromoterGroups() : rangeOf(question.code, asked)
  return bands === null ? null : inBands(question, variable, bands)
}

function about({ code }: AskedQuestion, { name, label, part }: Variable) {
  return { kind: 'one', key: name, label, part, question: code } as const
}

function coded(question: AskedQuestion, variable: Variable, isTested: boolean): OneAxis {
  const real = variable.codes.filter(({ isMissing }) => !isMissing)
  return {
    ...about(question, variable),
    ...placed(variable, real.map(categoryOf), (value) => real.findIndex(({ code }) => code === value)),
    isTested,
    isOrdered: variable.measure === 'ordinal',
  }
}

/** Detractors, passives, promoters. */
function netPromoterGroups(): readonly Band[] {
  const nameOf = (group: 'detractors' | 'passives' | 'promoters') =>
    inEachLanguage((language) => questionsMessages(language).nps[group])
  return [
    { from: 0, to: 6, name: nameOf('detractors') },
    { from: 7, to: 8, name: nameOf('passives') },
    { from: 9, to: 10, name: nameOf('promoters') },
  ]
}

interface Band extends NumberBand {
  /** With its numbers. */
  name?: Text
}

function inBands(question: AskedQuestion, variable: Variable, bands: readonly Band[]): OneAxis {
  const categories = bands.map(({ from, to, name }): Category => {
    const numbers = from === to ? String(from) : `${from}–${to}`
    return { key: numbers, label: name ?? own(() => numbers) }
  })
  const at = (value: number) => bandAt(bands, value)
  return { ...about(question, variable), ...placed(variable, categories, at), isTested: false, isOrdered: true }
}

function rangeOf(code: string, asked: readonly Questionnaire[]): NumberBand[] | null {
  const ranges = asked.flatMap((questionnaire) => {
    const question = indexOf(questionnaire).questions.get(code)?.question
    return question === undefined ? [] : (dataOf(question.type).range(question) ?? [])
  })
  if (ranges.length === 0) return null
  return numberBands({
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max)),
  })
}

/** The categories of a side, what stands beside them, and where a value belongs. */
function placed({ column, codes }: Variable, categories: readonly Category[], at: (value: number) => number) {
  const missing = codes.filter(({ isMissing }) => isMissing)
  const places = new Map<number, number>()
  return {
    column: column?.name ?? '',
    categories,
    missing: [...missing.map(categoryOf), notShown()],
    placeOf: (value: unknown) => {
      const end = categories.length + missing.length
      if (typeof value !== 'number') return end
      const known = places.get(value)
      if (known !== undefined) return known
      const [place, without] = [at(value), missing.findIndex(({ code }) => code === value)]
      const found = without >= 0 ? categories.length + without : place >= 0 ? place : end
      places.set(value, found)
      return found
    },
  }
}

function severalAxis({ code, label, options: codes }: AskedQuestion, options: readonly Variable[]): SeveralAxis {
  const [said, noAnswer] = [
    options.filter((one) => !isNoAnswer(one, codes)),
    options.filter((one) => isNoAnswer(one, codes)),
  ]
  const optionOf = ({ column, part, label: whole }: Variable) => ({
    key: String(column?.option ?? column?.name),
    label: part ?? whole,
    column: column?.name ?? '',
  })
  return {
    kind: 'several',
    key: code,
    label,
    question: code,
    categories: said.map(optionOf),
    noAnswer: noAnswer.map(optionOf),
    missing: [...noAnswer.map(optionOf), { key: '-1', label: own((words) => words.blank) }, notShown()],
  }
}

function isNoAnswer({ column }: Variable, codes: readonly Code[]): boolean {
  return codes.some(({ code, isMissing }) => isMissing && code === column?.option)
}

function categoryOf({ code, label }: Code): Category {
  return { key: String(code), label }
}

function notShown(): Category {
  return { key: '', label: own((words) => words.notShown) }
}

export function own(choose: (words: Words) => string): Text {
  return inEachLanguage((language: Language) => choose(crossesMessages(language)))
}
