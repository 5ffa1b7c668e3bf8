/** The figures of a group, question by question, as a page shows them. Pure. */
import { inEachLanguage, type Questionnaire, type Text } from '../../../../schema/questionnaire.ts'
import { type AskedQuestion, blankOf, type Dictionary, type Variable } from '../../variables/variable.ts'
import { slotsOf } from '../segments/slots.ts'
import type { ShownGroup } from './snapshot.ts'

/** A figure with its share of those who gave an answer, in whole percent; null beside the shares. */
export interface ShownFigure {
  label: Text
  figure: number
  percent: number | null
}

/** `answers`: one of each; `options`: any number, each among those who were offered it; `grid`: a line for each row or place. */
export type QuestionFigures = { code: string; label: Text; universe: Text | null } & (
  | { is: 'answers'; answers: ShownFigure[] }
  | { is: 'options'; options: (ShownFigure & { among: number })[] }
  | { is: 'grid'; heads: Text[]; lines: { label: Text; answers: ShownFigure[] }[] }
)

/** The questions of which the group has figures. */
export function questionFigures(
  dictionary: Dictionary,
  questionnaire: Questionnaire,
  { rows }: Pick<ShownGroup, 'rows'>,
): QuestionFigures[] {
  return dictionary.questions.flatMap((question) => {
    const lines = question.variables.flatMap((variable) => {
      const figures = variable.column === null ? undefined : rows[variable.column.name]
      return figures === undefined ? [] : [{ variable, answers: answersOf(questionnaire, variable, figures) }]
    })
    return lines.length === 0 ? [] : [shown(question, lines)]
  })
}

const isAnswer = (one: ShownFigure | undefined) => one?.percent != null

type Line = { variable: Variable; answers: ShownFigure[] }

function shown({ code, label, universe }: AskedQuestion, lines: Line[]): QuestionFigures {
  const about = { code, label, universe }
  const [first] = lines
  if (first?.variable.column?.kind === 'option') {
    return { ...about, is: 'options', options: lines.map(optionOf) }
  }
  // What is no answer is left out where nobody gave it.
  const isSaid = (_: ShownFigure, at: number) =>
    lines.some(({ answers }) => isAnswer(answers[at]) || answers[at]?.figure !== 0)
  const shownLines = lines.map(({ variable, answers }) => ({
    label: variable.part ?? variable.label,
    answers: answers.filter(isSaid),
  }))
  const answers = shownLines[0]?.answers ?? []
  if (lines.length === 1 && first?.variable.part === null) return { ...about, is: 'answers', answers }
  return { ...about, is: 'grid', heads: answers.map((answer) => answer.label), lines: shownLines }
}

/** Every value of a column with its figure, in the questionnaire's order, those that are no answer last. */
function answersOf(questionnaire: Questionnaire, variable: Variable, figures: readonly number[]): ShownFigure[] {
  const { column } = variable
  if (column === null) return []
  const slots = slotsOf(questionnaire, column)
  // The first slot is that of a blank (-1) wherever there can be one; where there cannot, -1 may be a number as any other.
  const first = blankOf(variable) === -1 || column.blank !== undefined ? 0 : 1
  const byValue = new Map(figures.slice(first).map((figure, at) => [slots.valueOf(at + first + 1), figure]))
  const known = variable.codes.filter(({ code }) => byValue.has(code))
  const plain = [...byValue.keys()]
    .filter((value) => known.every(({ code }) => code !== value) && (value !== -1 || variable.type === 'number'))
    .sort((a, b) => Number(a) - Number(b))
  const all = [...plain.map((value) => ({ code: value, label: same(String(value)), isMissing: false })), ...known].map(
    (one) => ({ ...one, figure: byValue.get(one.code) ?? 0 }),
  )
  const answered = all.filter((one) => !one.isMissing).reduce((sum, one) => sum + one.figure, 0)
  return all.map(({ label, figure, isMissing }) => ({
    label,
    figure,
    percent: isMissing ? null : answered === 0 ? 0 : Math.round((100 * figure) / answered),
  }))
}

const same = (text: string): Text => inEachLanguage(() => text)

/** How many picked an option; the second answer of its column is "yes". */
function optionOf({ variable, answers }: Line): ShownFigure & { among: number } {
  const among = answers.filter(isAnswer).reduce((sum, { figure }) => sum + figure, 0)
  const picked = answers.filter(isAnswer).at(-1)
  return {
    label: variable.part ?? variable.label,
    figure: picked?.figure ?? 0,
    percent: picked?.percent ?? null,
    among,
  }
}
