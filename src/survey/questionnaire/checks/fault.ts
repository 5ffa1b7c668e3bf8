/** What a checker says: where in the data something is wrong, and what. */

export interface ContentFault {
  /** Such as `pages[3].questions[0].options[2].label.zh-Hant`; empty for the whole. */
  path: string
  /** A sentence for whoever edits the questionnaire, without its full stop. */
  fault: string
}

export type Path = readonly PropertyKey[]

/** The path as text. */
export function pathText(path: Path): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += text === '' ? String(part) : `.${String(part)}`
  }
  return text
}

/** A fault at a path. */
export const faultAt = (path: Path, fault: string): ContentFault => ({ path: pathText(path), fault })
