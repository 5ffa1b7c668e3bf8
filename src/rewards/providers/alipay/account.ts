/** Who we are to Alipay, and the keys of both sides, read once from the configuration. */
import { importPKCS8, importSPKI, importX509 } from 'jose'
import type { AlipaySettings } from './settings.ts'

export interface AlipayAccount {
  appId: string
  gateway: string
  /** Signs what we ask. */
  own: CryptoKey
  /** Verifies what Alipay says. */
  alipay: CryptoKey
  /** Serial numbers of certificates, in certificate mode. */
  appCertSn: string | null
  rootCertSn: string | null
}

/**
 * The account of a configuration, or null when it has none.
 * @throws Error with one line that names the setting which cannot be read
 */
export async function readAccount(config: AlipaySettings): Promise<AlipayAccount | null> {
  const { ALIPAY_APP_ID, ALIPAY_PRIVATE_KEY, ALIPAY_PUBLIC_KEY } = config
  if (ALIPAY_APP_ID === undefined) return null
  if (ALIPAY_PRIVATE_KEY === undefined) throw new Error('ALIPAY_PRIVATE_KEY: missing, and ALIPAY_APP_ID is set')
  if (ALIPAY_PUBLIC_KEY === undefined) throw new Error('ALIPAY_PUBLIC_KEY: missing, and ALIPAY_APP_ID is set')
  return {
    appId: ALIPAY_APP_ID,
    gateway: config.ALIPAY_GATEWAY,
    own: await readable('ALIPAY_PRIVATE_KEY', 'the RSA private key of our app in PKCS #8', () =>
      importPKCS8(ALIPAY_PRIVATE_KEY, 'RS256'),
    ),
    alipay: await readable(
      'ALIPAY_PUBLIC_KEY',
      'Alipay’s RSA public key or certificate (not the public key of our own app)',
      () =>
        ALIPAY_PUBLIC_KEY.includes('BEGIN CERTIFICATE')
          ? importX509(ALIPAY_PUBLIC_KEY, 'RS256')
          : importSPKI(ALIPAY_PUBLIC_KEY, 'RS256'),
    ),
    appCertSn: config.ALIPAY_APP_CERT_SN ?? null,
    rootCertSn: config.ALIPAY_ROOT_CERT_SN ?? null,
  }
}

async function readable(setting: string, expected: string, imported: () => Promise<CryptoKey>): Promise<CryptoKey> {
  try {
    return await imported()
  } catch {
    // What the runtime has to say about a key may quote it.
    throw new Error(`${setting}: cannot be read; it has to be ${expected}`)
  }
}
