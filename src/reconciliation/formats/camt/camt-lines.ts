/** What an entry of a camt file comes to: one line, or one for each transaction of a batch, and a fee that was inside. */

import { batchIdsIn, referencesIn } from '../../../rewards/payment-files/message-id.ts'
import type { Moment } from '../dates.ts'
import { bankKindOf } from '../kinds.ts'
import { type DraftLine, lineDraft, type ParseOptions } from '../parser.ts'
import { keyAmongSame, type LineNames } from '../same.ts'
import { BrokenFile, type StatementFormat } from '../statement.ts'
import { type StatementTally, tallyLine } from '../tally.ts'
import { type CamtEntry, type CamtTransaction, countField, nameBatches } from './camt-entry.ts'
import { bankCode, otherAccount, realId, signOf, transactionAmount } from './camt-fields.ts'
import { addCharges, chargesIn, explains } from './charges.ts'
import { textAt, treeAt, type XmlTree } from './tree.ts'

/** What the section remembers from entry to entry. */
interface Around {
  heading: { section: number; format: StatementFormat }
  entries: StatementTally
  lineNames?: LineNames
  waiting?: number
}

/** A part of the entry's details: a transaction, or what is said of the batch. Gives lines once there are two. */
export function takeTransaction(
  entry: CamtEntry,
  around: Around,
  tree: XmlTree,
  line: number,
  options: ParseOptions,
): readonly DraftLine[] {
  const { amount } = entry
  if (amount === null) throw new BrokenFile('no_amount', entry.line)
  if (tree.name === 'Btch') {
    countField(entry, line)
    // An entry of several batches comes to all of their payments.
    const count = Number(textAt(tree, 'NbOfTxs') ?? Number.NaN) || null
    const before = entry.batch
    entry.batch = {
      count: before === null ? count : count === null || before.count === null ? null : before.count + count,
      reference: before?.reference ?? realId(textAt(tree, 'PmtInfId', 'MsgId')),
    }
    nameBatches(entry, textsIn(tree))
    return []
  }
  if (tree.name !== 'TxDtls') return []
  const transaction = read(entry, tree, amount.currency, line)
  entry.transactions += 1
  entry.sumMinor += transaction.signed ?? 0
  if (transaction.signed === null) entry.silent += 1
  if (transaction.signed === null && !transaction.isZero) entry.unsaid = (entry.unsaid ?? 0) + 1
  entry.partCharges = addCharges(entry.partCharges, chargesIn(tree, amount.currency, line))
  if (entry.transactions === 1) {
    entry.first = transaction
    return []
  }
  const both = entry.first === null ? [transaction] : [entry.first, transaction]
  entry.first = null
  if (!isBooked(entry) || isUnnumbered(entry, around, null)) return []
  return both.filter(({ signed }) => signed !== null).map((one) => partOf(entry, around, one, options))
}

function read(entry: CamtEntry, tree: XmlTree, currency: string, line: number): CamtTransaction {
  const sign = signOf(textAt(tree, 'CdtDbtInd') ?? entry.indicator, line)
  const amount = transactionAmount(tree, currency, line)
  const refs = treeAt(tree, 'Refs')
  const texts = ['Refs', 'RmtInf', 'AddtlTxInf'].map((name) => textsIn(treeAt(tree, name))).join(' ')
  const ownRef = realId(textAt(refs, 'AcctSvcrRef'))
  return {
    line,
    signed: amount === null || amount.minor === 0 ? null : sign * amount.minor,
    isZero: amount?.minor === 0,
    isInstructed: amount?.isInstructed ?? false,
    sign,
    ownRef,
    providerId: ownRef ?? realId(textAt(refs, 'TxId', 'InstrId')) ?? entry.bankRef,
    reference: realId(textAt(refs, 'EndToEndId')),
    rawType: bankCode(treeAt(tree, 'BkTxCd')) ?? entry.rawType,
    isReturn: entry.isReversal || treeAt(tree, 'RtrInf') !== undefined,
    account: otherAccount(tree, sign),
    batches: batchIdsIn(texts),
    named: referencesIn(texts),
  }
}

