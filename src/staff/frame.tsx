/** The frame of every page of the staff: wide, with the person's name and a way out on top. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { AppEnv } from '../ports.ts'
import { layout } from '../web/layout.tsx'
import { shellOf } from '../web/shell.ts'
import { staffOf } from './allow.ts'
import { staffWords } from './words.ts'

export interface StaffPage {
  c: Context<AppEnv>
  title: string
  children?: Child
}

/** A page for whoever passed `allow`. */
export function StaffPage({ c, title, children }: StaffPage) {
  const shell = shellOf(c)
  const words = staffWords(shell.language)
  return layout({
    shell,
    title,
    languages: 'links',
    wide: true,
    children: (
      <>
        <form class="whoami no-print" method="post" action="/sign-out">
          <p>
            {words.signedInAs} <strong>{staffOf(c).name}</strong>
          </p>
          <button class="button quiet small" type="submit">
            {words.signOut}
          </button>
        </form>
        <h1>{title}</h1>
        {children}
      </>
    ),
  })
}
