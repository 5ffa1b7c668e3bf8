/** Reading single fields of ISO 20022 messages, which moved a little from version to version. */
import { parseSignedMinorUnits } from '../../../platform/money/money.ts'
import { BrokenFile } from '../statement.ts'
import { textAt, treeAt, type XmlTree } from './tree.ts'

/** `CRDT` adds, `DBIT` takes. An entry's indicator already is the reversal's own, and is not turned by `RvslInd`. */
export function signOf(indicator: string | null, line: number): 1 | -1 {
  if (indicator === 'CRDT') return 1
  if (indicator === 'DBIT') return -1
  throw new BrokenFile('direction', line)
}

/** An amount without a sign, in minor units. */
export function camtAmount(text: string, currency: string, line: number): number {
  // XML's decimals may leave out either side of the mark.
  const minor = parseSignedMinorUnits(text.replace(/^\+?\./, '0.').replace(/(\d)\.$/, '$1'), currency)
  if (minor === null || minor < 0) throw new BrokenFile('amount', line)
  return minor
}

/** Null for what stands for "none" in a field that must be filled, and for an empty one. */
export function realId(text: string | null): string | null {
  return text === null || /^(NOTPROVIDED|NONREF|NOREF|N\/A|0+|-+|)$/i.test(text) ? null : text
}

/** Domain, family and sub-family as `PMNT/ICDT/ESCT`, or the bank's own code. */
export function bankCode(tree: XmlTree | undefined): string | null {
  const domain = textAt(tree, 'Domn/Cd')
  if (domain === null) return textAt(tree, 'Prtry/Cd')
  return [domain, textAt(tree, 'Domn/Fmly/Cd') ?? '', textAt(tree, 'Domn/Fmly/SubFmlyCd') ?? ''].join('/')
}

/**
 * What a transaction of an entry comes to, in the entry's currency and without a sign; null where it is not said.
 * `Amt` stands in the transaction itself since .001.04, in `AmtDtls/TxAmt` before; a transaction in another currency has
 * its counter value in the account's; what was instructed is the last resort. Zero only where nothing else is said.
 */
export function transactionAmount(
  tree: XmlTree,
  currency: string,
  line: number,
): { minor: number; isInstructed: boolean } | null {
  let zero: { minor: number; isInstructed: boolean } | null = null
  for (const path of ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/CntrValAmt/Amt', 'AmtDtls/InstdAmt/Amt']) {
    const amount = treeAt(tree, path)
    if (amount === undefined || amount.attributes.Ccy !== currency) continue
    const minor = camtAmount(amount.text.trim(), currency, line)
    if (minor !== 0) return { minor, isInstructed: path.includes('Instd') }
    zero ??= { minor, isInstructed: false }
  }
  return zero
}

/** The account of the other side: the creditor's when money went, the debtor's when it came. */
export function otherAccount(tree: XmlTree | undefined, sign: 1 | -1): string | null {
  const side = sign === -1 ? 'CdtrAcct' : 'DbtrAcct'
  return textAt(tree, `RltdPties/${side}/Id/IBAN`, `RltdPties/${side}/Id/Othr/Id`)
}
