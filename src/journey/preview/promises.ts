/** What a study may cost at most, and what of its promises cannot be kept or had by anybody. */

import { inEachLanguage, type Text } from '../../../schema/questionnaire.ts'
import type { Channel } from '../../../schema/tables.ts'
import type { Ports } from '../../ports.ts'
import { readCalendar } from '../../rewards/calendar/store.ts'
import type { Offer } from '../../rewards/offers/offer.ts'
import { offerFor } from '../../rewards/offers/offer.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { channelsFor } from '../../rewards/payees/channels.ts'
import { indexOf } from '../../survey/questionnaire/indexed.ts'
import type { StudyWithOffers } from '../study.ts'
import { budgetsOf } from './store.ts'

export interface ShownPromise {
  currency: string
  /** Tax included. */
  grossMinor: number
  amountMinor: number
  /** How many can be paid from the whole budget, and what that comes to. */
  most: number
  costMinor: number
  /** For whom: labels of places; null for every other place. */
  places: readonly Text[] | null
  /** Ways of paying it that nobody is set up for. */
  unpaid: readonly string[]
  /** No way of paying it is set up. */
  isUnpayable: boolean
  /** Nobody who gets to the end lives there. */
  isForNobody: boolean
}

export interface Promises {
  offers: readonly ShownPromise[]
  /** The most of each currency, in minor units. */
  cost: ReadonlyMap<string, number>
  /** Places whose people get to the end and no reward. */
  without: readonly Text[]
  /** Places of offers that no option names. */
  unnamed: readonly number[]
  /** Years in which money may have to go out, and which are not published. */
  calendar: { id: string; years: readonly number[] }
}

/** @param reached answers to the place question with which somebody gets to the end */
export async function promisesOf(
  ports: Ports,
  study: StudyWithOffers,
  reached: ReadonlySet<number>,
): Promise<Promises> {
  const { db, clock } = ports
  const budgets = new Map((await db.read(budgetsOf({ studyId: study.id }))).map((row) => [row.id, row.total]))
  const { place } = study.questionnaire
  const options = (place === undefined ? undefined : indexOf(study.questionnaire).questions.get(place))?.options ?? []
  const labels = new Map(options.map(({ code, label }) => [code, label]))
  const named = (codes: readonly number[]) => codes.map((code) => labels.get(code) ?? numbered(code))

  const shown = (offer: Offer): ShownPromise => {
    const codes = [...study.offerByPlace].filter(([, of]) => of.id === offer.id).map(([code]) => code)
    const most = Math.floor((budgets.get(offer.id) ?? 0) / grossOf(offer))
    const channels = channelsFor(offer, ports)
    return {
      currency: offer.currency,
      grossMinor: grossOf(offer),
      amountMinor: offer.amountMinor,
      most,
      costMinor: most * grossOf(offer),
      places: codes.includes(0) ? null : named(codes),
      unpaid: offer.channels.filter((channel) => !channels.includes(channel as Channel)),
      isUnpayable: channels.length === 0,
      isForNobody: place !== undefined && ![...reached].some((code) => offerFor(study, code)?.id === offer.id),
    }
  }
  const offers = study.offers.map(shown)
  const cost = new Map<string, number>()
  for (const { currency, costMinor } of offers) cost.set(currency, (cost.get(currency) ?? 0) + costMinor)
  return {
    offers,
    cost,
    without: study.offers.length === 0 ? [] : named([...reached].filter((code) => offerFor(study, code) === undefined)),
    unnamed: [...study.offerByPlace.keys()].filter((code) => code !== 0 && place !== undefined && !labels.has(code)),
    calendar: await missingYears(ports, study, clock.now()),
  }
}

const numbered = (code: number): Text => inEachLanguage(() => String(code))

/** Where no end is set, two months ahead are looked at. */
const aheadMs = 60 * 86_400_000

async function missingYears({ db }: Ports, { settings, closesAt }: StudyWithOffers, now: string) {
  const { id, years } = await readCalendar(db, settings.calendar)
  const until = closesAt === null ? Date.parse(now) + aheadMs : Math.max(Date.parse(closesAt), Date.parse(now))
  // What is claimed at the end is paid some days later.
  const last = new Date(until + 14 * 86_400_000).getUTCFullYear()
  const wanted = Array.from({ length: last - Number(now.slice(0, 4)) + 1 }, (_, at) => Number(now.slice(0, 4)) + at)
  return { id, years: wanted.filter((year) => !years.includes(year)) }
}
