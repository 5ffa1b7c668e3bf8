/** How Alipay, transfer to an account, is configured. */
import { matchingText, type SettingValues } from '../../../platform/settings/setting.ts'
import { base, pem } from '../setting.ts'

export const alipaySettings = {
  ALIPAY_APP_ID: matchingText().describe('of the application that transfers'),
  ALIPAY_PRIVATE_KEY: pem.describe('its private key (PEM)'),
  ALIPAY_PUBLIC_KEY: pem.describe("Alipay's public key (PEM)"),
  ALIPAY_APP_CERT_SN: matchingText().describe("in certificate mode: serial number of the application's certificate"),
  ALIPAY_ROOT_CERT_SN: matchingText().describe("in certificate mode: serial number of Alipay's root certificate"),
  ALIPAY_GATEWAY: base('https://openapi.alipay.com').describe('where transfers are asked for'),
}

export type AlipaySettings = SettingValues<typeof alipaySettings>
