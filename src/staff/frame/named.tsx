import type { Child } from 'hono/jsx'

/** What a line of a list is called: a reference that leads on, and in small below it what it belongs to. */
export function NamedCell({ href, code, children }: { href: string; code: string; children: Child }) {
  return (
    <>
      <a href={href}>
        <code>{code}</code>
      </a>
      <br />
      <span class="small">{children}</span>
    </>
  )
}
