/** Both sides' secrets for a sandbox Alipay: settings for the service, and what the sandbox Alipay keeps. */
import { importPKCS8, importSPKI } from 'jose'
import { rsaPems } from '../rsa-pems.ts'

/** What Alipay knows of its one app. */
export interface AlipaySide {
  appId: string
  appCertSn: string | null
  rootCertSn: string | null
  /** Verifies what the app asks. */
  app: CryptoKey
  /** Signs replies and notices. */
  own: CryptoKey
  /** Signs what is forged. */
  stranger: CryptoKey
}

/**
 * Makes a matching set of keys and names.
 * @param base where the sandbox Alipay is reached
 * @param certificates certificate mode: requests carry serial numbers
 */
export async function alipaySandboxConfig({
  base = 'https://alipay.example.org',
  certificates = false,
}: {
  base?: string
  certificates?: boolean
} = {}): Promise<{ settings: Record<string, string>; side: AlipaySide }> {
  const [app, alipay, stranger] = await Promise.all([rsaPems(), rsaPems(), rsaPems()])
  const appId = '2021000123456789'
  const serials = { app: '50fa7bc5dc305a4fbdbe166689ddc827', root: '687b59193f3f462dd5336e5abf83c5d8' }
  return {
    settings: {
      ALIPAY_APP_ID: appId,
      ALIPAY_PRIVATE_KEY: app.privatePem,
      ALIPAY_PUBLIC_KEY: alipay.publicPem,
      ALIPAY_GATEWAY: base,
      ...(certificates ? { ALIPAY_APP_CERT_SN: serials.app, ALIPAY_ROOT_CERT_SN: serials.root } : {}),
    },
    side: {
      appId,
      appCertSn: certificates ? serials.app : null,
      rootCertSn: certificates ? serials.root : null,
      app: await importSPKI(app.publicPem, 'RS256'),
      own: await importPKCS8(alipay.privatePem, 'RS256'),
      stranger: await importPKCS8(stranger.privatePem, 'RS256'),
    },
  }
}
