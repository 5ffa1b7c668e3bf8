/**
 * A sandbox phone: an ordinary browser that goes through it sees the service as from inside WeChat. It passes every
 * request on as WeChat's browser would send it, and puts WeChat's bridge into the pages.
 */
import { Hono } from 'hono'
import type { Fetch } from '../../../src/platform/network/request.ts'
import { phoneBridge } from './phone-bridge.ts'
import type { WechatSandbox } from './sandbox.ts'

const bridgePath = '/sandbox-phone/bridge.js'
const agent = 'MicroMessenger/8.0.62 NetType/WIFI Language/zh_CN'
/** Of one connection, or made anew. */
const notPassedOn = ['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'accept-encoding']
const notPassedBack = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding']

/**
 * @param target where the service is reached
 * @param origin what the service calls itself, which its Origin check wants and its links lead to; `target` unless given
 * @param wechat where the service sends people to sign in: `WECHAT_LOGIN`
 */
export function wechatPhone({
  target,
  origin = target,
  wechat,
  sandbox,
  fetch,
}: {
  target: string
  origin?: string
  wechat: string
  sandbox: Pick<WechatSandbox, 'app'>
  fetch: Fetch
}): Hono {
  const app = new Hono()

  /** An address of the service or of the sandbox WeChat, as this phone has it. */
  const here = (address: string) => {
    const base = [origin, target, wechat].find((known) => address === known || address.startsWith(`${known}/`))
    return base === undefined ? address : address.slice(base.length) || '/'
  }

  async function passedOn(request: Request): Promise<Request> {
    const url = new URL(request.url)
    const headers = new Headers(request.headers)
    for (const name of notPassedOn) headers.delete(name)
    headers.set('user-agent', `${headers.get('user-agent') ?? ''} ${agent}`.trim())
    if (headers.get('origin') === url.origin) headers.set('origin', origin)
    const referrer = headers.get('referer') ?? ''
    if (referrer.startsWith(`${url.origin}/`)) headers.set('referer', origin + referrer.slice(url.origin.length))
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    return new Request(target + url.pathname + url.search, {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(hasBody ? { body: await request.arrayBuffer() } : {}),
    })
  }

  async function passedBack(response: Response): Promise<Response> {
    const headers = new Headers(response.headers)
    for (const name of notPassedBack) headers.delete(name)
    const location = headers.get('location')
    if (location !== null) headers.set('location', here(location))
    const { status } = response
    if (!(headers.get('content-type') ?? '').startsWith('text/html')) {
      return new Response(status === 304 || status === 204 ? null : response.body, { status, headers })
    }
    const page = await response.text()
    const script = `<script src="${bridgePath}"></script>`
    return new Response(
      page.replace(/<head[^>]*>/, (head) => head + script),
      { status, headers },
    )
  }

  app.get(bridgePath, (c) => c.body(phoneBridge, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  // The sandbox WeChat's own pages, as if they were on this phone.
  for (const path of ['/connect/*', '/sandbox/*']) {
    app.all(path, async (c) => passedBack(await sandbox.app.fetch(c.req.raw)))
  }
  app.all('*', async (c) => passedBack(await fetch(await passedOn(c.req.raw))))
  return app
}
