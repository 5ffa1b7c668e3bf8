/** A study as a set-up again: everything but its address, its window, its budgets and its people. */

import { type Language, languages, type Text } from '../../../schema/questionnaire.ts'
import { formatMinorUnits } from '../../platform/money/money.ts'
import type { Offer } from '../../rewards/offers/offer.ts'
import { grossOf, type Tax } from '../../rewards/offers/tax.ts'
import { studyZone } from '../../survey/studies/study.ts'
import type { StudyWithOffers } from '../study.ts'
import { type Setup, sectionNames, setupSchema, type TypedOffer } from './setup.ts'

/** What a set-up form begins with that is copied from a study, as it is typed. */
export function setupCopy(study: StudyWithOffers): Setup {
  const { settings } = study
  const spoken = settings.languages ?? languages
  const texts = (text: Text | undefined) => typedTexts(text, spoken)
  const text = (value: string | number | null | undefined) => String(value ?? '')
  const { winter, recipient, privacy, retention, tax } = settings
  const currency = study.offers[0]?.currency ?? 'CNY'
  return setupSchema.parse({
    study: {
      languages: [...spoken],
      organiser: texts(settings.organiser),
      contact: settings.contact,
      forWhom: texts(settings.about?.forWhom),
      why: texts(settings.about?.why),
      costCentre: settings.costCentre,
      projectCode: settings.projectCode,
    },
    questionnaire: { from: 'version', version: study.version, minutes: text(settings.minutes) },
    window: {
      zone: studyZone(settings),
      finishDays: text(settings.finishDays),
      winterFrom: text(winter?.from),
      winterTo: text(winter?.to),
      closedFrom: text(winter?.closedFrom),
      closedTo: text(winter?.closedTo),
    },
    people: {
      minimumAge: text(settings.minimumAge),
      mainland: settings.mainland,
      paradata: settings.paradata,
      abroad: recipient !== null,
      recipientName: texts(recipient?.name),
      recipientContact: text(recipient?.contact),
      recipientPurpose: texts(recipient?.purpose),
    },
    privacy: {
      where: texts(privacy?.where),
      authority: texts(privacy?.authority),
      backupDays: text(privacy?.backupDays),
      keepDrafts: text(retention.drafts),
      keepParadata: text(retention.paradata),
      keepAnswers: text(retention.answers),
      keepPayees: text(retention.payees),
      keepMarks: text(retention.marks),
      keepRequests: text(retention.requests),
    },
    rewards: {
      taxMode: tax.mode,
      taxRate: tax.mode === 'none' ? '' : percent(tax.rateBasisPoints),
      offers: typedOffers(study.offerByPlace, tax),
      thanks: typedOffers(study.thanksByPlace, tax),
      paidWhen: texts(settings.paidWhen),
      voucherDays: text(settings.voucherDays),
      graceDays: text(settings.graceDays),
      calendar: settings.calendar,
      perPayout: formatMinorUnits(settings.limits.perPayoutMinor, currency),
      perBatch: formatMinorUnits(settings.limits.perBatchMinor, currency),
    },
    checks: {
      openLinkPolicy: study.openLinkPolicy,
      invitationPolicy: study.invitationPolicy,
      quotas: settings.quotas.map(({ cell, label, when, limit }) => ({
        cell,
        label: texts(label),
        ...('q' in when && 'in' in when
          ? { question: when.q, codes: when.in.join(', ') }
          : { when: JSON.stringify(when) }),
        limit: text(limit),
      })),
    },
    // What is left out has to be looked at; the rest was a study already.
    saved: sectionNames.filter((name) => !['study', 'window', 'rewards'].includes(name)),
  })
}

function typedTexts(text: Text | undefined, spoken: readonly Language[]): Partial<Text> {
  return text === undefined ? {} : Object.fromEntries(spoken.map((language) => [language, text[language]]))
}

/** An offer as it is typed: each with all of its places, the amount as the tax has it. */
function typedOffers(byPlace: ReadonlyMap<number, Offer>, tax: Tax): Partial<TypedOffer>[] {
  const offers = [...new Set(byPlace.values())]
  return offers.map((offer) => ({
    currency: offer.currency,
    amount: formatMinorUnits(tax.mode === 'net' ? grossOf(offer) : offer.amountMinor, offer.currency),
    channels: offer.channels,
    places: [...byPlace].filter(([, one]) => one === offer).map(([place]) => String(place)),
  }))
}

/** Hundredths of a percent as it is typed: `20`, `16.67`. */
function percent(basisPoints: number): string {
  return String(basisPoints / 100)
}
