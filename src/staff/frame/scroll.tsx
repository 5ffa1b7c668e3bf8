import type { Child } from 'hono/jsx'

/** A table that is wider than a phone moves within its own frame; the keyboard can reach and move it too. */
export function Scroll({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      {children}
    </section>
  )
}
