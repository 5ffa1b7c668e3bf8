/** How WeChat Pay v3, merchant transfer, is configured. */
import * as z from 'zod'
import { base, pem, text } from '../setting.ts'

export const wechatSettings = {
  WECHAT_MCH_ID: text,
  WECHAT_APP_ID: text,
  /** The official account's secret, for signing in inside WeChat. */
  WECHAT_APP_SECRET: text,
  /** Serial number of the merchant's certificate, and the private key (PKCS #8) that belongs to it. */
  WECHAT_SERIAL: text,
  WECHAT_PRIVATE_KEY: pem,
  /** 32 characters. */
  WECHAT_API_V3_KEY: z.string().length(32, 'has 32 characters').optional(),
  /** WeChat's own public key and its id, `PUB_KEY_ID_…`; more of them as `ID=PEM` separated by `;` while one is replaced. */
  WECHAT_PUBLIC_KEY_ID: text,
  WECHAT_PUBLIC_KEY: pem,
  WECHAT_API: base('https://api.mch.weixin.qq.com'),
  WECHAT_LOGIN: base('https://open.weixin.qq.com'),
  WECHAT_LOGIN_API: base('https://api.weixin.qq.com'),
}

export type WechatSettings = z.output<z.ZodObject<typeof wechatSettings>>
