/** A form that chooses what a page of insights is about: it changes the address, and what else stands there stays. */
import type { Child } from 'hono/jsx'

interface ChoiceFormProps {
  action: string
  /** What stays in the address: `[name, value]`. */
  kept: readonly (readonly [name: string, value: string])[]
  /** What its button says. */
  show: string
  children: Child
}

export function ChoiceForm({ action, kept, show, children }: ChoiceFormProps) {
  return (
    <search class="no-print">
      <form class="filters" method="get" action={action}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <p class="go">
          <button class="button" type="submit">
            {show}
          </button>
        </p>
      </form>
    </search>
  )
}
