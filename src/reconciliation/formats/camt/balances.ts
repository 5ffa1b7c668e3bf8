/** The balances of a camt section: booked ones where there are any, others only where they follow from one another. */

import { booksZone } from '../../../platform/time/zone.ts'
import { isoMoment } from '../dates.ts'
import type { Summary } from '../statement.ts'
import { camtAmount, signOf } from './camt-fields.ts'
import { textAt, treeAt, type XmlTree } from './tree.ts'

/** A balance as it stands; its amount waits as text until the currency is known. JSON. */
export interface StatedBalance {
  code: string
  text: string
  currency: string
  sign: 1 | -1
  /** Null where it names none; absent in older checkpoints. */
  day?: string | null
}

/** Minor units. */
export interface Ends {
  openingMinor: number | null
  closingMinor: number | null
}

/** Booked ones first, then available ones, each also by the numbers of the BAI. */
const openings = ['OPBD', 'PRCD', '010', 'OPAV', '040']
const closings = ['CLBD', '015', 'CLAV', '045']
/** A bank's own words for the two ends. */
const openingWord =
  /open|begin|inici|initial|anterior|anfang|start|previous|prior|^ob$|[期月年日]初|承前|[上昨]日|上期/i
const closingWord = /clos|end|final|actual|schluss|^cb$|[期月年日]末|[本当當]日|本期|[当當]前/i

/** A `Bal` of ISO 20022 as it stands in the file; its text is parsed where the currency is known. */
export function readBalance(tree: XmlTree, line: number): StatedBalance {
  const amount = treeAt(tree, 'Amt')
  const day = textAt(tree, 'Dt/Dt', 'Dt/DtTm')
  return {
    code: textAt(tree, 'Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry') ?? '',
    text: amount?.text.trim() ?? '',
    currency: amount?.attributes.Ccy ?? '',
    // Nothing has no side.
    sign: isZero(amount?.text) ? 1 : signOf(textAt(tree, 'CdtDbtInd'), line),
    day: day === null ? null : (isoMoment(day, booksZone, true)?.day ?? null),
  }
}

const isZero = (text = '') => /^\s*0+(\.0*)?\s*$/.test(text)

/** The booked balances, of several days the first opening and the last closing; on one page of several, those between the pages stand in for opening and closing. */
export function balancesOf(balances: readonly StatedBalance[], currency: string | null, line: number): Ends {
  const ours = balances.filter((one) => one.currency === currency)
  // A statement of several days may have both balances of each; those without a day stand in order.
  const coded = (code: string) => ours.filter((one) => one.code === code)
  const earlier = (one: StatedBalance, other: StatedBalance) =>
    one.day == null || other.day == null || one.day === other.day ? 0 : one.day < other.day ? -1 : 1
  const firstOf = (code: string) => coded(code).toSorted(earlier)[0]
  const lastOf = (code: string) => {
    const sorted = coded(code).toSorted(earlier)
    return sorted.find((one) => one.day === sorted.at(-1)?.day)
  }
  const between = ours.filter(({ code }) => code === 'ITBD')
  const opening = firstOf('OPBD') ?? firstOf('PRCD') ?? between[0]
  const closing = lastOf('CLBD') ?? between.at(-1)
  const minor = (balance: StatedBalance | undefined) => (balance === undefined ? null : minorOf(balance, line))
  return { openingMinor: minor(opening), closingMinor: opening === closing ? null : minor(closing) }
}

function minorOf({ sign, text, currency }: StatedBalance, line: number): number {
  return sign * camtAmount(text, currency, line)
}

/**
 * The two ends once all lines are counted. Where a booked one is missing, another kind stands in for it if it follows:
 * an available balance need not, as money may be held.
 */
export function closingBalances(
  balances: readonly StatedBalance[],
  { currency, openingMinor, closingMinor }: Ends & { currency: string | null },
  { creditMinor, debitMinor }: Summary,
  line: number,
): Ends {
  if (openingMinor !== null && closingMinor !== null) return { openingMinor, closingMinor }
  const ours = balances.filter((one) => one.currency === currency)
  const like = (codes: readonly string[], word: RegExp) => [
    ...codes.flatMap((code) => ours.filter((one) => one.code === code)),
    ...ours.filter(({ code }) => !openings.includes(code) && !closings.includes(code) && word.test(code)),
  ]
  const starts = openingMinor === null ? like(openings, openingWord).map((one) => minorOf(one, line)) : [openingMinor]
  const ends = closingMinor === null ? like(closings, closingWord).map((one) => minorOf(one, line)) : [closingMinor]
  for (const start of starts) {
    const reached = start + creditMinor - debitMinor
    if (ends.includes(reached)) return { openingMinor: start, closingMinor: reached }
  }
  return { openingMinor, closingMinor }
}
