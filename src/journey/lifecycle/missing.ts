/** What is missing before a study opens: each thing that would leave people without what they were promised. */
import { languages } from '../../../schema/questionnaire.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import { dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { listAvailable } from '../../rewards/offers/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import type { Permission } from '../../staff/permissions/permissions.ts'
import { roleRules } from '../../staff/permissions/roles.ts'
import { checkQuestionnaire } from '../../survey/questionnaire/checks/check.ts'
import { statusOf } from '../../survey/studies/state-store.ts'
import { findDocument } from '../../survey/studies/store.ts'
import type { StudyWithOffers } from '../study.ts'
import { sql } from '../tables.ts'

/** In the order of the page. */
export const checks = ['questionnaire', 'window', 'permit', 'budget', 'payers', 'reviewer', 'calendar'] as const
export type ReadinessCheck = (typeof checks)[number]

/** A check that failed. */
export type Missing = ReadinessCheck

/** `not_needed`: this study has no use for it. */
export type ReadinessResult = 'there' | 'missing' | 'not_needed'

const people = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('staff_roles')
    .innerJoin('staff', 'staff.id', 'staff_roles.staff_id')
    .select(['staff_roles.staff_id as staffId', 'staff_roles.role'])
    .where('staff_roles.study_id', '=', p.studyId)
    .where('staff.suspended_at', 'is', null)
    .where('staff.removed_at', 'is', null),
)

/** What checking a version in some languages came to: it never changes. */
const checked = new Map<string, boolean>()

/** Every text has to be there in the languages of the study: what is stored may lack one. */
async function isAskable(db: Database, { version, settings }: Pick<StudyWithOffers, 'version' | 'settings'>) {
  const key = [version, ...(settings.languages ?? languages)].join(' ')
  const known =
    checked.get(key) ??
    checkQuestionnaire(JSON.parse((await findDocument(db, version)) ?? 'null'), settings.languages).ok
  checked.set(key, known)
  return known
}

/** How each check of a study stands now. */
export async function checksOf(ports: Ports, study: StudyWithOffers): Promise<Record<ReadinessCheck, ReadinessResult>> {
  const { db, clock } = ports
  const now = clock.now()
  const pays = study.offers.length > 0
  const reviews = study.openLinkPolicy !== 'issue' || study.invitationPolicy !== 'issue'
  const [askable, available, staff, calendar, status] = await Promise.all([
    isAskable(db, study),
    listAvailable(db, study.id),
    db.read(people({ studyId: study.id })),
    loadCalendar(db, study.settings.calendar, now),
    first(db, statusOf({ id: study.id })),
  ])
  const who = (permission: Permission) =>
    new Set(staff.filter(({ role }) => roleRules[role].may.includes(permission)).map(({ staffId }) => staffId))
  const preparers = [...who('batches.prepare')]
  const approvers = [...who('batches.approve')]
  const areTwo = preparers.some((one) => approvers.some((other) => other !== one))
  const hasPermit = status?.permitId != null && (status.permitUntil === null || status.permitUntil > now)
  const year = Number(dayOf(calendar.zone, now).slice(0, 4))
  const when = (isNeeded: boolean, isThere: boolean) => (isNeeded ? (isThere ? 'there' : 'missing') : 'not_needed')
  return {
    questionnaire: when(true, askable),
    // Whoever reopens it says until when.
    window: when(status?.state !== 'closed', study.closesAt === null || study.closesAt > now),
    permit: when(status?.mainland === 1, hasPermit),
    budget: when(
      pays,
      study.offers.every((offer) => (available.get(offer.id) ?? 0) >= grossOf(offer)),
    ),
    payers: when(pays, areTwo),
    reviewer: when(pays && reviews, who('reviews.decide').size > 0),
    calendar: when(pays, calendar.years.includes(year)),
  }
}

/** Those that stand between a study and its first day. */
export async function missingBeforeOpening(ports: Ports, study: StudyWithOffers): Promise<Missing[]> {
  const results = await checksOf(ports, study)
  return checks.filter((check) => results[check] === 'missing')
}
