/** Counts what each study says of itself in public: once a day, by the sweep; two at once are harmless. */
import { taken } from '../../../schema/constraints.ts'
import { findStudyWithOffers } from '../../journey/study.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { workingDaysBetween } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { signJson } from '../reports/signing/signed-file.ts'
import * as store from './store.ts'
import { fold, hasNewPayments, medianOf, type TrustFigures, type TrustLine } from './trust.ts'

/** How many of the newest batches, and of their payments, the days are counted from. */
const batchesLookedAt = 20
const paymentsLookedAt = 200
const studiesInARun = 20

type Needs = Pick<Ports, 'db' | 'clock' | 'keys'>

/** Counts today's figures of every study that has none yet. */
export async function countTrust(ports: Needs): Promise<void> {
  const day = dayOf(booksZone, ports.clock.now())
  const studies = await ports.db.read(store.studiesWithout(day))
  for (const study of studies.slice(0, studiesInARun)) await count(ports, study, day)
}

async function count(ports: Needs, { id, slug }: { id: string; slug: string }, day: string): Promise<void> {
  const { db, clock, keys } = ports
  const before = (await readFigures(ports, id, 1))[0]?.figures
  const now = linesOf(await db.read(store.owedAndPaid(id)))
  const lines = fold(before?.lines ?? [], now)
  const seal = await first(db, store.lastSeal)
  const isNew = hasNewPayments(before?.lines ?? [], lines)
  const figures: TrustFigures = {
    study: slug,
    day,
    lines,
    medianWorkingDays: isNew ? await median(ports, id, slug) : (before?.medianWorkingDays ?? null),
    seals: seal?.n ?? 0,
    head: seal?.hash ?? null,
    sealedOn: seal?.day ?? null,
  }
  const signature = await signJson(keys, 'trust+jws', figures)
  const content = canonicalJson(figures)
  await perform(db, "A study's figures", async () =>
    plan<void>({
      rows: [store.addSignedDay({ studyId: id, day, content, signature, at: clock.now() })],
      done: undefined,
      refused: ({ on }) => (on === taken.trustDay ? undefined : unexpected),
    }),
  )
}

/** Offers of one currency together; all vouchers of an offer are of its amount. */
function linesOf(
  offers: readonly { currency: string; offerAmountMinor: number; owedMinor: number; paidMinor: number }[],
) {
  const lines = new Map<string, TrustLine>()
  for (const { currency, offerAmountMinor, owedMinor, paidMinor } of offers) {
    const line = lines.get(currency) ?? {
      currency,
      owed: { count: 0, amountMinor: 0 },
      paid: { count: 0, amountMinor: 0 },
    }
    lines.set(currency, {
      currency,
      owed: {
        count: line.owed.count + Math.round(owedMinor / offerAmountMinor),
        amountMinor: line.owed.amountMinor + owedMinor,
      },
      paid: {
        count: line.paid.count + Math.round(paidMinor / offerAmountMinor),
        amountMinor: line.paid.amountMinor + paidMinor,
      },
    })
  }
  return [...lines.values()]
}

async function median({ db, clock }: Needs, studyId: string, slug: string): Promise<number | null> {
  const study = await findStudyWithOffers(db, slug, clock.now())
  if (study === undefined) return null
  const calendar = await loadCalendar(db, study.settings.calendar, clock.now())
  const payments = await db.read(store.newestPayments(studyId, batchesLookedAt, paymentsLookedAt))
  const days = payments.map(({ claimedAt, paidAt }) =>
    workingDaysBetween(calendar, dayOf(calendar.zone, claimedAt), dayOf(calendar.zone, paidAt)),
  )
  return medianOf(days.filter((count) => count !== null))
}

export interface PublishedFigures {
  figures: TrustFigures
  signature: string
}

/** What a study has said, newest day first. */
export async function readFigures(
  { db }: Pick<Ports, 'db'>,
  studyId: string,
  days: number,
): Promise<PublishedFigures[]> {
  const signedDays = await db.read(store.signedDays({ studyId, limit: days }))
  return signedDays.map(({ content, signature }) => ({ figures: JSON.parse(content), signature }))
}
