/** A column of the exports. */

/**
 * - `answer`: the answer as it stands: a code, a number, a text, a day
 * - `option`: 1 or 0, whether `option` was picked
 * - `detail`: what was typed for `option`, or the code picked from its list, here or in question `from`
 * - `rank`: the code that was put in place `place`
 * - `row`: the code picked on matrix row `row`; `attention` is such a row, `attention_target` what it should hold
 * - `consent`: 1 when ticked
 * - `agrees`: 1 or 0, whether an answer that was dropped agreed with the others
 */
type ColumnKind =
  | 'answer'
  | 'option'
  | 'detail'
  | 'rank'
  | 'row'
  | 'attention'
  | 'attention_target'
  | 'consent'
  | 'agrees'

export interface Column {
  name: string
  /** The code of the question, or of the consent. */
  question: string
  kind: ColumnKind
  option?: number
  from?: string
  place?: number
  row?: string
  /** What says that it was left blank, of numbers among which -1 is one; elsewhere -1 does. */
  blank?: number
  /** The answer is a text that was typed freely. */
  isTyped?: true
}
