/** The real app behind a real port of this machine, on a fresh database, and a Chromium to open it with. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterEach } from 'vitest'
import type { Language } from '../../schema/questionnaire.ts'
import { sqlite } from '../support/databases/sqlite-database.ts'
import { launchBrowser } from '../support/setup/browser.ts'
import { Student } from '../support/student.ts'
import { type World, type WorldOptions, world } from '../support/world.ts'

export interface Site extends World {
  /** Such as `http://localhost:41234`. */
  origin: string
  /** The next POST to this path is done, and its reply is lost: the connection is cut. Resolves when that has happened. */
  loseReply(path: string): Promise<void>
  /** While it is cut no request is answered, nor done: every connection ends. Holds for service workers too. */
  cut(isCut: boolean): void
  /** Every POST to this path is answered so, and not done, until told otherwise; gives how many there were, drafts apart. */
  refuse(path: string, answer: (() => Response) | null): { posts: number; drafts: number }
  /** A student who has come so far without a browser: on to the page `stopBefore`, or to the end. */
  student(stopBefore?: string): Promise<Student>
  /** Whoever has come so far in this browser goes on without it, to the page `stopBefore`. */
  goesOn(context: BrowserContext, stopBefore: string): Promise<void>
  /** The rows that this query finds. */
  rows<Row = Record<string, unknown>>(query: string): Promise<readonly Row[]>
}

/** Opens a site; whoever opens it closes it. */
async function openSite(options: Partial<WorldOptions> = {}): Promise<Site> {
  let answer: ReturnType<typeof getRequestListener> | undefined
  let isCut = false
  let refusing: { path: string; answer: () => Response; seen: { posts: number; drafts: number } } | null = null
  let losing: { path: string; lost: () => void } | null = null
  const server = createServer((request, response) => answer?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const opened = await world({ open: sqlite.open, origin, ...options })
  answer = getRequestListener(async (request, env) => {
    if (isCut) (env as HttpBindings).incoming.socket.destroy()
    if (isCut) return new Response(null, { status: 499 })
    if (refusing !== null && request.method === 'POST' && new URL(request.url).pathname === refusing.path) {
      refusing.seen[request.headers.get('accept') === 'application/json' ? 'drafts' : 'posts'] += 1
      return refusing.answer()
    }
    const reply = await opened.app.fetch(request, env)
    if (losing === null || request.method !== 'POST' || new URL(request.url).pathname !== losing.path) return reply
    losing.lost()
    losing = null
    ;(env as HttpBindings).incoming.socket.destroy()
    return reply
  })
  return {
    ...opened,
    origin,
    loseReply: (path) =>
      new Promise((lost) => {
        losing = { path, lost }
      }),
    cut(is) {
      isCut = is
    },
    refuse(path, answer) {
      const seen = { posts: 0, drafts: 0 }
      refusing = answer === null ? null : { path, answer, seen }
      return seen
    },
    async student(stopBefore) {
      const student = new Student(opened)
      await student.start()
      await student.answer(stopBefore === undefined ? {} : { stopBefore })
      return student
    },
    async goesOn(context, stopBefore) {
      const student = new Student(opened)
      for (const { name, value } of await context.cookies()) student.cookies.set(name, value)
      await student.answer({ stopBefore })
    },
    rows: <Row>(query: string) => opened.ports.db.read<Row>({ sql: query, values: [] }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await opened.close()
    },
  }
}

/** What a browser's own language is called, for each language of ours. */
const locales: Record<Language, string> = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-HK' }

export interface Visit extends BrowserContextOptions {
  language?: Language
  width?: number
  scripts?: boolean
  /** Who goes on here, of students or staff (`signedIn`); someone new unless told. */
  as?: Student
  /** Whether pictures are taken here; not, unless SHOTS asks for them. */
  isDrawn?: boolean
}

export interface Visited {
  context: BrowserContext
  page: Page
  /** What the browser complained about: errors, refusals of the content policy, requests to others than the site. */
  complaints: string[]
}

export interface Visitors {
  /** One for each test, unless it has been opened with `open`. */
  site(): Promise<Site>
  open(options: Partial<WorldOptions>): Promise<Site>
  /** A browser that has never been here, at this width (360 unless told), in this language. */
  visit(site: Site, options?: Visit): Promise<Visited>
}

/** For all the files that a worker runs, one that draws and one that does not; they go with the worker. */
const browsers = new Map<boolean, Promise<Browser>>()
const shots = process.env.SHOTS !== undefined

/** A browser to visit with, which closes after each test what that opened. */
export function visitors(): Visitors {
  let opened: Site[] = []
  let contexts: BrowserContext[] = []
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await Promise.all(opened.map((site) => site.close()))
    opened = []
    contexts = []
  })
  const open = async (options: Partial<WorldOptions>) => {
    const site = await openSite(options)
    opened.push(site)
    return site
  }
  return {
    open,
    site: async () => opened[0] ?? open({}),
    async visit(site, { language = 'en', width = 360, scripts = true, as, isDrawn = shots, ...options } = {}) {
      const browser = browsers.get(isDrawn) ?? launchBrowser(isDrawn)
      browsers.set(isDrawn, browser)
      const context = await (await browser).newContext({
        baseURL: site.origin,
        viewport: { width, height: 740 },
        locale: locales[language],
        // What moves is drawn many times over, and every press waits for it.
        reducedMotion: 'reduce',
        javaScriptEnabled: scripts,
        ...options,
      })
      contexts.push(context)
      // What does not come at all ends a test; what a busy machine has not come to yet does not.
      context.setDefaultTimeout(120_000)
      const cookies = [...(as?.cookies ?? [])].map(([name, value]) => ({
        name,
        value,
        url: site.origin,
        httpOnly: true,
      }))
      await context.addCookies(cookies)
      return { context, page: await context.newPage(), complaints: listen(context, site.origin) }
    },
  }
}

function listen(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = []
  context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asked ${url.origin}`)
  })
  return complaints
}
