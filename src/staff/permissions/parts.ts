/**
 * The parts that staff go to and fro between, in the order of the work, and what each needs. A page of the staff puts
 * itself into the frame with a line here: the frame draws the navigation and the breadcrumbs from it.
 */
import { type Granted, may } from './may.ts'
import type { Permission } from './permissions.ts'

/** What a part belongs to: the study in the address (running it, what it found, how it is set up), or a desk of the whole service. */
export const areas = ['study', 'results', 'setup', 'answers', 'money', 'house'] as const
export type Area = (typeof areas)[number]

/** Whether parts of this area are of the study in the address. */
export const isOfStudy = (area: Area) => area === 'study' || area === 'results' || area === 'setup'

export interface StaffPart<Name extends string = string> {
  part: Name
  area: Area
  /** In an area of a study it has `:slug`, for the study's. */
  href: string
  permission: Permission
  /** Other addresses whose pages belong here: each a beginning. Pages below `href` do by themselves. */
  under?: readonly string[]
}

const known = [
  { part: 'home', area: 'study', href: '/admin/studies/:slug', permission: 'studies.view' },
  { part: 'live', area: 'study', href: '/admin/studies/:slug/live', permission: 'responses.view' },
  {
    part: 'invitations',
    area: 'study',
    href: '/admin/studies/:slug/invitations',
    permission: 'invitations.make',
    under: ['/admin/studies/:slug/sources'],
  },
  { part: 'requests', area: 'study', href: '/admin/studies/:slug/requests', permission: 'reviews.decide' },
  { part: 'insights', area: 'results', href: '/admin/studies/:slug/insights', permission: 'insights.view' },
  { part: 'texts', area: 'results', href: '/admin/studies/:slug/insights/texts', permission: 'insights.view' },
  { part: 'exports', area: 'results', href: '/admin/studies/:slug/exports', permission: 'responses.export' },
  { part: 'figures', area: 'results', href: '/admin/studies/:slug/figures', permission: 'aggregates.view' },
  { part: 'findings', area: 'results', href: '/admin/studies/:slug/findings', permission: 'findings.edit' },
  { part: 'questionnaire', area: 'setup', href: '/admin/studies/:slug/questionnaire', permission: 'studies.view' },
  { part: 'preview', area: 'setup', href: '/admin/studies/:slug/preview', permission: 'studies.view' },
  { part: 'tests', area: 'setup', href: '/admin/studies/:slug/tests', permission: 'tests.make' },
  { part: 'dryRun', area: 'setup', href: '/admin/studies/:slug/dry-run', permission: 'studies.view' },
  { part: 'settings', area: 'setup', href: '/admin/studies/:slug/settings', permission: 'studies.view' },
  { part: 'permit', area: 'setup', href: '/admin/studies/:slug/permit', permission: 'studies.view' },
  { part: 'studies', area: 'answers', href: '/admin/studies', permission: 'studies.view', under: ['/admin/setups'] },
  { part: 'responses', area: 'answers', href: '/admin', permission: 'aggregates.view' },
  { part: 'reviews', area: 'answers', href: '/admin/reviews', permission: 'reviews.view' },
  { part: 'study_proposals', area: 'answers', href: '/admin/proposals', permission: 'studies.view' },
  { part: 'money', area: 'money', href: '/finance', permission: 'money.view' },
  { part: 'budgets', area: 'money', href: '/finance/budgets', permission: 'money.view' },
  { part: 'vouchers', area: 'money', href: '/finance/vouchers', permission: 'vouchers.view', under: ['/finance/days'] },
  { part: 'payouts', area: 'money', href: '/finance/payouts', permission: 'payouts.view', under: ['/finance/batches'] },
  { part: 'clearing', area: 'money', href: '/finance/clearing', permission: 'payouts.view' },
  { part: 'statements', area: 'money', href: '/finance/statements', permission: 'statements.view' },
  { part: 'exceptions', area: 'money', href: '/finance/exceptions', permission: 'exceptions.view' },
  { part: 'proposals', area: 'money', href: '/finance/proposals', permission: 'approvals.view' },
  { part: 'reports', area: 'money', href: '/finance/reports', permission: 'reports.view' },
  { part: 'calendar', area: 'money', href: '/finance/calendar', permission: 'calendar.view' },
  { part: 'audit', area: 'house', href: '/admin/audit', permission: 'audit.search' },
  { part: 'people', area: 'house', href: '/admin/people', permission: 'staff.manage' },
  { part: 'sessions', area: 'house', href: '/admin/sessions', permission: 'account.view' },
] as const satisfies readonly StaffPart[]

/** The parts that staff go to and fro between. */
export type PartOfStaff = (typeof known)[number]['part']

const parts: readonly StaffPart<PartOfStaff>[] = known

/** Where somebody can go, outside any one study; the first is where they begin. */
export function partsFor(staff: Granted): StaffPart<PartOfStaff>[] {
  return parts.filter(({ area, permission }) => !isOfStudy(area) && may(staff, permission))
}

/** Where somebody can go in a study, each with its address there. */
export function partsOfStudy(staff: Granted, study: { id: string; slug: string }): StaffPart<PartOfStaff>[] {
  return parts
    .filter(({ area, permission }) => isOfStudy(area) && may(staff, permission, study.id))
    .map(({ under, ...one }) => ({
      ...one,
      href: one.href.replace(':slug', study.slug),
      ...(under && { under: under.map((start) => start.replace(':slug', study.slug)) }),
    }))
}

/**
 * Where somebody begins: at the desk of their work; an owner, and whoever has a role only in studies that are still to come,
 * at the list of studies; without any role, where they are told so.
 */
export function homeOf(staff: Granted): string {
  const [first, second] = partsFor(staff)
  const isOwner = staff.grants.every(({ role }) => role === 'owner')
  const isList = first?.part === 'studies' && !isOwner
  return (isList ? second : first)?.href ?? '/admin'
}

/** The part that a page belongs to, by its address: the one whose beginning fits best. */
export function partAt<One extends StaffPart>(path: string, parts: readonly One[]): One | undefined {
  const fits = parts.flatMap((part) =>
    [part.href, ...(part.under ?? [])]
      .filter((start) => path === start || path.startsWith(`${start}/`))
      .map((start) => ({ part, start })),
  )
  return fits.sort((a, b) => b.start.length - a.start.length)[0]?.part
}
