/** A batch that a bank was handed as a file, and what the bank tells of it. */

import { messageIdOf, paymentIdOf } from '../../../src/rewards/payment-files/message-id.ts'
import type { ResultLine } from '../../../src/rewards/payment-files/result-line.ts'
import { instructBatch } from '../../../src/rewards/payouts/report.ts'
import { reportResults } from '../../../src/rewards/payouts/results.ts'
import { approved, claimed, staffAs } from '../../support/claimed.ts'
import { startingAfter } from '../../support/databases/copied.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { type Attempt, attemptsOf, uploadBytes } from '../../support/paid.ts'
import { manualPayer } from '../../support/payer.ts'
import type { World, WorldOptions } from '../../support/world.ts'
import { confirm } from '../exceptions/two-people.ts'

export const bankAccount = 'manual:CNY'

export interface BankBatch {
  world: World
  batchId: string
  /** What the bank calls the batch. */
  paymentId: string
  attempts: Attempt[]
}

/** Worlds with a batch of so many, which every order of events begins with. */
const begun = new Map<number, () => Promise<[World, BankBatch]>>()

/** So many payouts of 20.00 CNY in one batch that is paid by hand, on 23 November 2026. */
export async function bankBatch(count: number, options?: Partial<WorldOptions>): Promise<BankBatch> {
  if (options !== undefined) return firstBatch(await fresh(options), count)
  const inWorld = begun.get(count) ?? startingAfter((world) => firstBatch(world, count))
  begun.set(count, inWorld)
  const [world, batch] = await inWorld()
  world.ports.payers = [manualPayer()]
  return { ...batch, world }
}

async function firstBatch(world: World, count: number): Promise<BankBatch> {
  world.ports.payers = [manualPayer()]
  await claimed(world, count)
  return instructed(world)
}

/** All that is claimed and in no batch yet, as one that is paid by hand. */
export async function instructed(world: World): Promise<BankBatch> {
  const before = new Set((await attemptsOf(world)).map(({ id }) => id))
  const batchId = await approved(world, { provider: 'manual', channel: 'alipay' })
  await instructBatch(world.ports, await staffAs(world, 'preparer'), batchId)
  return {
    world,
    batchId,
    paymentId: paymentIdOf(messageIdOf(batchId), 'CNY'),
    attempts: (await attemptsOf(world)).filter(({ id }) => !before.has(id)),
  }
}

/** Reports what came of payouts, and lets a second person confirm what failed. */
export async function results(
  { world, batchId, attempts }: BankBatch,
  some: readonly [n: number, outcome: ResultLine['outcome']][],
) {
  const lines = some.map(
    ([n, outcome]): ResultLine => ({
      reference: attempts[n]?.reference ?? '',
      outcome,
      amountMinor: null,
      providerId: null,
      code: outcome === 'failed' ? 'AC04' : null,
      day: null,
    }),
  )
  await reportResults(world.ports, await staffAs(world, 'preparer'), { batchId, lines, evidence: 'ticket 7' })
  const waiting = (await rowsOf<{ id: string; kind: string; decided: number | null }>(world, 'proposals')).filter(
    ({ kind, decided }) => kind === 'payout_failed' && !decided,
  )
  for (const { id } of waiting) await confirm(world, 'payout_failed', id)
}

export interface Booked {
  day: string
  /** Minor units; below 0: money left. */
  minor: number
  /** The bank's reference. */
  ref: string
  details?: string
  code?: string
}

const text = (minor: number) => (Math.abs(minor) / 100).toFixed(2)
const amount = (minor: number) =>
  `<Amt Ccy="CNY">${text(minor)}</Amt><CdtDbtInd>${minor < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`

/** One transaction of an entry. */
export function part(minor: number, refs: string, more = ''): string {
  return `<TxDtls><Refs>${refs}</Refs>${amount(minor)}${more}</TxDtls>`
}

const code = (word: string) => {
  const [domain, family, sub] = word.split('/')
  return `<BkTxCd><Domn><Cd>${domain}</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>`
}

function entry({ day, minor, ref, details, code: word = minor < 0 ? 'PMNT/ICDT/ESCT' : 'PMNT/RCDT/ESCT' }: Booked) {
  const inside = details === undefined ? '' : `<NtryDtls>${details}</NtryDtls>`
  return `<Ntry>${amount(minor)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${ref}</AcctSvcrRef>${code(word)}${inside}</Ntry>`
}

const accountOf = (number: string) => `<Acct><Id><Othr><Id>${number}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>`
const account = accountOf('622200')
const document = (message: string, outer: string, inner: string, inside: string) =>
  new TextEncoder().encode(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.08"><${outer}><${inner}><Id>1</Id>${inside}</${inner}></${outer}></Document>`,
  )

/** What else a statement says of itself. */
export interface Said {
  /** When the bank made it, ISO 8601. */
  at?: string
  bankAccount?: string
}

/** A statement (camt.053) of some days, with its balances. */
export function statement(
  from: string,
  to: string,
  openingMinor: number,
  booked: readonly Booked[],
  { at, bankAccount: number = '622200' }: Said = {},
) {
  const made = at === undefined ? '' : `<CreDtTm>${at}</CreDtTm>`
  const period = `<FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>`
  const closing = booked.reduce((sum, { minor }) => sum + minor, openingMinor)
  const balance = (name: string, minor: number, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${name}</Cd></CdOrPrtry></Tp>${amount(minor)}<Dt><Dt>${day}</Dt></Dt></Bal>`
  const balances = balance('OPBD', openingMinor, from) + balance('CLBD', closing, to)
  return document(
    '053',
    'BkToCstmrStmt',
    'Stmt',
    made + period + accountOf(number) + balances + booked.map(entry).join(''),
  )
}

/** A notification (camt.054). */
export function notification(booked: readonly Booked[]) {
  return document('054', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn', account + booked.map(entry).join(''))
}

/** Of a debit of three times 20.00 CNY, from 1,000.00, the bank gives the third back, the day after. */
export function thirdReturned({ world, attempts }: BankBatch) {
  const details = part(2_000, `<EndToEndId>${attempts[2]?.reference}</EndToEndId>`, '<RtrInf/>')
  return uploadBytes(
    world,
    statement('2026-11-24', '2026-11-30', 94_000, [
      { day: '2026-11-24', minor: 2_000, ref: 'R2', code: 'PMNT/IRCT/RRTN', details },
    ]),
  )
}
