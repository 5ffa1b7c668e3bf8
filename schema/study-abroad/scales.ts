/** The five-point scales. Each closes with "not applicable", which every matrix offers on each row. */
import type { Option } from '../questionnaire.ts'
import { notApplicable, option } from './words.ts'

/** LIKERT5: how important something is. */
export const likert5: Option[] = [
  option(1, 'Very low', '很低', '很低'),
  option(2, 'Low', '较低', '較低'),
  option(3, 'Medium', '一般', '一般'),
  option(4, 'High', '较高', '較高'),
  option(5, 'Very high', '很高', '很高'),
  notApplicable,
]

/** SAT5: how satisfied someone is. */
export const sat5: Option[] = [
  option(1, 'Very dissatisfied', '非常不满意', '非常不滿意'),
  option(2, 'Dissatisfied', '不满意', '不滿意'),
  option(3, 'Neither', '一般', '一般'),
  option(4, 'Satisfied', '满意', '滿意'),
  option(5, 'Very satisfied', '非常满意', '非常滿意'),
  notApplicable,
]
