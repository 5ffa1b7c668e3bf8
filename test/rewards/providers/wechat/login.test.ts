/** Signing in inside WeChat. */
import { describe, expect, test } from 'vitest'
import { bothSides } from '../../../support/providers/wechat-side.ts'

const returnTo = 'https://study.example.org/s/a/voucher/wechat/return'

describe('signing in', () => {
  test('leads to WeChat by this exact address', async () => {
    const { login } = await bothSides()
    expect(login.authorizeUrl(returnTo, 'abc123')).toBe(
      'https://wechat.example.org/connect/oauth2/authorize?appid=wx0123456789abcdef' +
        '&redirect_uri=https%3A%2F%2Fstudy.example.org%2Fs%2Fa%2Fvoucher%2Fwechat%2Freturn' +
        '&response_type=code&scope=snsapi_base&state=abc123#wechat_redirect',
    )
    expect(login).toMatchObject({
      appId: 'wx0123456789abcdef',
      mchId: '1900000109',
      authorizeOrigin: 'https://wechat.example.org',
    })
  })

  test('comes back with a code, which says who it is once', async () => {
    const { login, sandbox } = await bothSides()
    const there = await sandbox.app.request(login.authorizeUrl(returnTo, 'abc123'))
    expect(there.status).toBe(302)
    const back = new URL(there.headers.get('location') ?? '')
    expect(back.origin + back.pathname).toBe(returnTo)
    expect(back.searchParams.get('state')).toBe('abc123')
    const code = back.searchParams.get('code') ?? ''
    expect(await login.openidOf(code)).toBe(sandbox.people[0]?.openid)
    expect(await login.openidOf(code)).toBe(null)
  })

  test('is asked for by this exact address', async () => {
    const urls: string[] = []
    const { login } = await bothSides({
      settings: { WECHAT_APP_SECRET: 's3cret' },
      fetch: async (request) => {
        urls.push(request.url)
        return new Response('{}')
      },
    })
    await login.openidOf('c0de')
    expect(urls).toEqual([
      'https://wechat.example.org/sns/oauth2/access_token' +
        '?appid=wx0123456789abcdef&secret=s3cret&code=c0de&grant_type=authorization_code',
    ])
  })

  test('a code is good for five minutes', async () => {
    const { login, sandbox, wait } = await bothSides()
    const code = sandbox.login.codeFor('oSomeone')
    wait(6)
    expect(await login.openidOf(code)).toBe(null)
  })

  test.each([
    ['a mistake with status 200', () => new Response('{"errcode":40029,"errmsg":"invalid code"}')],
    ['an openid that is none', () => new Response('{"openid":"<b>"}')],
    ['no JSON', () => new Response('Bad Gateway')],
    ['a failure', () => new Response('{"openid":"oSomeone"}', { status: 500 })],
    ['nothing', () => Promise.reject(new TypeError('lost'))],
  ])('%s names nobody', async (_, reply) => {
    const { login } = await bothSides({ fetch: async () => reply() })
    expect(await login.openidOf('c0de')).toBe(null)
  })

  test('the demonstration lets one choose who one is', async () => {
    const { login, sandbox } = await bothSides({ asksWho: true })
    const address = login.authorizeUrl(returnTo, 'abc123')
    const page = await (await sandbox.app.request(address)).text()
    const [, second] = sandbox.people
    expect(page).toContain(`value="${second?.openid}"`)
    const chosen = new URL(address)
    chosen.searchParams.append('as', second?.openid ?? '')
    const back = new URL((await sandbox.app.request(chosen.href)).headers.get('location') ?? '')
    expect(await login.openidOf(back.searchParams.get('code') ?? '')).toBe(second?.openid)
  })

  test('the sandbox WeChat is as strict: parameters in another order, or a state that it would cut, are refused', async () => {
    const { login, sandbox } = await bothSides()
    const good = login.authorizeUrl(returnTo, 'abc123')
    const [path, query = ''] = good.replace('#wechat_redirect', '').split('?')
    const turned = `${path}?${query.split('&').reverse().join('&')}`
    const bad = [turned, login.authorizeUrl(returnTo, 'a'.repeat(129)), login.authorizeUrl(returnTo, 'a.b')]
    for (const address of bad) expect((await sandbox.app.request(address)).status).toBe(400)
  })
})