/** All that stands in a tree. */
function textsIn(tree: XmlTree | undefined): string {
  return tree === undefined ? '' : [tree.text, ...tree.children.map(textsIn)].join(' ')
}

/** The lines that are left when the entry ends: the entry itself, and a fee that was inside it. */
export function endEntry(entry: CamtEntry, around: Around, options: ParseOptions): readonly DraftLine[] {
  const { amount, first, batch, line } = entry
  if (amount === null) throw new BrokenFile('no_amount', line)
  const sign = signOf(entry.indicator, line)
  const entrySigned = sign * amount.minor
  countEntry(around.entries, entry, sign, amount.minor)
  if (!isBooked(entry)) return []
  if (isUnnumbered(entry, around, first)) {
    around.waiting = (around.waiting ?? 0) + 1
    return []
  }
  const isExplained = (difference: number) => explains(entry.charges, entry.partCharges, difference)
  // Parts of which none says an amount, or all of zero, leave the money to the entry.
  const isSilent = entry.transactions > 1 && entry.silent === entry.transactions
  if (entry.transactions > 1 && !isSilent) {
    if (entry.unsaid) throw new BrokenFile('batch', line, 'a part without an amount')
    if (batch?.count != null && batch.count !== entry.transactions) {
      throw new BrokenFile('batch', line, `${batch.count} parts, ${entry.transactions} shown`)
    }
    const feeMinor = entrySigned - entry.sumMinor
    if (feeMinor !== 0 && !isExplained(feeMinor)) {
      throw new BrokenFile('batch', line, `${entrySigned}, parts ${entry.sumMinor}`)
    }
    return feeMinor === 0 ? [] : [feeOf(entry, around, feeMinor, options)]
  }
  if (amount.minor === 0) return []
  const alone = first ?? wholeOf(entry, sign)
  const isSaid = alone.signed !== null && !(alone.isInstructed && !isExplained(entrySigned - alone.signed))
  const signed = isSaid
    ? (alone.signed ?? 0)
    : entrySigned - entry.charges.includedMinor - entry.partCharges.includedMinor
  const feeMinor = entrySigned - signed
  if (feeMinor !== 0 && !isExplained(feeMinor)) {
    throw new BrokenFile('batch', line, `${entrySigned}, its transaction ${signed}`)
  }
  const key = keyOf(entry, around, alone)
  const draft = draftOf(entry, around, alone, signed, key, options)
  const count = isSilent ? entry.transactions : (batch?.count ?? 0)
  const parts = first === null && count > 1 ? count : null
  const batches = [...new Set([...(entry.batches ?? []), ...alone.batches])]
  const whole = { ...draft, parts, reference: draft.reference ?? batch?.reference ?? null, batches }
  if (feeMinor === 0) return [whole]
  return [{ ...whole, entry: key }, feeOf(entry, around, feeMinor, options)]
}

function countEntry(entries: StatementTally, entry: CamtEntry, sign: 1 | -1, amountMinor: number): void {
  // One of zero has a direction as well.
  const direction = sign < 0 ? 'debit' : 'credit'
  // What is pending has no day yet; its money is counted by the file alone.
  const moment = isBooked(entry) ? momentOf(entry) : { day: '', bookedAt: null }
  const plain = { line: entry.line, ...moment, kind: 'other', rawType: '', balanceMinor: null } as const
  tallyLine(entries, { ...plain, direction, amountMinor })
}

/** Pending and informational entries move no money. */
function isBooked({ status }: CamtEntry): boolean {
  return status === null || status === 'BOOK'
}

/**
 * A booking of an intraday report that the bank has not numbered. By all that it says it might be told apart from others,
 * but not known again: the statement may say it in other words, and it would count twice.
 */
