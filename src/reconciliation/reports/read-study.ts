/** Reads what a study's report and its closing certificate are made of, and makes them. */

import { findStudyWithOffers } from '../../journey/study.ts'
import { booksZone, dayBefore, dayMs, dayOf, weekOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { voucherReference } from '../../rewards/vouchers/voucher.ts'
import { type ClosingReport, currencyAccount } from './closing.ts'
import { mostListed, sumOfTallies } from './parts.ts'
import { instantsOf, type ReportPeriod } from './period.ts'
import { after, type Holding, type LedgerFlow, type OfferPart, type StudyReport } from './study-report.ts'
import * as store from './study-store.ts'

/** A study's report for a month or a day; undefined when there is no such study. */
export async function readStudyReport(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  slug: string,
  period: ReportPeriod,
): Promise<StudyReport | undefined> {
  const study = await findStudyWithOffers(db, slug, clock.now())
  if (study === undefined) return undefined
  const { begins, ends } = instantsOf(period)
  return {
    format: 1,
    kind: 'study',
    subject: `${slug} ${period.name}`,
    study: { id: study.id, slug },
    zone: booksZone,
    from: period.from,
    to: period.to,
    costCentre: study.settings.costCentre,
    projectCode: study.settings.projectCode,
    offers: offersOf(await db.read(store.moneyOfStudy(study.id, begins, ends))),
    note: null,
  }
}

/** Each offer before and after, from what it has now: what moved since is taken back. */
export function offersOf(rows: readonly store.MoneyPart[]): OfferPart[] {
  const flowsOf = (offer: string, source: 'later' | 'during'): LedgerFlow[] =>
    rows.flatMap(({ source: from, offer: of, debit, credit, count, amountMinor }) =>
      from === source && of === offer ? [{ debit, credit, count, amountMinor }] : [],
    )
  return rows.flatMap((row) => {
    if (row.source !== 'balance') return []
    const {
      offer,
      currency,
      offerAmountMinor,
      offerTaxMinor,
      total,
      available,
      reserved,
      liability,
      clearing,
      paid,
      tax,
      outside,
    } = row
    const now: Holding = { total, available, reserved, liability, clearing, paid, tax, outside }
    const flows = flowsOf(offer, 'during')
    const closing = before(now, flowsOf(offer, 'later'))
    const worth = { amountMinor: offerAmountMinor, taxMinor: offerTaxMinor }
    return [{ offer, currency, ...worth, opening: before(closing, flows), closing, flows }]
  })
}

/** What a holding was before these flows. */
function before(holding: Holding, flows: readonly LedgerFlow[]): Holding {
  return after(
    holding,
    flows.map((flow) => ({ ...flow, debit: flow.credit, credit: flow.debit })),
  )
}

/**
 * A study's closing certificate; undefined when there is no such study.
 * @param through up to and with this day; yesterday unless told
 */
export async function readClosing(
  { db, clock, keys, settings: { smallestGroup } }: Pick<Ports, 'db' | 'clock' | 'keys' | 'settings'>,
  slug: string,
  through?: string,
): Promise<ClosingReport | undefined> {
  const now = clock.now()
  const study = await findStudyWithOffers(db, slug, now)
  if (study === undefined) return undefined
  const to = through ?? dayBefore(dayOf(booksZone, now))
  const { ends } = instantsOf({ from: to, to })
  const [money, flows, states, fees, erased, unpaid, unpaidSums, few] = await Promise.all([
    db.read(store.moneyOfStudy(study.id, ends, ends)),
    db.read(store.flowsOfStudy(study.id, ends)),
    db.read(store.vouchersByState(study.id)),
    db.read(store.providerFees(study.id)),
    db.read(store.erasedOfStudy(study.id)),
    db.read(store.neverPaid(study.id, mostListed)),
    db.read(store.neverPaidSums(study.id)),
    db.read(store.fewMade(study.id, smallestGroup)),
  ])
  const isFew = new Set(few.map(({ currency, day }) => `${currency} ${day}`))
  const offers = offersOf(money)
  const currencies = [...new Set(offers.map(({ currency }) => currency))].sort()
  const listed = await Promise.all(
    unpaid.map(async ({ id, codeKey, day, ...one }) => {
      const shown = isFew.has(`${one.currency} ${day}`) ? weekOf(day) : day
      return {
        reference: await voucherReference(keys, { id, codeKey }),
        ...one,
        state: 'open' as const,
        day: shown,
        days: Math.max(0, Math.round((Date.parse(to) - Date.parse(shown.slice(0, 10))) / dayMs)),
      }
    }),
  )
  const { settings } = study
  return {
    format: 1,
    kind: 'closing',
    subject: slug,
    study: { id: study.id, slug, closesAt: study.closesAt },
    zone: booksZone,
    from: dayOf(booksZone, study.opensAt),
    to,
    costCentre: settings.costCentre,
    projectCode: settings.projectCode,
    tax: settings.tax.mode,
    accounts: currencies.map((currency) =>
      currencyAccount(
        currency,
        offers
          .filter((offer) => offer.currency === currency)
          .map(({ offer, closing }) => ({ holding: closing, flows: flows.filter((flow) => flow.offer === offer) })),
        fees.find((fee) => fee.currency === currency)?.amountMinor ?? 0,
      ),
    ),
    underWay: sumOfTallies(states.filter(({ state }) => state === 'held' || state === 'issued' || state === 'claimed'))
      .count,
    neverClaimed: {
      sums: unpaidSums,
      listed: listed.sort((one, other) => (one.reference < other.reference ? -1 : 1)),
    },
    erased,
    note: null,
  }
}
