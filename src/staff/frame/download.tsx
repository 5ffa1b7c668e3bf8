/**
 * Files whose taking away is written down. Reading an address never writes, so a file is posted for; whoever opens its
 * address finds the button.
 */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from './frame.tsx'

export interface DownloadButtonProps {
  /** The file's address, query included. */
  action: string
  /** The quieter of two looks. */
  quiet?: boolean
  children?: Child
}

/** A button that takes a file away; the page stays, so that the script blocks no second press. */
export function DownloadButton({ action, quiet = false, children }: DownloadButtonProps) {
  return (
    <form method="post" action={action} class="press file">
      <button class={quiet ? 'button quiet' : 'button'} type="submit">
        {children}
      </button>
    </form>
  )
}

/** What stands at a file's address: the button that takes it away. `name` is the file's, `label` the button's. */
export function DownloadPage({ c, name, label }: { c: Context<AppEnv>; name: string; label: string }) {
  const { pathname, search } = new URL(c.req.url)
  return (
    <StaffPage c={c} title={label}>
      <p>
        <code>{name}</code>
      </p>
      <div class="actions">
        <DownloadButton action={`${pathname}${search}`}>{label}</DownloadButton>
      </div>
    </StaffPage>
  )
}
