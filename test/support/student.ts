/** A student with a browser that has no scripts: cookies, pages, forms. */
import { decodeJwt } from 'jose'
import type { Answers } from '../../schema/answers.ts'
import { findResponseProgress } from '../../src/journey/answering/response-progress.ts'
import type { Posted } from '../../src/platform/http/form.ts'
import { pageView } from '../../src/survey/questionnaire/page/page-view.ts'
import { resolveRoute } from '../../src/survey/questionnaire/route/resolve-route.ts'
import { samplePosted } from '../../src/survey/questionnaire/sample.ts'
import { answersBut } from '../../src/survey/responses/response.ts'
import { findPages } from '../../src/survey/responses/store.ts'
import type { World } from './world.ts'

/** A small seeded generator: numbers from 0 to n - 1. */
export function picker(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

export class Student {
  readonly cookies = new Map<string, string>()
  readonly world: World
  readonly pick: (n: number) => number
  headers: Record<string, string> = { 'accept-language': 'en' }

  constructor(world: World, seed = 1) {
    this.world = world
    this.pick = picker(seed)
  }

  /** The same cookies in another window. */
  tab(): Student {
    const other = new Student(this.world)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = this.world.ports.settings
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.world.app.request(new URL(path, origin).href, {
      ...init,
      headers: { ...this.headers, ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (attributes.some((it) => it.toLowerCase() === 'max-age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  get(path: string): Promise<Response> {
    return this.send(path)
  }

  post(path: string, fields: Posted | Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
    return this.send(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.world.ports.settings.origin },
    })
  }

  /** Opens an address and goes wherever it leads. */
  async open(path: string): Promise<{ path: string; status: number; html: string }> {
    let at = path
    for (let hops = 0; hops < 10; hops++) {
      const response = await this.get(at)
      const location = response.headers.get('location')
      if (location === null) return { path: at, status: response.status, html: await response.text() }
      at = location
    }
    throw new Error(`${path} leads round in circles`)
  }

  get token(): string {
    const found = [...this.cookies].find(([name]) => name.includes('respondent-'))
    if (found === undefined) throw new Error('no respondent token')
    return found[1]
  }

  get respondentId(): string {
    return decodeJwt(this.token).sub ?? ''
  }

  /** Begins: age and consent. */
  async start(slug = 'study-abroad', age = '4'): Promise<Response> {
    const { html, path } = await this.open(`/s/${slug}/go`)
    return this.post(path, { ...hidden(html), Q01: age, C0a: '1' })
  }

  /** What a page may be answered with, by what this student has answered so far. */
  async sample(page: string, fixed: Answers = {}): Promise<Posted> {
    const { db } = this.world.ports
    const progress = await findResponseProgress(db, this.respondentId)
    if (progress === undefined) throw new Error('no response')
    const { questionnaire } = this.world.study
    const answers = resolveRoute(
      questionnaire,
      answersBut(await findPages(this.world.ports, this.respondentId), page),
      progress,
    ).answers
    const posted = samplePosted(pageView(questionnaire, page, answers, progress), this.pick)
    for (const [code, value] of Object.entries(fixed)) if (code in posted) posted[code] = [value].flat().map(String)
    return posted
  }

  /** Answers page after page until one that is not a page of questions, or until `stopBefore` is reached. */
  async answer(
    options: { stopBefore?: string; fixed?: Answers; slug?: string } = {},
  ): Promise<{ path: string; html: string }> {
    const { stopBefore, fixed = { Q02: 3, Q04: 1 }, slug = 'study-abroad' } = options
    let at = await this.open(`/s/${slug}/go`)
    for (let pages = 0; pages < 30; pages++) {
      if (at.path.endsWith('/p/~review')) {
        at = await this.open(await this.finish(at))
        continue
      }
      const page = /\/p\/([a-z-]+)$/.exec(at.path)?.[1]
      if (page === undefined || page === stopBefore) return at
      const response = await this.post(at.path, { ...hidden(at.html), ...(await this.sample(page, fixed)), go: 'next' })
      const location = response.headers.get('location')
      if (location === null) throw new Error(`${at.path} answered ${response.status}: ${await response.text()}`)
      at = await this.open(location)
    }
    throw new Error('the questionnaire does not end')
  }

  /** Presses Finish under all answers; gives where that leads. */
  private async finish({ path, html }: { path: string; html: string }): Promise<string> {
    const response = await this.post(path, { ...hidden(html), go: 'next' })
    return response.headers.get('location') ?? path
  }

  /** The whole way from the link to the voucher page. */
  async complete(fixed?: Answers): Promise<{ path: string; html: string }> {
    await this.start()
    return this.answer(fixed === undefined ? {} : { fixed })
  }
}

/** The hidden fields of the questionnaire form of a page. */
export function hidden(html: string): Record<string, string> {
  const form = /<form id="page".*?<\/form>/s.exec(html)?.[0] ?? html
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}
