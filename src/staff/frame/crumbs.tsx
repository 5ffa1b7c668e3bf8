/** The way from the desk down to a page. */
import { isOfStudy, type PartOfStaff, type StaffPart } from '../permissions/parts.ts'

export interface Crumb {
  href: string
  label: string
}

/** Nothing where a page is its own beginning. */
export function Crumbs({ label, crumbs, title }: { label: string; crumbs: readonly Crumb[]; title: string }) {
  if (crumbs.length === 0) return null
  return (
    <nav class="crumbs no-print" aria-label={label}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

/** Where all studies are listed. */
export const studiesList = '/admin/studies'

/** The pages above this one: of a study, the list of studies and the study's home; then the part that the page is of. */
export function crumbsTo(
  path: string,
  parts: readonly StaffPart<PartOfStaff>[],
  current: StaffPart<PartOfStaff> | undefined,
  study: string | undefined,
  words: Readonly<Record<PartOfStaff, string>>,
): Crumb[] {
  const ofStudy = current !== undefined && isOfStudy(current.area)
  const above = [
    ...(ofStudy ? parts.filter(({ part, href }) => part === 'home' || href === studiesList) : []),
    ...(current === undefined || current.part === 'home' ? [] : [current]),
  ]
  return above
    .filter(({ href }) => href !== path)
    .sort((a, b) => a.href.length - b.href.length)
    .map(({ part, href }) => ({ href, label: part === 'home' ? (study ?? words.home) : words[part] }))
}

/** Each address once: a page may name the part that the frame has named already. */
export function onceEach(crumbs: readonly Crumb[]): Crumb[] {
  return crumbs.filter(({ href }, i) => crumbs.findIndex((other) => other.href === href) === i)
}
