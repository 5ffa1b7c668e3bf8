/** Signing in with a sandbox WeChat: one of its people, at once or after pressing a button. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Clock, Ids } from '../../../src/ports.ts'
import type { WechatSide } from './side.ts'

export interface SandboxPerson {
  openid: string
  name: string
}

/** A code is good once, and for five minutes. */
const codeMs = 5 * 60_000

export function sandboxLogin({
  clock,
  ids,
  side,
  people,
  asks,
}: {
  clock: Clock
  ids: Ids
  side: WechatSide
  people: readonly SandboxPerson[]
  /** Whether a page lets one choose who one is; else the first, or whoever `use` named, is there at once. */
  asks: boolean
}) {
  const codes = new Map<string, { openid: string; until: number }>()
  let present = people[0]?.openid ?? ''

  function codeFor(openid: string): string {
    const code = ids.random(32)
    codes.set(code, { openid, until: Date.parse(clock.now()) + codeMs })
    return code
  }

  const routes = new Hono()
    .get('/connect/oauth2/authorize', (c) => {
      const query = new URL(c.req.url).searchParams
      const names = [...query.keys()].filter((name) => name !== 'as').join(' ')
      const returnTo = URL.canParse(query.get('redirect_uri') ?? '') ? new URL(query.get('redirect_uri') ?? '') : null
      const isGood =
        names === 'appid redirect_uri response_type scope state' &&
        query.get('appid') === side.appId &&
        query.get('response_type') === 'code' &&
        query.get('scope') === 'snsapi_base' &&
        /^[a-zA-Z0-9]{0,128}$/.test(query.get('state') ?? '')
      // The words that WeChat itself has for every mistake here.
      if (!isGood || returnTo === null) return c.text('Oops! Something went wrong:(', 400)
      const as = query.get('as')
      if (asks && as === null) return c.html(page(c.req.url, people))
      returnTo.searchParams.set('code', codeFor(as ?? present))
      returnTo.searchParams.set('state', query.get('state') ?? '')
      return c.redirect(returnTo.href)
    })
    .get('/sns/oauth2/access_token', (c) => {
      const { appid, secret, code = '', grant_type } = c.req.query()
      const known = codes.get(code)
      codes.delete(code)
      if (appid !== side.appId || secret !== side.appSecret || grant_type !== 'authorization_code') {
        return c.text(JSON.stringify({ errcode: 40125, errmsg: 'invalid appsecret' }))
      }
      if (known === undefined || known.until < Date.parse(clock.now())) {
        return c.text(JSON.stringify({ errcode: 40029, errmsg: 'invalid code' }))
      }
      const token = { access_token: ids.random(32), expires_in: 7200, refresh_token: ids.random(32) }
      return c.text(JSON.stringify({ ...token, openid: known.openid, scope: 'snsapi_base' }))
    })
  return {
    routes,
    codeFor,
    /** Whoever holds the phone from now on. */
    use(openid: string) {
      present = openid
    },
  }
}

function page(address: string, people: readonly SandboxPerson[]) {
  const { pathname, searchParams } = new URL(address)
  return html`<!doctype html>
<html lang="zh-Hans">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>微信登录（演示） · WeChat (sandbox)</title>
    <style>
      body { max-width: 26rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
      button { width: 100%; margin: 0.4rem 0; padding: 0.8rem; font: inherit; border: 1px solid; border-radius: 8px; background: none; overflow-wrap: anywhere; }
    </style>
  </head>
  <body>
    <h1>微信登录（演示）</h1>
    <p>This is not WeChat: it stands in for it. 这不是微信，仅供演示。</p>
    ${people.map(
      ({ openid, name }) => html`<form method="get" action="${pathname}">
      ${[...searchParams].map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}
      <button name="as" value="${openid}">以${name}的身份继续 · continue as test user ${openid}</button>
    </form>`,
    )}
  </body>
</html>`
}
