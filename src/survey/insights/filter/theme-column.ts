/**
 * Themes of open texts as something to filter by: a clause on `_theme_Q22` with the ids of themes. They are sorted by people
 * and move, so no segment has them; a column of their name is made of what was coded (`readColumns`). Pure.
 */
const prefix = '_theme_'

/** What a clause on the themes of a question is on. */
export const themesOn = (question: string): string => `${prefix}${question}`

/** The question of such a clause; undefined for another. */
export const themedQuestion = (on: string): string | undefined =>
  on.startsWith(prefix) ? on.slice(prefix.length) : undefined

/** The column of a clause: 1 for a response whose text is in any of these themes. */
export const themeColumn = (on: string, ids: readonly string[]): string => `${on}=${ids.join('.')}`

/** What a column stands for; undefined for one that segments have. */
export function themesIn(column: string): { question: string; ids: number[] } | undefined {
  const [on = '', ids] = column.split('=')
  const question = themedQuestion(on)
  if (question === undefined || ids === undefined) return undefined
  return {
    question,
    ids: ids
      .split('.')
      .filter((id) => /^\d{1,4}$/.test(id))
      .map(Number),
  }
}
