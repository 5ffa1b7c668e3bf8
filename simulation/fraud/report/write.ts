/** Where a run's figures are kept: the table between its two marks in docs/fairness.md, the picture beside the other pictures. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const pathOf = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url))
const begin = '<!-- figures of simulate:fraud -->'
const end = '<!-- end of figures -->'

/** The page with the figures in their place, or behind everything where there is none yet. */
export function withFigures(page: string, figures: string): string {
  const section = `${begin}\n${figures}\n${end}`
  const from = page.indexOf(begin)
  const to = page.indexOf(end, from)
  if (from < 0 || to < 0) return `${page.trimEnd()}\n\n${section}\n`
  return page.slice(0, from) + section + page.slice(to + end.length)
}

/** Writes both into the project. */
export function writeToDocs(figures: string, picture: string): void {
  const page = pathOf('docs/fairness.md')
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '# Fairness\n\n## How often it is wrong\n'
  writeFileSync(
    page,
    withFigures(before, `![Scores of honest people and of farms](images/fraud-scores.svg)\n\n${figures}`),
  )
  writeFileSync(pathOf('docs/images/fraud-scores.svg'), picture)
}
