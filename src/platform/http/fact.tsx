/** A name and what stands under it, in a `<dl class="facts">`. */
import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'

export function Fact({ name, children }: { name: string; children?: Child }): Html {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
