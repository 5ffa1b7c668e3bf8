/** What viewers are shown nothing of. Pure. */
import type { Page, Question, Questionnaire } from '../../../../schema/questionnaire.ts'
import { atomsOf } from '../../questionnaire/checks/kinds.ts'
import { optionsAt } from '../../questionnaire/checks/places.ts'
import { columns } from '../../questionnaire/columns.ts'
import { carriedFrom, isAnswered, rowsOf, withoutOf } from '../../questionnaire/parts.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * The columns of the questions that are withheld from viewers, and of those that would tell of them: how many were asked, or
 * offered an option, where that depends on an answer that is withheld.
 * @param questionnaire whose columns they are
 * @param asked versions in the order of asking: the last that asks a question says whether it is withheld, of earlier answers too
 */
export function withheldColumns(questionnaire: Questionnaire, asked: readonly Questionnaire[]): ReadonlySet<string> {
  const says = new Map<string, boolean>()
  for (const question of asked.flatMap(({ pages }) => pages.flatMap((page) => page.questions))) {
    if (isAnswered(question)) says.set(question.code, question.withheld === true)
  }
  const questions = new Set<string>()
  // What a question looks at stands before it.
  for (const page of questionnaire.pages) {
    for (const question of page.questions) {
      const tells = looksAt(questionnaire, page, question).some((code) => questions.has(code))
      if (tells || says.get(question.code) === true) questions.add(question.code)
    }
  }
  return new Set(columns(questionnaire).flatMap((one) => (questions.has(one.question) ? [one.name] : [])))
}

/** The questions on whose answers it hangs who is asked, and what is offered. */
function looksAt(questionnaire: Questionnaire, page: Page, question: Question): string[] {
  const parts = [page, question, ...optionsAt(questionnaire, question, []).options, ...rowsOf(question)]
  const conditions = parts.flatMap(({ when }) => (when === undefined ? [] : atomsOf(when)))
  const others = [carriedFrom(question), withoutOf(question)?.q].filter((code) => code !== undefined)
  return [...conditions.map(({ q }) => q), ...others]
}

/** The figures without those columns, and without the groups that they would tell apart: of figures that were made before. */
export function withoutColumns({ counted, groups }: Snapshot, withheld: ReadonlySet<string>): Snapshot {
  return {
    counted,
    groups: groups
      .filter(({ by }) => by === null || !withheld.has(by.column))
      .map(({ rows, ...group }) => ({
        ...group,
        rows: Object.fromEntries(Object.entries(rows).filter(([column]) => !withheld.has(column))),
      })),
  }
}
