/** What a problem says beside its kind, in words and money: which of its causes it is, and which figures differ. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import type { Problem } from './statement.ts'

/** A sentence, or a code that only whoever mends the file or the program knows; null where nothing more is known. */
export type DetailText = { text: string } | { code: string } | null

const figure = /^(rows|debitRows|debitMinor|creditRows|creditMinor): (-?\d+), counted (-?\d+)$/
const reached = /^closing: (-?\d+), reached (-?\d+)$/
const parts = /^opening: (-?\d+), closing before: (-?\d+)$/
const known = /^(opening|closing): (-?\d+), known ((?:-?\d+ ?)+)$/
const balanceProblem = /^(opening|closing): (-?\d+), file (-?\d+)$/

/** @param currency the account's, for amounts, which are stored in minor units */
export function problemDetail({ detail }: Pick<Problem, 'detail'>, currency: string, language: Language): DetailText {
  if (detail === null) return null
  const words = statementsMessages(language).details
  const money = (minor: string | undefined) => formatMoney(Number(minor), currency, language)
  if (detail === 'chain') return { text: words.chain }
  if (detail === 'both_signs') return { text: words.bothSigns }
  if (detail === 'no_opening') return { text: words.noOpening }
  if (detail === 'no_year') return { text: words.noYear }
  if (detail === 'trades') return { text: words.trades }
  if (detail === 'sum') return { text: words.sum }
  if (/^\d{4}-\d\d-\d\d$/.test(detail)) return { text: formatDate(detail, language) }
  const [, name, said, counted] = figure.exec(detail) ?? []
  if (name !== undefined) {
    const shown = name.endsWith('Minor') ? money : String
    const which = words.figures[name as keyof typeof words.figures]
    return { text: words.counted({ which, said: shown(said ?? ''), counted: shown(counted ?? '') }) }
  }
  const [, closing, sum] = reached.exec(detail) ?? []
  if (closing !== undefined) return { text: words.reached({ closing: money(closing), reached: money(sum) }) }
  const [, opening, before] = parts.exec(detail) ?? []
  if (opening !== undefined) return { text: words.parts({ opening: money(opening), before: money(before) }) }
  const [, side, mine, theirs] = known.exec(detail) ?? []
  if (side !== undefined) {
    const all = (theirs ?? '').trim().split(' ').map(money).join(commonMessages(language).listSeparator)
    return { text: (side === 'opening' ? words.behind : words.ahead)({ own: money(mine), known: all }) }
  }
  const [, which, person, file] = balanceProblem.exec(detail) ?? []
  if (which !== undefined) {
    const sides = { opening: words.toldOpening, closing: words.toldClosing }
    return { text: sides[which as keyof typeof sides]({ told: money(person), file: money(file) }) }
  }
  return { code: detail }
}
