/** One of the figures at the head of a page: what it is, how much, and in small what is to be said of it. */
import type { Child } from 'hono/jsx'

interface StatProps {
  name: Child
  note?: string | null | undefined
  /** A text among the figures. */
  small?: boolean
  /** Empty for a text in no language of ours. */
  lang?: string | undefined
  children?: Child
}

export function Stat({ name, note, small = false, lang, children }: StatProps) {
  return (
    <div class="stat">
      <dt>{name}</dt>
      <dd class={small ? 'small' : undefined} lang={lang}>
        {children}
      </dd>
      {note && <dd class="small">{note}</dd>}
    </div>
  )
}
