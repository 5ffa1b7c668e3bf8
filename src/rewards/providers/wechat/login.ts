/**
 * Signing in inside WeChat, which tells nothing but the openid.
 * Source: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
 */
import * as z from 'zod'
import { ask, type Fetch } from '../../../platform/network/request.ts'
import type { PayeeLogin } from '../../../ports.ts'
import type { Merchant } from './merchant.ts'

const timeoutMs = 10_000
const tokenSchema = z.object({ openid: z.string().regex(/^[\w-]{1,128}$/) })

/** How a payee signs in by WeChat, where they are known by an openid of this merchant's app. */
export function wechatLogin({ merchant, fetch }: { merchant: Merchant; fetch: Fetch }): PayeeLogin {
  const { appId, mchId, appSecret } = merchant
  return {
    identifies: 'openid',
    appId,
    mchId,
    authorizeOrigin: new URL(merchant.login).origin,
    authorizeUrl(returnTo, state) {
      // WeChat refuses the same parameters in another order.
      const query = [
        `appid=${encodeURIComponent(appId)}`,
        `redirect_uri=${encodeURIComponent(returnTo)}`,
        'response_type=code',
        'scope=snsapi_base',
        `state=${encodeURIComponent(state)}`,
      ].join('&')
      return `${merchant.login}/connect/oauth2/authorize?${query}#wechat_redirect`
    },
    async openidOf(code) {
      const query = new URLSearchParams({
        appid: appId,
        secret: appSecret,
        code,
        grant_type: 'authorization_code',
      })
      const request = new Request(`${merchant.loginApi}/sns/oauth2/access_token?${query}`)
      const asked = await ask(fetch, request, { timeoutMs })
      if (!asked.ok || asked.status !== 200) return null
      try {
        return tokenSchema.parse(JSON.parse(asked.body)).openid
      } catch {
        // An `errcode`, with status 200: the code was used, has run out, or was never one.
        return null
      }
    },
  }
}
