import type { Child } from 'hono/jsx'

/**
 * A table that is wider than a phone moves within its own frame; the keyboard can reach and move it too. It is no landmark
 * of the page: several may have the same name, one in each of several cards.
 */
export function Scroll({ label, children }: { label: string; children?: Child }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields of a form.
    <div class="scroll" role="group" tabindex={0} aria-label={label}>
      {children}
    </div>
  )
}
