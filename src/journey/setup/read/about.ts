/** Reads the sections that say what a study is, when it is open and whom it asks. */
import { type Language, languages } from '../../../../schema/questionnaire.ts'
import { isZone } from '../../../platform/time/wall-clock.ts'
import type { FaultCollector } from '../faults.ts'
import type { Setup } from '../setup.ts'
import type { SetupContext } from './context.ts'
import { day, integerOrNull, line, moment, readChoice, readInteger, texts, within } from './values.ts'

/** The languages of a study, in the order of all languages; never none, so that its texts can be looked at. */
export function languagesOf({ study }: Pick<Setup, 'study'>): readonly Language[] {
  const chosen = languages.filter((language) => study.languages.includes(language))
  return chosen.length === 0 ? languages : chosen
}

/** An address that people read aloud and type; `-` between words. */
const slugShape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
/** A mailbox, a telephone number or the address of a page, roughly: people write there. */
const contactShape = /^(\S+@\S+\.\S+|https?:\/\/\S+\.\S+|\+?[\d ()-]{6,})$/

/**
 * The address, title, organiser and languages of a study, from what was typed; what is wrong with them goes to `to`.
 */
export function readStudy(to: FaultCollector, setup: Setup, { isTaken }: SetupContext) {
  const typed = setup.study
  const slug = line(to, 'slug', typed.slug, 40)
  if (slug !== '' && !slugShape.test(slug)) to.fault('slug', 'slug_shape', {})
  else if (isTaken) to.fault('slug', 'slug_taken', {})
  const spoken = languagesOf(setup)
  if (!typed.languages.some((one) => languages.some((known) => known === one))) to.fault('languages', 'no_language', {})
  const contact = line(to, 'contact', typed.contact)
  if (contact !== '' && !contactShape.test(contact)) to.fault('contact', 'contact', {})
  const isSaid = [typed.forWhom, typed.why].some((text) => Object.values(text).some((wording) => wording.trim() !== ''))
  const forWhom = texts(to, 'forWhom', typed.forWhom, { of: spoken, isNeeded: isSaid, most: 600 })
  const why = texts(to, 'why', typed.why, { of: spoken, isNeeded: isSaid, most: 600 })
  return {
    slug,
    settings: {
      languages: [...spoken],
      organiser: texts(to, 'organiser', typed.organiser, { of: spoken, isNeeded: true, most: 200 }) ?? {},
      contact,
      ...(forWhom === null || why === null ? {} : { about: { forWhom, why } }),
      costCentre: within(to, 'costCentre', typed.costCentre.trim(), 40),
      projectCode: within(to, 'projectCode', typed.projectCode.trim(), 40),
    },
  }
}

/** When a study opens and closes, as ISO times in UTC, from what was typed in its time zone. */
export function readWindow(to: FaultCollector, setup: Setup, { now }: SetupContext) {
  const typed = setup.window
  const zone = isZone(typed.zone.trim()) ? typed.zone.trim() : null
  if (zone === null) to.fault('zone', typed.zone.trim() === '' ? 'required' : 'zone', {})
  const opensAt = moment(to, 'opens', typed.opens, zone) ?? now
  const closesAt = moment(to, 'closes', typed.closes, zone)
  if (closesAt !== null && closesAt <= opensAt) to.fault('closes', 'closes_before', {})
  else if (closesAt !== null && closesAt <= now) to.fault('closes', 'closes_past', {})
  return {
    opensAt,
    closesAt,
    settings: {
      zone: zone ?? 'UTC',
      finishDays: readInteger(to, 'finishDays', typed.finishDays, 0, 90),
      winter: readWinter(to, typed),
    },
  }
}

/** The vacation and the closure within it: all four days or none. */
function readWinter(to: FaultCollector, typed: Setup['window']) {
  const names = ['winterFrom', 'winterTo', 'closedFrom', 'closedTo'] as const
  const [from, until, closedFrom, closedTo] = names.map((name) => day(to, name, typed[name]))
  if (!from && !until && !closedFrom && !closedTo) return null
  if (!from || !until || !closedFrom || !closedTo) {
    for (const name of names) if (typed[name].trim() === '') to.fault(name, 'days_together', {})
    return null
  }
  if (!(from <= closedFrom && closedFrom <= closedTo && closedTo <= until)) to.fault('winterTo', 'days_order', {})
  return { from, to: until, closedFrom, closedTo }
}

/** Who is asked, and where their answers go, from what was typed. */
export function readWhoIsAsked(to: FaultCollector, setup: Setup) {
  const typed = setup.people
  const spoken = languagesOf(setup)
  const isAbroad = readChoice(to, 'abroad', typed.abroad, ['no', 'yes']) === 'yes'
  return {
    settings: {
      mainland: readChoice(to, 'mainland', typed.mainland, ['no', 'yes']) === 'yes',
      minimumAge: readInteger(to, 'minimumAge', typed.minimumAge, 14, 35),
      paradata: readChoice(to, 'paradata', typed.paradata, ['no', 'yes']) === 'yes',
      recipient: isAbroad
        ? {
            name: texts(to, 'recipientName', typed.recipientName, { of: spoken, isNeeded: true, most: 200 }) ?? {},
            contact: line(to, 'recipientContact', typed.recipientContact),
            purpose:
              texts(to, 'recipientPurpose', typed.recipientPurpose, { of: spoken, isNeeded: true, most: 600 }) ?? {},
          }
        : null,
    },
  }
}

/** What the privacy notice says of a study, with times of keeping in days, from what was typed. */
export function readPrivacy(to: FaultCollector, setup: Setup) {
  const typed = setup.privacy
  const spoken = languagesOf(setup)
  const where = texts(to, 'where', typed.where, { of: spoken, isNeeded: false })
  const authority = texts(to, 'authority', typed.authority, { of: spoken, isNeeded: false })
  const backupDays = integerOrNull(to, 'backupDays', typed.backupDays, 1, 3_650)
  const mostDays = 36_500
  return {
    settings: {
      privacy: {
        ...(where === null ? {} : { where }),
        ...(authority === null ? {} : { authority }),
        ...(backupDays === null ? {} : { backupDays }),
      },
      retention: {
        drafts: integerOrNull(to, 'keepDrafts', typed.keepDrafts, 1, mostDays),
        paradata: readInteger(to, 'keepParadata', typed.keepParadata, 1, mostDays),
        answers: integerOrNull(to, 'keepAnswers', typed.keepAnswers, 0, mostDays),
        payees: integerOrNull(to, 'keepPayees', typed.keepPayees, 30, mostDays),
        marks: readInteger(to, 'keepMarks', typed.keepMarks, 0, mostDays),
        requests: readInteger(to, 'keepRequests', typed.keepRequests, 1, mostDays),
      },
    },
  }
}

/** Which questionnaire a study begins with, and what is missing for it. */
export function readQuestionnaire(to: FaultCollector, setup: Setup, { questionnaire }: SetupContext) {
  const typed = setup.questionnaire
  const from = readChoice(to, 'from', typed.from, ['template', 'study', 'version'])
  if (questionnaire === null) {
    if (from === 'version') to.fault('version', 'no_version', {})
    else if (typed[from].trim() === '') to.fault(from, 'required', {})
    else if (from === 'template') to.fault('template', 'no_template', { template: typed.template })
    else to.fault('study', 'no_study', { study: typed.study })
  }
  return { settings: { minutes: integerOrNull(to, 'minutes', typed.minutes, 1, 999) } }
}
