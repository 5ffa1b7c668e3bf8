/** How Alipay, transfer to an account, is configured. */
import type * as z from 'zod'
import { base, pem, text } from '../setting.ts'

export const alipaySettings = {
  ALIPAY_APP_ID: text,
  ALIPAY_PRIVATE_KEY: pem,
  /** Alipay's public key. */
  ALIPAY_PUBLIC_KEY: pem,
  /** Serial numbers of certificates, in certificate mode. */
  ALIPAY_APP_CERT_SN: text,
  ALIPAY_ROOT_CERT_SN: text,
  ALIPAY_GATEWAY: base('https://openapi.alipay.com'),
}

export type AlipaySettings = z.output<z.ZodObject<typeof alipaySettings>>
