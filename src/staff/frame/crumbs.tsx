/** The way from the desk down to a page. */
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