function isUnnumbered({ bankRef }: CamtEntry, { heading }: Around, alone: CamtTransaction | null): boolean {
  return heading.format === 'camt052' && bankRef === null && (alone?.ownRef ?? null) === null
}

function wholeOf(entry: CamtEntry, sign: 1 | -1): CamtTransaction {
  return {
    line: entry.line,
    signed: null,
    isZero: false,
    isInstructed: false,
    sign,
    ownRef: null,
    providerId: entry.bankRef,
    reference: null,
    rawType: entry.rawType,
    isReturn: entry.isReversal,
    account: null,
    batches: [],
  }
}

function partOf(entry: CamtEntry, around: Around, part: CamtTransaction, options: ParseOptions): DraftLine {
  if (part.signed === null) throw new BrokenFile('batch', part.line, 'a part without an amount')
  const whole = keyOf(entry, around, null)
  const name = part.ownRef ?? part.reference ?? part.providerId ?? ''
  // Parts that say the same are told apart by their order in the entry.
  const key = keyAmongSame(around, whole, `${whole}#${name}:${part.signed}`)
  // The entry's reference is no part's: it would name the same payout in all of them.
  const providerId = part.providerId === entry.bankRef ? part.ownRef : part.providerId
  return { ...draftOf(entry, around, { ...part, providerId }, part.signed, key, options), entry: whole }
}

function feeOf(entry: CamtEntry, around: Around, signed: number, options: ParseOptions): DraftLine {
  const whole = keyOf(entry, around, null)
  const sign = signed < 0 ? -1 : 1
  const fee = draftOf(entry, around, wholeOf(entry, sign), signed, `${whole}#fee`, options)
  return { ...fee, entry: whole, reference: null, kind: sign < 0 ? 'fee' : 'return', rawType: 'Chrgs' }
}

/**
 * The bank's reference and the amount; without a reference, all that the entry says. What comes again within a day is
 * told apart by its order there.
 */
function keyOf(entry: CamtEntry, around: Around, alone: CamtTransaction | null): string {
  if (entry.key !== null) return entry.key
  const { amount, bankRef, entryRef, rawType, indicator } = entry
  const bits = `${indicator === 'DBIT' ? 'd' : 'c'}${amount?.minor ?? 0}`
  const ref = bankRef ?? alone?.ownRef ?? null
  const day = momentOf(entry).day
  const identity = [day, bits, entryRef ?? '', rawType, alone?.reference ?? alone?.providerId ?? ''].join('|')
  entry.key = keyAmongSame(around, day, ref === null ? identity : `${ref}|${bits}`)
  return entry.key
}

/** Ours, where the texts of a payment, or those of an entry of one payment, name one and no other. */
function ownReference(entry: CamtEntry, { named = [] }: CamtTransaction): string | null {
  const all = new Set(named.length > 0 || entry.transactions > 1 ? named : entry.named)
  const [ours] = all
  return all.size === 1 ? (ours ?? null) : null
}

function momentOf({ moment, valueMoment, undatedDay, line }: CamtEntry): Moment {
  const found = moment ?? valueMoment ?? (undatedDay === null ? null : { day: undatedDay, bookedAt: null })
  if (found === null) throw new BrokenFile('no_day', line)
  return found
}

function draftOf(
  entry: CamtEntry,
  { heading }: Around,
  part: CamtTransaction,
  signed: number,
  key: string,
  { kinds }: ParseOptions,
): DraftLine {
  const direction = signed < 0 ? 'debit' : 'credit'
  return lineDraft({
    section: heading.section,
    line: part.line,
    key,
    ...momentOf(entry),
    direction,
    amountMinor: Math.abs(signed),
    currency: entry.amount?.currency ?? '',
    ...(entry.key === null ? {} : { booking: entry.key }),
    batches: part.batches,
    providerId: part.providerId,
    reference: ownReference(entry, part) ?? part.reference,
    kind: bankKindOf(part.rawType, direction, part.isReturn, kinds),
    rawType: part.rawType,
    account: part.account,
  })
}
