/** The variables of a DDI codebook, each with its question, its codes and how often they stand in the file. */
import type { Text } from '../../../../../schema/questionnaire.ts'
import { type Element, element } from '../../../../platform/files/xml/write.ts'
import type { AskedQuestion, Dictionary, Variable } from '../../../variables/variable.ts'
import type { CountedVariable, RecordCounts } from '../count.ts'
import { inLanguages } from './in-languages.ts'

/** Unlike a variable's name, which may be any text, an id is a name of XML. */
const idOf = (name: string) => `V_${name}`

/** The sets of picks, and the questions of several rows or places. */
export function groupElements({ sets, questions }: Dictionary): Element[] {
  const multi = sets.map(({ name, label, variables }) => group(name, 'multipleResp', label, variables))
  const isSet = new Set(sets.map(({ name }) => name))
  const grids = questions
    .filter(({ code, rows }) => rows.length > 0 && !isSet.has(code))
    .map(({ code, label, variables }) =>
      group(
        code,
        'grid',
        label,
        variables.map(({ name }) => name),
      ),
    )
  return [...multi, ...grids]
}

function group(name: string, type: 'grid' | 'multipleResp', label: Text, variables: readonly string[]): Element {
  return element('varGrp', inLanguages('labl', label), {
    ID: `G_${name}`,
    name,
    type,
    var: variables.map(idOf).join(' '),
  })
}

/** The `var` elements of a DDI Codebook 2.5, with the frequencies of their codes. */
export function variableElements({ variables, questions }: Dictionary, counted: RecordCounts): Element[] {
  const asked = new Map(questions.map((question) => [question.code, question]))
  return variables.map((variable, at) =>
    variableElement(variable, asked.get(variable.question ?? ''), counted.variables[at]),
  )
}

function variableElement(
  variable: Variable,
  question: AskedQuestion | undefined,
  counted: CountedVariable | undefined,
): Element {
  const { name, label, codes, type } = variable
  const missing = codes.filter(({ isMissing }) => isMissing)
  return element(
    'var',
    [
      ...inLanguages('labl', label),
      question ? questionElement(question, variable) : null,
      missing.length === 0
        ? null
        : element(
            'invalrng',
            missing.map(({ code }) => element('item', '', { VALUE: String(code) })),
          ),
      ...inLanguages('universe', question?.universe ?? null),
      ...sums(variable, counted),
      ...codes.map((code) =>
        element(
          'catgry',
          [
            element('catValu', String(code.code)),
            ...inLanguages('labl', code.label),
            element('catStat', String(counted?.codes.get(code.code) ?? 0), { type: 'freq' }),
          ],
          code.isMissing ? { missing: 'Y' } : {},
        ),
      ),
      element('varFormat', '', {
        type: type === 'number' ? 'numeric' : 'character',
        ...(type === 'day' && { category: 'date' }),
      }),
    ],
    {
      ID: idOf(name),
      name,
      files: 'F1',
      intrvl: isAmount(variable) ? 'contin' : 'discrete',
      nature: natures[variable.measure],
      representationType: representationOf(variable),
      ...(variable.isWeight && { wgt: 'wgt' }),
    },
  )
}

const natures = { nominal: 'nominal', ordinal: 'ordinal', scale: 'ratio' } as const

/** Whether its numbers are amounts, not codes. */
const isAmount = ({ type, measure }: Variable) => type === 'number' && measure === 'scale'

function representationOf(variable: Variable): string {
  if (variable.type === 'day') return 'datetime'
  if (variable.type === 'text') return 'text'
  return isAmount(variable) ? 'numeric' : 'code'
}

function questionElement({ label }: AskedQuestion, { part }: Variable): Element {
  return element('qstn', [...inLanguages('qstnLit', label), ...inLanguages('postQTxt', part)])
}

function sums(variable: Variable, counted: CountedVariable | undefined): Element[] {
  if (counted === undefined) return []
  const { valid, empty, codes, range } = counted
  const coded = variable.codes.reduce((sum, { code, isMissing }) => sum + (isMissing ? (codes.get(code) ?? 0) : 0), 0)
  const sum = (type: string, value: number) => element('sumStat', String(value), { type })
  return [
    sum('vald', valid),
    sum('invd', empty + coded),
    ...(range !== null && isAmount(variable) ? [sum('min', range.min), sum('max', range.max)] : []),
  ]
}
