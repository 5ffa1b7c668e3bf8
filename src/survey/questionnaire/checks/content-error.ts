/** What a checker says: where in the data something is wrong, and what. */

export interface ContentError {
  /** Such as `pages[3].questions[0].options[2].label.zh-Hant`; empty for the whole. */
  path: string
  /** A sentence for whoever edits the questionnaire, without its full stop. */
  message: string
}

export type Path = readonly PropertyKey[]

/** The path as text. */
function pathText(path: Path): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += text === '' ? String(part) : `.${String(part)}`
  }
  return text
}

/** An error at a path. */
export const contentErrorAt = (path: Path, message: string): ContentError => ({ path: pathText(path), message })
