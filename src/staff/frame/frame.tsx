/**
 * The frame of every page of the staff: wide, with the person's name and a way out on top. What the style sheet has for
 * them: .table (th/td, .number aligns right) inside .scroll; .stats > .stat (dt, dd); .badge and .notice with .good,
 * .wait or .bad; .button with .quiet, .small or .big; .actions; .empty; .note; .small; .no-print.
 */

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { layout } from '../../platform/http/layout.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import type { AppEnv } from '../../ports.ts'
import { staffOf } from '../permissions/needs.ts'
import { partsFor } from '../permissions/parts.ts'

export interface StaffPage {
  c: Context<AppEnv>
  title: string
  /** Addresses of scripts that this page needs besides the common one. */
  scripts?: readonly string[]
  children?: Child
}

/** A page for whoever passed `needs`. */
export function StaffPage({ c, title, scripts, children }: StaffPage) {
  const shell = shellOf(c)
  const words = accountsMessages(shell.language)
  const staff = staffOf(c)
  const roles = [...new Set(staff.grants.map(({ role }) => role))]
  return layout({
    shell,
    title,
    languages: 'links',
    wide: true,
    styles: [assetUrls(c.var.ports.assets).staff],
    scripts,
    children: (
      <>
        <form class="whoami no-print" method="post" action="/sign-out">
          <p>
            {words.signedInAs} <strong>{staff.name}</strong>{' '}
            <span class="small">{roles.map((role) => words.roles[role]).join(', ')}</span>
          </p>
          <button class="button quiet small" type="submit">
            {words.signOut}
          </button>
        </form>
        <nav class="languages no-print" aria-label={words.parts.label}>
          {partsFor(staff).map(({ part, href }) =>
            c.req.path === href ? (
              <span aria-current="page">{words.parts[part]}</span>
            ) : (
              <a href={href}>{words.parts[part]}</a>
            ),
          )}
        </nav>
        <h1>{title}</h1>
        {children}
      </>
    ),
  })
}
