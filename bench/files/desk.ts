/** One of finance at a browser: signs in, uploads files, says what their columns are, and lets the page's script go on. */
import { askPatiently } from '../ask-patiently.ts'

const pieceBytes = 512 * 1024

interface Reply {
  status: number
  location: string | null
  text: string
}

export class Desk {
  readonly #origin: string
  readonly #busy: () => void
  #cookie = ''

  /** @param busy told each time that the server was busy, and is asked again when it said */
  constructor(port: number, busy = () => {}) {
    this.#origin = `http://localhost:${port}`
    this.#busy = busy
  }

  async #send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Reply> {
    const init: RequestInit = {
      method,
      redirect: 'manual',
      headers: { Origin: this.#origin, Cookie: this.#cookie, 'Accept-Language': 'en', ...headers },
      ...(body === undefined ? {} : { body }),
    }
    const reply = await askPatiently(`${this.#origin}${path}`, init, this.#busy)
    for (const line of reply.headers.getSetCookie()) this.#cookie = line.split(';')[0] ?? ''
    return { status: reply.status, location: reply.headers.get('location'), text: await reply.text() }
  }

  /** @param path of a sign-in link */
  async signIn(path: string): Promise<void> {
    const { status } = await this.#send('POST', path)
    if (status !== 303) throw new Error(`Signing in answered ${status}`)
  }

  /**
   * Uploads a file as the page does: in one, or in pieces where it is large; then says its columns where it is asked.
   * @param account an id, or empty: as the file says
   * @returns the statement's id; or why it was not taken, or which status the answer had
   */
  async upload(bytes: Uint8Array<ArrayBuffer>, account: string): Promise<{ id: string } | { not: string }> {
    const reply = bytes.length <= pieceBytes ? await this.#inOne(bytes, account) : await this.#inPieces(bytes, account)
    if ('not' in reply) return reply
    const id = /^\/finance\/statements\/([^/?]+)/.exec(reply.location ?? '')?.[1]
    if (reply.status !== 303 || id === undefined) return { not: saidBy(reply) }
    if (/said=same_file/.test(reply.location ?? '')) return { not: 'it was here before' }
    if (/\/columns/.test(reply.location ?? '')) await this.#sayColumns(reply.location ?? '')
    return { id }
  }

  /** What the page's script does until there is nothing to do, or it has to wait for another file. */
  async goOn(id: string): Promise<void> {
    for (;;) {
      const reply = await this.#send('POST', `/finance/statements/${id}/work`, undefined, {
        Accept: 'application/json',
      })
      if (reply.status !== 200) throw new Error(`Work on ${id} answered ${reply.status}`)
      const { more, waits } = JSON.parse(reply.text) as { more: boolean; waits: boolean }
      if (!more || waits) break
    }
    const { status } = await this.#send('GET', `/finance/statements/${id}`)
    if (status !== 200) throw new Error(`The page of ${id} answered ${status}`)
  }

  /** Presses a button of a statement's page. @returns the answer's status */
  async press(id: string, button: 'again' | 'discard'): Promise<number> {
    return (await this.#send('POST', `/finance/statements/${id}/${button}`)).status
  }

  #inOne(bytes: Uint8Array<ArrayBuffer>, account: string): Promise<Reply> {
    const form = new FormData()
    form.set('file', new File([bytes], 'statement'))
    form.set('account', account)
    return this.#send('POST', '/finance/statements', form)
  }

  async #inPieces(bytes: Uint8Array<ArrayBuffer>, account: string): Promise<Reply | { not: string }> {
    const piece = (n: number) => bytes.slice((n - 1) * pieceBytes, n * pieceBytes)
    const path = `/finance/statements/pieces?account=${encodeURIComponent(account)}`
    const begun = await this.#send('POST', path, piece(1))
    if (begun.status !== 201) return { not: saidBy(begun) }
    const { statementId } = JSON.parse(begun.text) as { statementId: string }
    for (let n = 2; (n - 1) * pieceBytes < bytes.length; n += 1) {
      const { status } = await this.#send('POST', `/finance/statements/${statementId}/pieces/${n}`, piece(n))
      if (status !== 200) return { not: `a piece answered ${status}` }
    }
    const fields = new URLSearchParams({ account, bytes: String(bytes.length) })
    return this.#send('POST', `/finance/statements/${statementId}/end`, fields)
  }

  /** Takes the columns that the page proposes, as they are shown after a try. */
  async #sayColumns(location: string): Promise<void> {
    const path = location.replace(/\?.*/, '')
    const shown = await this.#send('GET', location)
    const tried = await this.#send('POST', `${path}/try`, new URLSearchParams(fieldsIn(shown.text)))
    const response = await this.#send('POST', path, new URLSearchParams(fieldsIn(tried.text)))
    for (const { status } of [shown, tried, response]) if (status >= 500) throw new Error(`${path} answered ${status}`)
  }
}

function saidBy({ status, text }: Reply): string {
  if (status >= 500) throw new Error(`An upload answered ${status}`)
  const refused = /"refused":"(\w+)"/.exec(text)?.[1]
  if (refused !== undefined) return refused
  const notice = /class="notice[^"]*"[^>]*>([\s\S]*?)<\/(?:p|div)>/.exec(text)?.[1]?.replace(/<[^>]+>/g, '')
  return notice?.trim() ?? `status ${status}`
}

/** What the page's form of columns would send, as it stands. */
function fieldsIn(html: string): [string, string][] {
  const form = /<form[^>]*action="[^"]*\/columns(?:\/try)?"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const value = (tag: string, name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => [value(tag, 'name'), value(tag, 'value')] as const)
  const lists = [...form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = '', options = '']) => {
    const chosen = /<option[^>]*\bselected\b[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? ''
    return [value(tag, 'name'), value(chosen, 'value')] as const
  })
  const texts = [...form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']) => [value(tag, 'name'), unescaped(text)] as const,
  )
  return [...inputs, ...lists, ...texts].filter(([name]) => name !== '').map(([name, text]) => [name, text])
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
