import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { DoorPolicy } from '../../../schema/tables.ts'
import { canonicalJson, versionOf } from '../../platform/crypto/version.ts'
import type { Write, WriteOutcome } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { openBalance, type Transfer, transfer } from '../../rewards/ledger/ledger.ts'
import { faultsOfOffer } from '../../rewards/offers/keepable.ts'
import { addOffer, addOfferPlace, addThanksPlace } from '../../rewards/offers/store.ts'
import { parted } from '../../rewards/offers/tax.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { addFirstRoles } from '../../staff/permissions/store.ts'
import { checkQuestionnaire } from '../../survey/questionnaire/checks/check.ts'
import { faultsOfQuotas } from '../../survey/quotas/faults.ts'
import { addCell } from '../../survey/quotas/store.ts'
import { firstState } from '../../survey/studies/state-store.ts'
import * as store from '../../survey/studies/store.ts'
import { addFirstVersion } from '../../survey/studies/versions.ts'
import { type GivenSettings, settingsSchema } from '../settings-schema.ts'

export interface NewStudy {
  slug: string
  questionnaire: Questionnaire
  settings: GivenSettings
  openLinkPolicy: DoorPolicy
  invitationPolicy: DoorPolicy
  /** ISO 8601 in UTC. */
  opensAt: string
  closesAt: string | null
  /**
   * `amountMinor` is what `settings.tax` says: before tax (`net`), or what reaches the holder. `places` are codes of the
   * place question; 0 is every other place. `budgetMinor` is the offer's whole budget, tax included; 0 for none yet.
   */
  offers: NewOffer[]
  /** The same for those whose place in a quota was lost to others while they answered; smaller, and none unless given. */
  thanks?: NewOffer[]
}

type Settings = ReturnType<typeof settingsSchema.parse>

interface NewOffer {
  currency: string
  amountMinor: number
  budgetMinor: number
  channels: string[]
  places: number[]
}

/**
 * Opens a study with its offers and their budgets, all or nothing; a slug that is taken is refused.
 * @param first what it does from now on: `ready` waits for somebody to open it. One that collects in the mainland is refused
 *   by `study_status_permitted` when it opens at once; `actor` is a staff id
 * @throws Error with a line per error when the questionnaire cannot be asked, a quota cannot be counted or an offer cannot
 *   be kept
 */
export async function openStudy(
  ports: Ports,
  study: NewStudy,
  first: FirstState & { id?: string } = {},
): Promise<WriteOutcome> {
  return ports.db.together(...(await studyWrites(ports, study, first)).writes)
}

interface FirstState {
  state?: 'ready' | 'open'
  actor?: string
}

/** What opening a study writes, and the ids of its offers in their order, thank-yous last; otherwise as `openStudy`. */
export async function studyWrites(
  { db, clock, ids, payers }: Pick<Ports, 'db' | 'clock' | 'ids' | 'payers'>,
  study: NewStudy,
  { id = ids.next('study'), state = 'open', actor = 'system' }: FirstState & { id?: string } = {},
): Promise<{ writes: Write[]; offerIds: string[] }> {
  const settings = settingsSchema.parse(study.settings)
  const { tax, quotas, retention, mainland } = settings
  refuseQuestions(study, settings, state)
  const offers = [
    ...study.offers.map((offer) => ({ ...offer, placeOf: addOfferPlace })),
    ...(study.thanks ?? []).map((offer) => ({ ...offer, placeOf: addThanksPlace })),
  ]
  refuseOffers(study, offers, tax, payers)
  const at = clock.now()
  const version = versionOf(study.questionnaire)
  const known = await store.hasQuestionnaire(db, version)
  const offerIds = offers.map(() => ids.next('offer'))
  const writes = [
    ...(known ? [] : [store.addQuestionnaire({ version, document: canonicalJson(study.questionnaire), at })]),
    store.addStudy({
      id,
      slug: study.slug,
      version,
      // Written out: a study that names no times is one from before there were any.
      settings: JSON.stringify({ ...study.settings, retention }),
      openLinkPolicy: study.openLinkPolicy,
      invitationPolicy: study.invitationPolicy,
      opensAt: study.opensAt,
      closesAt: study.closesAt,
      at,
    }),
    ...firstState(id, { state, actor, at }, mainland),
    ...quotas.map(({ cell, limit }) => addCell({ studyId: id, cell, cap: limit })),
    ...offers.flatMap((offer, position) => {
      const offerId = offerIds[position] ?? ''
      return [
        addOffer({
          id: offerId,
          studyId: id,
          position,
          currency: offer.currency,
          ...parted(offer.amountMinor, tax),
          channels: JSON.stringify(offer.channels),
          at,
        }),
        openBalance({ offerId }),
        ...offer.places.map((place) => offer.placeOf({ studyId: id, place, offerId })),
        ...(offer.budgetMinor === 0 ? [] : transfer(funding(ids.next('t'), offerId, offer.budgetMinor, at))),
      ]
    }),
    addFirstVersion({ studyId: id, version, by: actor, at }),
    ...addFirstRoles({ ids }, { studyId: id, by: actor, at }),
    addAudit({
      id: ids.next('audit'),
      actor,
      action: state === 'open' ? 'study.opened' : 'study.made',
      subject: id,
      at,
    }),
  ]
  return { writes, offerIds }
}

const funding = (id: string, offerId: string, amountMinor: number, at: string): Transfer => ({
  id,
  offerId,
  debit: 'funding',
  credit: 'available',
  amountMinor,
  at,
})

/** @throws Error as `openStudy`, for its questionnaire and its quotas */
function refuseQuestions({ questionnaire }: NewStudy, { quotas, languages }: Settings, state: 'ready' | 'open'): void {
  // What nobody is asked yet may still be translated; without that it does not open.
  const checked = checkQuestionnaire(questionnaire, state === 'ready' ? [] : languages)
  if (!checked.ok) throw new Error(checked.errors.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  const uncountable = faultsOfQuotas(questionnaire, quotas)
  if (uncountable.length > 0) throw new Error(uncountable.map((fault) => `quotas: ${fault}`).join('\n'))
}

/** @throws Error as `openStudy`, for its offers */
function refuseOffers(
  { questionnaire }: NewStudy,
  offers: readonly NewOffer[],
  tax: Settings['tax'],
  payers: Ports['payers'],
): void {
  const faults = offers.flatMap((offer) => faultsOfOffer(offer, tax, payers))
  if (questionnaire.place === undefined && offers.some(({ places }) => places.some((place) => place !== 0))) {
    faults.push('the questionnaire asks for no place, so an offer is for every place (0)')
  }
  if (faults.length > 0) throw new Error(faults.map((fault) => `offers: ${fault}`).join('\n'))
}
