/** The five-point scales. Each closes with "not applicable", which every matrix offers on each row. */
import type { Option } from '../questionnaire.ts'
import { notApplicable, option } from './words.ts'

/** LIKERT5: how important something is. */
export const likert5: Option[] = [
  option(1, 'Not at all important', '很不重要', '很不重要'),
  option(2, 'Not very important', '不太重要', '不太重要'),
  option(3, 'Moderately important', '一般', '一般'),
  option(4, 'Important', '比较重要', '比較重要'),
  option(5, 'Very important', '非常重要', '非常重要'),
  notApplicable,
]

/** SAT5: how satisfied someone is. */
export const sat5: Option[] = [
  option(1, 'Very dissatisfied', '非常不满意', '非常不滿意'),
  option(2, 'Dissatisfied', '不满意', '不滿意'),
  option(3, 'Neutral', '一般', '一般'),
  option(4, 'Satisfied', '满意', '滿意'),
  option(5, 'Very satisfied', '非常满意', '非常滿意'),
  notApplicable,
]
