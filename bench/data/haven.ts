/** What R's haven has to read in a file, line by line as `read-with-haven.R` prints it. */
import type { Language } from '../../schema/questionnaire.ts'
import { missingLetter, missingLetters } from '../../src/survey/exports/formats/dta/missing-letters.ts'
import { shortLabel } from '../../src/survey/exports/formats/dta/short-label.ts'
import { variableLabels } from '../../src/survey/exports/formats/sav/labels.ts'
import { variableLabel } from '../../src/survey/exports/formats/short-labels.ts'
import type { Dictionary, Value, Variable } from '../../src/survey/variables/variable.ts'
import { countsOf, nothing } from './counts.ts'
import type { Answered } from './records.ts'

export type Program = 'sav' | 'dta'

/** In no order. */
export function havenLines(
  of: Program,
  { variables }: Dictionary,
  all: readonly Answered[],
  language: Language,
): string[] {
  return variables.flatMap((variable, at) => {
    const { name } = variable
    const values = countsOf(all.map(({ record }) => [name, asText(of, variable, record[at] ?? null)] as const)).get(
      name,
    )
    return [
      line('label', name, '', of === 'sav' ? variableLabel(variable, language, 255) : shortLabel(variable, language)),
      ...labels(of, variable, language).map(([value, label]) => line('value', name, value, label)),
      ...(of === 'sav' ? missing(variable) : []),
      ...[...(values ?? [])].map(([value, count]) =>
        line('count', name, value.replace(/[\t\r\n]/g, ' '), String(count)),
      ),
    ]
  })
}

const line = (...parts: string[]) => parts.join('\t')

function labels(of: Program, variable: Variable, language: Language): [value: string, label: string][] {
  if (of === 'sav') return variableLabels(variable, language).map(({ value, label }) => [String(value), label])
  if (variable.type === 'text') return []
  return variable.codes.map(({ code, label }) => [asText(of, variable, code), label[language]])
}

/** What is declared: values one by one, or one and a range from the first to the last of the others. */
function missing({ name, type, codes }: Variable): string[] {
  const all = codes.filter(({ isMissing }) => isMissing).map(({ code }) => code)
  all.sort((a, b) => a - b)
  if (all.length === 0) return []
  if (type === 'text') return [line('missing', name, '', String(all.at(-1)))]
  const [first] = all
  return [line('missing', name, '', (all.length > 3 ? [first, all[1], all.at(-1)] : all).join(' '))]
}

function asText(of: Program, variable: Variable, value: Value): string {
  const letter = of === 'dta' && typeof value === 'number' ? missingLetters(variable).get(value) : undefined
  if (letter !== undefined) return missingLetter(letter)
  return value === null || value === '' ? nothing : String(value)
}
