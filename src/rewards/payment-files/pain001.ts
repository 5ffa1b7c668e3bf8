/**
 * ISO 20022 customer credit transfer initiation, pain.001.001.09 (Message Definition Report, Payments Initiation): the
 * file that a bank takes its orders from. The order of the elements is the schema's.
 */

import { type Element, element, xmlDocument } from '../../platform/files/xml/write.ts'
import { formatMinorUnits, formatMixedSum } from '../../platform/money/money.ts'
import type { Debtor } from '../../ports.ts'
import type { BankProfile } from './bank-profile.ts'
import { inFileOrder, type PaymentLine, type Total, totalsByCurrency } from './line.ts'
import { paymentIdOf } from './message-id.ts'
import { accountElement, agentOf, type CreditorFault, creditorOf, nameFor, remittanceFor } from './pain001-parties.ts'

export interface PainMeta {
  /**
   * Letters and digits, at most 31. The same batch has the same one, for ever: a bank that is handed a message twice
   * knows it by this.
   */
  messageId: string
  /** The day it is made, `2026-02-26`; finer than a day would tell who was handed out when. */
  day: string
  /** The day on which the bank is to pay. */
  executionDay: string
}

/** Why a file cannot be made; `reference` is null when it is the debtor's own details. */
export interface PainRefusal {
  reference: string | null
  why: CreditorFault
}

/**
 * The file as text: one payment information for each currency, one transaction for each line, whose `EndToEndId` is our
 * reference. Refused as a whole when a line cannot be paid by a bank as it stands; nothing is cut short or left out.
 * @throws Error for an id that no message can have, and for no lines
 */
export async function pain001(
  lines: readonly PaymentLine[],
  debtor: Debtor,
  meta: PainMeta,
  profile: BankProfile,
): Promise<{ xml: string } | { refused: PainRefusal[] }> {
  if (!/^[A-Za-z0-9]{1,31}$/.test(meta.messageId)) throw new Error('A message id has 1 to 31 letters and digits.')
  if (lines.length === 0) throw new Error('A message without a payment is none.')
  const name = nameFor(profile, debtor.name)
  const read = (await inFileOrder(lines)).map((line) => ({ line, creditor: creditorOf(line, profile) }))
  const refused: PainRefusal[] = read.flatMap(({ line, creditor }) =>
    'why' in creditor ? [{ reference: line.reference, why: creditor.why }] : [],
  )
  if ('why' in name) refused.unshift({ reference: null, why: name.why })
  if (refused.length > 0 || 'why' in name) return { refused }

  const orders = read.flatMap(({ line, creditor }) =>
    'why' in creditor ? [] : [{ line, elements: creditor.elements }],
  )
  const totals = totalsByCurrency(lines)
  const payments = totals.map((total) =>
    paymentInformation(
      total,
      orders.filter(({ line }) => line.currency === total.currency).map((order) => transaction(order, profile)),
      { name: name.text, debtor, meta },
    ),
  )
  const xml = xmlDocument(
    element(
      'Document',
      [
        element('CstmrCdtTrfInitn', [
          element('GrpHdr', [
            element('MsgId', meta.messageId),
            element('CreDtTm', `${meta.day}T00:00:00`),
            element('NbOfTxs', String(lines.length)),
            element('CtrlSum', formatMixedSum(totals)),
            element('InitgPty', [element('Nm', name.text)]),
          ]),
          ...payments,
        ]),
      ],
      { xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09' },
    ),
  )
  return { xml }
}

function paymentInformation(
  { currency, count, amountMinor }: Total,
  transactions: readonly Element[],
  { name, debtor, meta }: { name: string; debtor: Debtor; meta: PainMeta },
): Element {
  return element('PmtInf', [
    element('PmtInfId', paymentIdOf(meta.messageId, currency)),
    element('PmtMtd', 'TRF'),
    element('NbOfTxs', String(count)),
    element('CtrlSum', formatMinorUnits(amountMinor, currency)),
    element('ReqdExctnDt', [element('Dt', meta.executionDay)]),
    element('Dbtr', [element('Nm', name)]),
    element('DbtrAcct', [accountElement(debtor.account), element('Ccy', currency)]),
    element('DbtrAgt', [agentOf(debtor.bank)]),
    ...transactions,
  ])
}

function transaction(
  { line, elements }: { line: PaymentLine; elements: readonly Element[] },
  profile: BankProfile,
): Element {
  const { reference, amountMinor, currency } = line
  return element('CdtTrfTxInf', [
    element('PmtId', [element('EndToEndId', reference)]),
    element('Amt', [element('InstdAmt', formatMinorUnits(amountMinor, currency), { Ccy: currency })]),
    ...elements,
    element('RmtInf', [element('Ustrd', remittanceFor(profile, line))]),
  ])
}
