/**
 * What each variable is in a Stata file (format 118, `help dta`): its type, its width and its name. They depend on the
 * dictionary alone, never on what was answered.
 */
import type { Variable } from '../../../variables/variable.ts'
import { missingLetters } from './missing-letters.ts'
import { dtaNames } from './names.ts'

/** By Stata's numbers for them; a `str#` is as many bytes as its number says. */
export const types = { strL: 32_768, double: 65_526, long: 65_528, int: 65_529, byte: 65_530 }
/** Longer texts stand behind the records, once each, so that an empty one takes 8 bytes and no more. */
const longestFixed = 64

export interface DtaVariableLayout {
  variable: Variable
  name: string
  type: number
  /** In a record, in bytes. */
  width: number
  /** Which extended missing value stands for which code, as `.a` is 1. */
  missing: ReadonlyMap<number, number>
}

/** Every variable with its place, in the order of the dictionary. */
export function dtaPlaces(variables: readonly Variable[]): DtaVariableLayout[] {
  const nameOf = dtaNames()
  return variables.map((variable) => {
    const missing = missingLetters(variable)
    return { variable, name: nameOf(variable.name), missing, ...typeOf(variable) }
  })
}

/** Whether it is a text of any length (strL), which stands behind the data. */
export const isLong = ({ type }: Pick<DtaVariableLayout, 'type'>) => type === types.strL

/** An amount is a double, because nothing says how large it can be; a code is as small as its codes. */
function typeOf({ type, maxBytes, codes }: Variable): Pick<DtaVariableLayout, 'type' | 'width'> {
  if (type === 'text') {
    const most = Math.max(maxBytes ?? Number.POSITIVE_INFINITY, 2)
    return most <= longestFixed ? { type: most, width: most } : { type: types.strL, width: 8 }
  }
  if (type === 'day') return { type: types.long, width: 4 }
  const answers = codes.filter(({ isMissing }) => !isMissing).map(({ code }) => code)
  if (answers.length === 0) return { type: types.double, width: 8 }
  const [low, high] = [Math.min(...answers), Math.max(...answers)]
  if (low >= -127 && high <= 100) return { type: types.byte, width: 1 }
  if (low >= -32_767 && high <= 32_740) return { type: types.int, width: 2 }
  return { type: types.double, width: 8 }
}
