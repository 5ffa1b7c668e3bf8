/** What a bank took for itself, and whether it explains why an entry is not what its transactions come to. */

import { camtAmount, signOf } from './camt-fields.ts'
import { textAt, treeAt, treesIn, type XmlTree } from './tree.ts'

/** Minor units with their signs, in the entry's currency; JSON. */
export interface Charges {
  /** Of which the file says that they are inside the amount. */
  includedMinor: number
  /** Of which it does not say whether they are. */
  unsaidMinor: number
  /** `TtlChrgsAndTaxAmt`, or the charges and the taxes on them. */
  totalMinor: number
}

export const noCharges: Charges = { includedMinor: 0, unsaidMinor: 0, totalMinor: 0 }

/** The charges right inside a tree: `Chrgs` itself until .001.03, its `Rcrd`s since .001.04. */
export function chargesIn(tree: XmlTree, currency: string, line: number): Charges {
  const charges = { ...noCharges }
  for (const group of treesIn(tree, 'Chrgs')) {
    const records = treesIn(group, 'Rcrd')
    const all = records.length > 0 ? records : [group]
    const totalMinor = minorAt(group, 'TtlChrgsAndTaxAmt', currency, line)
    // Without a total it is what each charge and the tax on it come to.
    const taxed = all.filter((one) => treeAt(one, 'Tax/Amt') !== undefined)
    const sum = (some: readonly XmlTree[], path: string) =>
      some.reduce((minor, one) => minor + minorAt(one, path, currency, line), 0)
    charges.totalMinor -= totalMinor || (taxed.length === 0 ? 0 : sum(all, 'Amt') + sum(taxed, 'Tax/Amt'))
    for (const record of all) {
      const isInside = textAt(record, 'ChrgInclInd')
      const signed = signOf(textAt(record, 'CdtDbtInd') ?? 'DBIT', line) * minorAt(record, 'Amt', currency, line)
      if (isInside === null) charges.unsaidMinor += signed
      else if (/^(true|1)$/.test(isInside)) charges.includedMinor += signed
    }
  }
  return charges
}

function minorAt(tree: XmlTree, path: string, currency: string, line: number): number {
  const amount = treeAt(tree, path)
  if (amount === undefined || (amount.attributes.Ccy ?? currency) !== currency) return 0
  return camtAmount(amount.text.trim(), currency, line)
}

/** Both together, in minor units. */
export function addCharges(one: Charges, other: Charges): Charges {
  return {
    includedMinor: one.includedMinor + other.includedMinor,
    unsaidMinor: one.unsaidMinor + other.unsaidMinor,
    totalMinor: one.totalMinor + other.totalMinor,
  }
}

/** Whether the charges of an entry, of its transactions, or of both come to a difference with its sign. */
export function explains(ofEntry: Charges, ofParts: Charges, differenceMinor: number): boolean {
  return [ofEntry, ofParts, addCharges(ofEntry, ofParts)].some(
    ({ includedMinor, unsaidMinor, totalMinor }) =>
      differenceMinor === includedMinor ||
      differenceMinor === includedMinor + unsaidMinor ||
      (differenceMinor !== 0 && differenceMinor === totalMinor),
  )
}
