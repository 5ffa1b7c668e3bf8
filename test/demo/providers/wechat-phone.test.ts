/** The sandbox phone shows the service as from inside WeChat. */
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { wechatPhone } from '../../../demo/providers/wechat/phone.ts'
import { bothSides, order, reference } from '../../support/providers/wechat-side.ts'

const origin = 'https://study.example.org'
const phoneAt = 'http://localhost:8788'

/** A service that says how it was asked, behind the phone. */
async function phone() {
  const sides = await bothSides()
  const service = new Hono()
    .get('/page', (c) => {
      c.header('Content-Security-Policy', "script-src 'self'")
      c.header('Set-Cookie', 'a=1; Path=/', { append: true })
      c.header('Set-Cookie', 'b=2; Path=/', { append: true })
      return c.html(
        `<!doctype html><html><head><title>x</title></head><body>${c.req.header('user-agent')}</body></html>`,
      )
    })
    .get('/file', (c) => c.text('<head>'))
    .post('/form', async (c) => {
      const { origin, referer, host, cookie } = c.req.header()
      return c.json({ origin, referer, host: host ?? null, cookie, body: await c.req.text() })
    })
    .get('/home', (c) => c.redirect(`${origin}/page?x=1`, 303))
    .get('/sign-in', (c) => c.redirect(sides.login.authorizeUrl(`${origin}/return`, 'abc'), 303))
    .get('/elsewhere', (c) => c.redirect('https://study.example.org.evil.example/', 303))
    .get('/same', (c) => c.body(null, 304))
  const app = wechatPhone({
    target: 'http://127.0.0.1:8787',
    origin,
    wechat: 'https://wechat.example.org',
    sandbox: sides.sandbox,
    fetch: async (request) => service.fetch(request),
  })
  return { ...sides, ask: (path: string, init?: RequestInit) => app.request(phoneAt + path, init) }
}

describe('the sandbox phone', () => {
  test('is WeChat to the service, and puts the bridge into its pages before their own scripts', async () => {
    const { ask } = await phone()
    const reply = await ask('/page', { headers: { 'User-Agent': 'Mozilla/5.0' } })
    const page = await reply.text()
    expect(page).toContain('Mozilla/5.0 MicroMessenger/')
    expect(page).toContain('<head><script src="/sandbox-phone/bridge.js"></script>')
    expect(reply.headers.get('content-security-policy')).toBe("script-src 'self'")
    expect(reply.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
    expect(await (await ask('/sandbox-phone/bridge.js')).text()).toContain('WeixinJSBridgeReady')
  })

  test('leaves what is no page alone', async () => {
    const { ask } = await phone()
    expect(await (await ask('/file')).text()).toBe('<head>')
    expect((await ask('/same')).status).toBe(304)
  })

  test('speaks for the service’s own origin, and for no other', async () => {
    const { ask } = await phone()
    const form = async (from: string) => {
      const headers = { Origin: from, Referer: `${from}/s`, Cookie: 'c=3', 'Content-Type': 'text/plain' }
      return (await ask('/form', { method: 'POST', body: 'a=b', headers })).json()
    }
    expect(await form(phoneAt)).toEqual({ origin, referer: `${origin}/s`, host: null, cookie: 'c=3', body: 'a=b' })
    expect(await form('https://evil.example')).toMatchObject({ origin: 'https://evil.example' })
  })

  test('keeps those on it who are led to the service or to WeChat', async () => {
    const { ask } = await phone()
    const leadsTo = async (path: string) => (await ask(path)).headers.get('location')
    expect(await leadsTo('/home')).toBe('/page?x=1')
    expect(await leadsTo('/sign-in')).toMatch(/^\/connect\/oauth2\/authorize\?appid=wx/)
    expect(await leadsTo('/elsewhere')).toBe('https://study.example.org.evil.example/')
    const there = (await leadsTo('/sign-in'))?.replace('#wechat_redirect', '') ?? ''
    expect(await leadsTo(there)).toMatch(/^\/return\?code=\w+&state=abc$/)
  })

  test('shows the amount of a transfer, and confirms it', async () => {
    const { ask, payer, sandbox } = await phone()
    const { confirm = '' } = await payer.send(order)
    const shown = await ask(`/sandbox/bill?package=${encodeURIComponent(confirm)}`)
    expect(await shown.json()).toEqual({ amountMinor: 2000, remark: '调研参与奖励' })
    const press = () => ask('/sandbox/confirm', { method: 'POST', body: JSON.stringify({ package: confirm }) })
    expect((await press()).status).toBe(200)
    expect(sandbox.bill(reference)?.state).toBe('SUCCESS')
    expect((await press()).status).toBe(409)
  })
})
