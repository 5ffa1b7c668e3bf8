/** Who we are to WeChat Pay, and the keys of both sides, read once from the configuration. */
import { importPKCS8, importSPKI, importX509 } from 'jose'
import type { WechatSettings } from './settings.ts'

export interface Merchant {
  mchId: string
  appId: string
  appSecret: string
  /** Serial number of the certificate that `own` belongs to. */
  serial: string
  api: string
  login: string
  loginApi: string
  /** Signs what we ask. */
  own: CryptoKey
  /** WeChat's public keys by their ids: whichever a reply names must be among them. */
  wechat: ReadonlyMap<string, CryptoKey>
  /** The key of WeChat's under which a name is encrypted. */
  names: { id: string; key: CryptoKey }
  /** AES-256-GCM, opens what notices bring. */
  apiV3: CryptoKey
}

/**
 * The merchant of a configuration, or null when it has none.
 * @throws Error with one line that names the setting which cannot be read
 */
export async function readMerchant(config: WechatSettings): Promise<Merchant | null> {
  if (config.WECHAT_MCH_ID === undefined) return null
  const needed = (name: NeededSetting): string => {
    const value = config[name]
    if (value === undefined) throw new Error(`${name}: missing, and WECHAT_MCH_ID is set`)
    return value
  }
  const id = needed('WECHAT_PUBLIC_KEY_ID')
  const pems = publicPems(id, needed('WECHAT_PUBLIC_KEY'))
  const wechat = new Map<string, CryptoKey>()
  for (const [keyId, pem] of pems) wechat.set(keyId, await importPublic(pem, 'RS256'))
  return {
    mchId: config.WECHAT_MCH_ID,
    appId: needed('WECHAT_APP_ID'),
    appSecret: needed('WECHAT_APP_SECRET'),
    serial: needed('WECHAT_SERIAL'),
    api: config.WECHAT_API,
    login: config.WECHAT_LOGIN,
    loginApi: config.WECHAT_LOGIN_API,
    own: await readable(
      'WECHAT_PRIVATE_KEY',
      'the RSA private key of the merchant’s certificate in PKCS #8, as in apiclient_key.pem',
      () => importPKCS8(needed('WECHAT_PRIVATE_KEY'), 'RS256'),
    ),
    wechat,
    names: { id, key: await importPublic(pems[0]?.[1] ?? '', 'RSA-OAEP') },
    apiV3: await readable('WECHAT_API_V3_KEY', '32 bytes', () => importApiV3(needed('WECHAT_API_V3_KEY'))),
  }
}

type NeededSetting = keyof WechatSettings

/** `PEM`, then any number of `;ID=PEM`. WeChat's older platform certificates are as good as its public keys. */
function publicPems(firstId: string, text: string): [id: string, pem: string][] {
  const parts = text.split(';').map((part) => part.trim())
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('-----BEGIN')) return [firstId, part]
      const at = part.indexOf('=')
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    })
}

function importPublic(pem: string, use: 'RS256' | 'RSA-OAEP'): Promise<CryptoKey> {
  return readable('WECHAT_PUBLIC_KEY', 'WeChat’s RSA public key, as in pub_key.pem, and any more as ;ID=PEM', () =>
    pem.includes('BEGIN CERTIFICATE') ? importX509(pem, use) : importSPKI(pem, use),
  )
}

async function importApiV3(text: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length !== 32) throw new RangeError('not 32 bytes')
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt'])
}

async function readable(setting: string, expected: string, imported: () => Promise<CryptoKey>): Promise<CryptoKey> {
  try {
    return await imported()
  } catch {
    // What the runtime has to say about a key may quote it.
    throw new Error(`${setting}: cannot be read; it has to be ${expected}`)
  }
}
