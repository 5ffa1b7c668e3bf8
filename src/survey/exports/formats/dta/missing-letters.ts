/** Stata tells up to 26 kinds of missing apart, `.a` to `.z`; what was not shown is the plain `.`. */
import { blankOf, type Variable } from '../../../variables/variable.ts'

/** The same letters in every variable, so that `.b` means one thing: blank, not applicable, don't know, prefer not to say, erased. */
const fixed: ReadonlyMap<number, string> = new Map([
  [-1, 'a'],
  [97, 'b'],
  [98, 'c'],
  [99, 'd'],
  [-2, 'e'],
])

/** Which of a variable's codes is which: 1 for `.a`, 26 for `.z`. Texts have none: there they stay `-1` and `-2`. */
export function missingLetters(variable: Variable): Map<number, number> {
  const letters = new Map<number, number>()
  const { type, codes } = variable
  if (type === 'text') return letters
  const blank = blankOf(variable)
  let next = fixed.size
  for (const { code, isMissing } of codes) {
    if (!isMissing) continue
    const letter = fixed.get(code === blank ? -1 : code)
    if (letter !== undefined) letters.set(code, letter.charCodeAt(0) - 96)
    else if (next < 26) {
      next += 1
      letters.set(code, next)
    }
  }
  return letters
}

/** As it is typed: `.a`. */
export const missingLetter = (letter: number) => `.${String.fromCharCode(96 + letter)}`
