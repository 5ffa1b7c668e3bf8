/**
 * The frame of every page of the staff: a bar on top, where one can go at the left (a menu on a phone), breadcrumbs. What
 * a page has in it: `DataTable` for lists (.table inside .scroll for small ones; .number aligns right); .stats > .stat
 * (dt, dd); .badge and .notice with .good, .wait or .bad; .button with .quiet, .small or .big; .actions; .empty; .note;
 * .small; .no-print. A page puts itself into the navigation with a line in `permissions/parts.ts`.
 */

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { frameMessages } from '../../../messages/generated/studies/frame.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import type { Html } from '../../platform/http/html.ts'
import { Footer, HtmlDocument } from '../../platform/http/layout.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import type { AppEnv } from '../../ports.ts'
import { may } from '../permissions/may.ts'
import { staffOf } from '../permissions/needs.ts'
import { partAt, partsFor, partsOfStudy } from '../permissions/parts.ts'
import { studySlugs } from '../permissions/store.ts'
import { StaffBar } from './bar.tsx'
import { type Crumb, Crumbs, crumbsTo, onceEach, studiesList } from './crumbs.tsx'
import { Navigation } from './navigation.tsx'

export interface StaffPage {
  c: Context<AppEnv>
  title: string
  /** The name of the study in the address, where the page knows it; its address is shown otherwise. */
  study?: string | undefined
  /** Pages between the part that this one belongs to and itself. */
  crumbs?: readonly Crumb[]
  /** Links and buttons at the end of the title's line. */
  actions?: Child
  /** Addresses of scripts that this page needs besides the common one. */
  scripts?: readonly string[] | undefined
  /** Addresses of style sheets that this page needs besides those of every desk. */
  styles?: readonly string[] | undefined
  children?: Child
}

/** A page for whoever passed `needs`. The study is the one whose `:slug` is in the address. */
export async function StaffPage(props: StaffPage): Promise<Html> {
  const { c, title, children } = props
  const shell = shellOf(c)
  const words = frameMessages(shell.language)
  const staff = staffOf(c)
  const { path } = c.req
  const slug = /^\/admin\/studies\/([^/]+)/.exec(path)?.[1]
  const studies = may(staff, 'studies.view') || slug !== undefined ? await c.var.ports.db.read(studySlugs({})) : []
  const study = studies.find((one) => one.slug === slug)
  const name = props.study ?? study?.slug
  const parts = [...(study === undefined ? [] : partsOfStudy(staff, study)), ...partsFor(staff)]
  const current = partAt(path, parts)
  const { staff: style, frame } = assetUrls(c.var.ports.assets)
  return (
    <HtmlDocument
      shell={shell}
      title={name === undefined || name === title ? title : `${title} · ${name}`}
      styles={[style, ...(props.styles ?? [])]}
      scripts={[frame, ...(props.scripts ?? [])]}
      bodyClass="staff"
    >
      <StaffBar
        language={shell.language}
        staff={staff}
        studies={studies.filter(({ id }) => may(staff, 'studies.view', id)).map((one) => one.slug)}
        slug={study?.slug}
        list={parts.find(({ href }) => href === studiesList)?.href}
      />
      <div class="desk">
        <Navigation shell={shell} path={path} parts={parts} current={current} study={name} />
        <div class="page">
          <Crumbs
            label={words.crumbs}
            crumbs={onceEach([...crumbsTo(path, parts, current, name, words.parts), ...(props.crumbs ?? [])])}
            title={title}
          />
          <main id="main" tabindex={-1}>
            {name !== undefined && name !== title && <p class="on-paper">{name}</p>}
            <div class="title">
              <h1>{title}</h1>
              {props.actions}
            </div>
            {children}
          </main>
          <Footer shell={shell} />
        </div>
      </div>
      <div id="working-now" class="no-print" data-says={words.working} hidden>
        <p role="status" />
        <progress aria-label={words.working} />
      </div>
    </HtmlDocument>
  )
}
