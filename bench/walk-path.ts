/** One student's whole path over HTTP: land, start, every page, submit, voucher. */
import { acceptEncoding, type Connection, headerOf, textOf } from './connection.ts'
import { fillForm } from './fill-form.ts'
import { sendPatiently } from './send-patiently.ts'

export interface Walked {
  statuses: number[]
  /** Bytes over the wire of all answers: heads and (compressed) bodies. */
  headBytes: number
  bodyBytes: number
  /** Bodies alone, by the path that was asked for. */
  bodies: { method: string; path: string; bytes: number }[]
}

const languages = ['zh-CN,zh;q=0.9', 'zh-HK,zh;q=0.9', 'en;q=0.9']

/**
 * Goes the path with this student's number, which decides the language.
 * @param hasScripts whether a page that is sent asks for the page that comes next, as its script does, and not for its address
 * @throws when it does not end at a voucher
 */
export async function walkPath(
  connection: Connection,
  port: number,
  student: number,
  hasScripts = false,
): Promise<Walked> {
  const walked: Walked = { statuses: [], headBytes: 0, bodyBytes: 0, bodies: [] }
  const cookies = new Map<string, string>()

  async function send(
    method: 'GET' | 'POST',
    path: string,
    body = '',
  ): Promise<{ location?: string; html: string; at?: string | undefined }> {
    const head = [
      `${method} ${path} HTTP/1.1`,
      `Host: localhost:${port}`,
      'Accept: text/html',
      acceptEncoding,
      `Accept-Language: ${languages[student % languages.length]}`,
    ]
    if (cookies.size > 0) head.push(`Cookie: ${[...cookies].map(([name, value]) => `${name}=${value}`).join('; ')}`)
    if (method === 'POST') {
      head.push(
        `Origin: http://localhost:${port}`,
        'Content-Type: application/x-www-form-urlencoded',
        ...(hasScripts ? ['Prefer: return=representation'] : []),
        `Content-Length: ${Buffer.byteLength(body)}`,
      )
    }
    const request = `${head.join('\r\n')}\r\n\r\n${body}`
    const answer = await sendPatiently(connection, request, (status) => walked.statuses.push(status))
    walked.headBytes += answer.bytes - answer.body.length
    walked.bodyBytes += answer.body.length
    walked.bodies.push({ method, path, bytes: answer.body.length })
    for (const [, name = '', value = ''] of answer.head.matchAll(/^set-cookie: ([^=]+)=([^;\r]*)/gim)) {
      cookies.set(name, value)
    }
    const location = headerOf(answer.head, 'location')
    if (location !== undefined) return { location, html: '' }
    return { html: textOf(answer), at: headerOf(answer.head, 'content-location') }
  }

  await send('GET', '/s/study-abroad')
  let path = '/s/study-abroad/p/start'
  let { location, html } = await send('GET', path)
  for (let requests = 0; requests < 100; requests++) {
    if (location !== undefined) {
      path = location
      ;({ location, html } = await send('GET', path))
    } else if (path.endsWith('/voucher')) {
      return walked
    } else {
      let at: string | undefined
      ;({ location, html, at } = await send('POST', path, fillForm(html)))
      if (at !== undefined) path = at
      else if (location === undefined)
        throw new Error(`${path} was refused: ${html.replace(/<[^>]+>/g, ' ').slice(0, 2000)}`)
    }
  }
  throw new Error('The path does not end')
}
