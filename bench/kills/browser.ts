/** A browser without scripts, over the network: cookies, forms, and what a lost connection looks like. */
import { askPatiently } from '../ask-patiently.ts'

export interface Reply {
  status: number
  location: string
  html: string
}

export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #base: string

  /** @param base such as `http://127.0.0.1:8787`, which is also the service's origin */
  constructor(base: string, cookies: Record<string, string> = {}) {
    this.#base = base
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value)
  }

  get(path: string): Promise<Reply> {
    return this.#send(path, {})
  }

  post(path: string, fields: Record<string, string>): Promise<Reply> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  upload(path: string, body: FormData): Promise<Reply> {
    return this.#send(path, { method: 'POST', body })
  }

  /** @throws TypeError when no answer comes, as from a server that died */
  async #send(path: string, init: RequestInit): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: this.#base, accept: 'text/html', 'accept-language': 'en', cookie }
    const response = await askPatiently(new URL(path, this.#base), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    const html = await response.text()
    return { status: response.status, location: response.headers.get('location') ?? '', html }
  }
}

/** The hidden fields of the form of questions. */
export function hiddenOf(html: string): Record<string, string> {
  return hiddenIn(/<form id="page"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')
}

/** Each form of a page that leads to `action`, by its hidden fields and the options of its lists. */
export function formsTo(html: string, action: string): { hidden: Record<string, string>; options: string[] }[] {
  const forms = html.match(/<form[^>]*>[\s\S]*?<\/form>/g) ?? []
  return forms
    .filter((form) => form.includes(`action="${action}"`))
    .map((form) => ({
      hidden: hiddenIn(form),
      options: [...form.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value),
    }))
}

function hiddenIn(form: string): Record<string, string> {
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}
