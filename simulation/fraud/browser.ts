/** What a browser does with pages: keeps cookies, opens addresses, sends forms. How fast, and what is in them, is its owner's affair. */
import { decodeJwt } from 'jose'
import type { Language } from '../../schema/questionnaire.ts'
import { type Form, readForm } from './form.ts'
import { origin, type Service, slug } from './service.ts'

/** What is filled in, by the field's name. */
export type Filled = Record<string, string[]>

/** Where somebody is: an address, and the page of questions there, if there is one. */
export interface Place {
  path: string
  status: number
  html: string
  form: Form | null
}

export interface Browser {
  /** Where its owner is on the network, which may change. */
  address: string
  open(path: string): Promise<Place>
  /** Sends the form by a button: `next`, `back`, or another language. */
  send(form: Form, filled: Filled, button: Button): Promise<Place>
  /** Saves what is typed so far, as the page's script does while somebody types; the form then goes by the newer revision. */
  saveDraft(form: Form, filled: Filled): Promise<void>
  /** Sends a form and looks at nothing that it leads to. Where it leads, or null. */
  sendBlindly(action: string, fields: readonly (readonly [string, string])[]): Promise<string | null>
  /** Whose response it is in, by its cookie; null before anything has begun. */
  respondent(): string | null
  /** Sends any form by its address and fields. */
  post(path: string, fields: readonly (readonly [string, string])[]): Promise<Place>
}

export type Button = { name: 'go'; value: 'next' | 'back' } | { name: 'lang'; value: Language }

const mostRedirects = 10

const fieldsOf = (fields: readonly (readonly [string, string])[]) => {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  return body
}

/** A browser with no cookies yet. */
export function newBrowser(service: Service, language: Language, address: string): Browser {
  const cookies = new Map<string, string>()

  async function ask(path: string, body: URLSearchParams | null, accept: string): Promise<Response> {
    const headers: Record<string, string> = { accept, 'accept-language': language }
    if (cookies.size > 0) headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (body !== null) {
      headers.origin = origin
      headers['content-type'] = 'application/x-www-form-urlencoded'
    }
    const init = body === null ? { headers } : { headers, method: 'POST', body: body.toString() }
    const response = await service.fetch(new Request(origin + path, init), browser.address)
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (attributes.some((one) => one.toLowerCase() === 'max-age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  async function follow(path: string, first: Promise<Response>): Promise<Place> {
    let at = path
    let response = await first
    for (let hops = 0; hops < mostRedirects; hops++) {
      const location = response.headers.get('location')
      // What stands on the voucher's page is of no interest here.
      if (location?.endsWith('/voucher')) return { path: location, status: response.status, html: '', form: null }
      if (location === null) {
        const html = await response.text()
        return { path: at, status: response.status, html, form: readForm(html) }
      }
      at = location
      response = await ask(at, null, 'text/html')
    }
    throw new Error(`${path} leads round in circles.`)
  }

  const bodyOf = (form: Form, filled: Filled) => {
    const body = new URLSearchParams(form.hidden)
    for (const { name } of form.fields) for (const value of filled[name] ?? []) body.append(name, value)
    return body
  }

  const browser: Browser = {
    address,
    open: (path) => follow(path, ask(path, null, 'text/html')),
    send(form, filled, { name, value }) {
      const body = bodyOf(form, filled)
      body.set(name, value)
      return follow(form.action, ask(form.action, body, 'text/html'))
    },
    async saveDraft(form, filled) {
      // As the page's script, which saves nothing of a form that has no revision.
      if (form.hidden.every(([name]) => name !== 'revision')) return
      const body = bodyOf(form, filled)
      body.set('draft', '1')
      const reply = await ask(form.action, body, 'application/json')
      const saved = (await reply.json()) as { revision?: number }
      const revision = form.hidden.find(([name]) => name === 'revision')
      if (revision !== undefined && reply.ok && saved.revision !== undefined) revision[1] = String(saved.revision)
    },
    async sendBlindly(action, fields) {
      return (await ask(action, fieldsOf(fields), 'text/html')).headers.get('location')
    },
    respondent() {
      const token = [...cookies].find(([name]) => name.includes(`respondent-${slug}`))?.[1]
      return token === undefined ? null : (decodeJwt(token).sub ?? null)
    },
    post: (path, fields) => follow(path, ask(path, fieldsOf(fields), 'text/html')),
  }
  return browser
}

/** Where the study's link leads. */
export const landing = `/s/${slug}`
export const onward = `/s/${slug}/go`
export const resume = `/s/${slug}/resume`
