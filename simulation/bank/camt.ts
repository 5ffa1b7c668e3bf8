/** What the bank tells of its bookings, mostly: statements (camt.053) and notifications (camt.054). */
import { formatMinorUnits } from '../../src/platform/money/money.ts'
import type { Booking, Payment } from './bank.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** How a sum is told: as it is, or with its parts. */
export type Form = 'whole' | 'parts'

interface Told {
  booking: Booking
  form: Form
}

const amountOf = (currency: string) => (minor: number) =>
  `<Amt Ccy="${currency}">${formatMinorUnits(Math.abs(minor), currency)}</Amt><CdtDbtInd>${minor < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`

function entryText({ booking, form }: Told, amount: (minor: number) => string): string {
  const { day, ref, minor, payments, isReturn, named } = booking
  const isWhole = booking.manner.startsWith('sum') && form === 'whole'
  const part = (one: Payment) =>
    `<TxDtls><Refs><EndToEndId>${one.reference}</EndToEndId></Refs>${amount(minor < 0 ? -one.minor : one.minor)}${isReturn ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' : ''}</TxDtls>`
  const batch =
    named === null
      ? ''
      : `<Btch><PmtInfId>${named.paymentId}</PmtInfId><NbOfTxs>${isWhole ? named.count : payments.length}</NbOfTxs></Btch>`
  const details = batch + (isWhole ? '' : payments.map(part).join(''))
  const family = isReturn ? 'IRCT</Cd><SubFmlyCd>RRTN' : 'ICDT</Cd><SubFmlyCd>ESCT'
  const code = `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</SubFmlyCd></Fmly></Domn></BkTxCd>`
  const inside = details === '' ? '' : `<NtryDtls>${details}</NtryDtls>`
  return `<Ntry>${amount(minor)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${ref}</AcctSvcrRef>${code}${inside}</Ntry>`
}

function document(message: '053' | '054', id: string, accountId: string, inside: string): Bytes {
  const [outer, inner] = message === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const account = `<Acct><Id><Othr><Id>622200</Id></Othr></Id><Ccy>${accountId.slice(-3)}</Ccy></Acct>`
  return new TextEncoder().encode(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.08"><${outer}><${inner}><Id>${id}</Id>${account}${inside}</${inner}></${outer}></Document>`,
  )
}

export interface StatementOf {
  accountId: string
  from: string
  to: string
  openingMinor: number
  closingMinor: number
  told: readonly Told[]
}

/** A statement of whole days, with its balances. */
export function statementBytes(
  id: string,
  { accountId, from, to, openingMinor, closingMinor, told }: StatementOf,
): Bytes {
  const amount = amountOf(accountId.slice(-3))
  const balance = (name: string, minor: number, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${name}</Cd></CdOrPrtry></Tp>${amount(minor)}<Dt><Dt>${day}</Dt></Dt></Bal>`
  const period = `<FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>`
  const balances = balance('OPBD', openingMinor, from) + balance('CLBD', closingMinor, to)
  return document('053', id, accountId, period + balances + told.map((one) => entryText(one, amount)).join(''))
}

/** A notification of some bookings, with their parts. */
export function notificationBytes(id: string, accountId: string, bookings: readonly Booking[]): Bytes {
  const amount = amountOf(accountId.slice(-3))
  return document(
    '054',
    id,
    accountId,
    bookings.map((booking) => entryText({ booking, form: 'parts' }, amount)).join(''),
  )
}
