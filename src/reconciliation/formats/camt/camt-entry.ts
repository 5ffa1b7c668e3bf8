/** One entry (`Ntry`) of a camt file, a booking, as far as it has been read. */

import { mostFields } from '../../../platform/files/limits.ts'
import { batchIdsIn, referencesIn } from '../../../rewards/payment-files/message-id.ts'
import { isoMoment, type Moment } from '../dates.ts'
import { BrokenFile } from '../statement.ts'
import { bankCode, camtAmount, realId } from './camt-fields.ts'
import { addCharges, type Charges, chargesIn, noCharges } from './charges.ts'
import { textAt, type XmlTree } from './tree.ts'

/** What was read of a transaction: with its sign, null where the file leaves the amount to the entry. */
export interface CamtTransaction {
  line: number
  signed: number | null
  /** The file says that it is of zero, which leaves the money to the entry as well. */
  isZero: boolean
  /** It is what was instructed, which need not be what was booked. */
  isInstructed: boolean
  sign: 1 | -1
  ownRef: string | null
  providerId: string | null
  reference: string | null
  rawType: string
  isReturn: boolean
  account: string | null
  /** Our batches that its references and texts name. */
  batches: readonly string[]
  /** Our references in its texts; absent in older checkpoints. */
  named?: readonly string[]
}

export interface CamtEntry {
  line: number
  /** Without a sign. */
  amount: { minor: number; currency: string } | null
  indicator: string | null
  isReversal: boolean
  status: string | null
  moment: Moment | null
  valueMoment: Moment | null
  /** What an entry without any day of its own is booked on. */
  undatedDay: string | null
  bankRef: string | null
  entryRef: string | null
  rawType: string
  charges: Charges
  /** Those of its transactions. */
  partCharges: Charges
  batch: { count: number | null; reference: string | null } | null
  /** Our batches that the entry itself names; absent in a checkpoint that was made before there was one. */
  batches?: string[]
  /** Our references in its own texts; absent in older checkpoints. */
  named?: string[]
  /** Fields of its own; absent in older checkpoints. */
  fields?: number
  /** The first transaction waits: alone, it is the entry itself. */
  first: CamtTransaction | null
  transactions: number
  /** Transactions of zero, or of which no amount is said. */
  silent: number
  /** Of those, the ones of which none is said; absent in older checkpoints. */
  unsaid?: number
  /** With signs. */
  sumMinor: number
  key: string | null
}

/** @param undatedDay the day of an entry that names none; null where the file does not say one either */
export function newEntry(line: number, undatedDay: string | null): CamtEntry {
  return {
    line,
    amount: null,
    indicator: null,
    isReversal: false,
    status: null,
    moment: null,
    valueMoment: null,
    undatedDay,
    bankRef: null,
    entryRef: null,
    rawType: '',
    charges: noCharges,
    partCharges: noCharges,
    batch: null,
    batches: [],
    first: null,
    transactions: 0,
    silent: 0,
    sumMinor: 0,
    key: null,
  }
}

/** A field of the entry itself. */
export function addUnit(entry: CamtEntry, tree: XmlTree, line: number, zone: string): void {
  countField(entry, line)
  const text = tree.text.trim()
  const moment = () => {
    const written = textAt(tree, 'Dt', 'DtTm')
    if (written === null) return null
    const found = isoMoment(written, zone, true)
    if (found === null) throw new BrokenFile('day', entry.line)
    return found
  }
  switch (tree.name) {
    case 'Amt': {
      const currency = tree.attributes.Ccy ?? ''
      entry.amount = { minor: camtAmount(text, currency, entry.line), currency }
      break
    }
    case 'CdtDbtInd':
      entry.indicator = text
      break
    case 'RvslInd':
      entry.isReversal = text === 'true' || text === '1'
      break
    case 'Sts':
      // A code of its own until .001.07, an element around it since.
      entry.status = textAt(tree, 'Cd', 'Prtry') ?? text
      break
    case 'BookgDt':
      entry.moment = moment()
      break
    case 'ValDt':
      entry.valueMoment = moment()
      break
    case 'AcctSvcrRef':
      entry.bankRef = realId(text)
      break
    case 'NtryRef':
      entry.entryRef = realId(text)
      nameBatches(entry, text)
      break
    case 'AddtlNtryInf':
      nameBatches(entry, text)
      break
    case 'BkTxCd':
      entry.rawType = bankCode(tree) ?? ''
      break
    case 'Chrgs':
      if (entry.amount === null) throw new BrokenFile('xml', entry.line)
      entry.charges = addCharges(
        entry.charges,
        chargesIn({ ...tree, name: '', children: [tree] }, entry.amount.currency, entry.line),
      )
      break
  }
}

/** Counts a field of an entry: of each, and of what they name, something is remembered. */
export function countField(entry: CamtEntry, line: number): void {
  entry.fields = (entry.fields ?? 0) + 1
  if (entry.fields > mostFields) throw new BrokenFile('too_many', line, `${mostFields} fields of an entry`)
}

/** Keeps which of our batches and payments a text of the entry names, however often; nothing else of it. */
export function nameBatches(entry: CamtEntry, text: string): void {
  entry.batches ??= []
  for (const id of batchIdsIn(text)) entry.batches.push(id)
  entry.named ??= []
  for (const reference of referencesIn(text)) entry.named.push(reference)
}
