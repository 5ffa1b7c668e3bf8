/** How WeChat Pay v3, merchant transfer, is configured. */
import { matchingText, type SettingValues } from '../../../platform/settings/setting.ts'
import { base, pem } from '../setting.ts'

export const wechatSettings = {
  WECHAT_MCH_ID: matchingText().describe('the merchant number'),
  WECHAT_APP_ID: matchingText().describe('of the official account'),
  WECHAT_APP_SECRET: matchingText().describe('its secret, for signing in inside WeChat'),
  WECHAT_SERIAL: matchingText().describe("serial number of the merchant's certificate"),
  WECHAT_PRIVATE_KEY: pem.describe('the private key (PKCS #8, PEM) that belongs to it'),
  WECHAT_API_V3_KEY: matchingText(/^.{32}$/s, 'has 32 characters').describe('32 characters'),
  WECHAT_PUBLIC_KEY_ID: matchingText().describe("of WeChat's own public key: `PUB_KEY_ID_…`"),
  WECHAT_PUBLIC_KEY: pem.describe("WeChat's own public key (PEM)"),
  WECHAT_API: base('https://api.mch.weixin.qq.com').describe('where payments are asked for'),
  WECHAT_LOGIN: base('https://open.weixin.qq.com').describe('where students sign in'),
  WECHAT_LOGIN_API: base('https://api.weixin.qq.com').describe('where that sign-in is checked'),
}

export type WechatSettings = SettingValues<typeof wechatSettings>
