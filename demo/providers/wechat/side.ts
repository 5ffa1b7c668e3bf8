/** Both sides' secrets for a sandbox WeChat: settings for the service, and what the sandbox WeChat keeps. */
import { exportPKCS8, exportSPKI, importPKCS8, importSPKI } from 'jose'
import type { Ids } from '../../../src/ports.ts'

export interface SandboxKey {
  id: string
  /** Signs replies and notices. */
  sign: CryptoKey
  /** Opens the names that the merchant sends. */
  open: CryptoKey
}

/** What WeChat knows of its one merchant. */
export interface WechatSide {
  mchId: string
  appId: string
  appSecret: string
  serial: string
  /** Verifies what the merchant asks. */
  merchant: CryptoKey
  apiV3: CryptoKey
  /** The first signs until told otherwise. */
  keys: SandboxKey[]
}

export interface WechatSandboxConfig {
  /** Names and values of the WECHAT_… settings. */
  settings: Record<string, string>
  side: WechatSide
  /** WeChat's private keys in PKCS #8, for a check by other means. */
  pems: string[]
}

/**
 * Makes a matching set: RSA keys of 2048 bits and everything else that a merchant gets from WeChat.
 * @param base where the sandbox WeChat is reached, for the interface and for signing in alike
 * @param keys how many public keys WeChat has: two while it replaces one
 */
export async function wechatSandboxConfig({
  ids,
  base = 'https://wechat.example.org',
  keys = 1,
}: {
  ids: Ids
  base?: string
  keys?: number
}): Promise<WechatSandboxConfig> {
  const own = await rsaPems()
  const pairs = await Promise.all(Array.from({ length: keys }, rsaPems))
  const numbered = pairs.map((pems, i) => ({
    id: `PUB_KEY_ID_01190000010920260101${String(i).padStart(12, '0')}`,
    ...pems,
  }))
  const apiV3Key = ids.random(32)
  const named = {
    mchId: '1900000109',
    appId: 'wx0123456789abcdef',
    appSecret: ids.random(32),
    serial: '5157F09EFDC096DE15EBE81A47057A72',
  }
  const [first, ...more] = numbered
  const side: WechatSide = {
    ...named,
    merchant: await importSPKI(own.publicPem, 'RS256'),
    apiV3: await crypto.subtle.importKey('raw', new TextEncoder().encode(apiV3Key), 'AES-GCM', false, ['encrypt']),
    keys: await Promise.all(
      numbered.map(async ({ id, privatePem }) => ({
        id,
        sign: await importPKCS8(privatePem, 'RS256'),
        open: await importPKCS8(privatePem, 'RSA-OAEP'),
      })),
    ),
  }
  const settings = {
    WECHAT_MCH_ID: named.mchId,
    WECHAT_APP_ID: named.appId,
    WECHAT_APP_SECRET: named.appSecret,
    WECHAT_SERIAL: named.serial,
    WECHAT_PRIVATE_KEY: own.privatePem,
    WECHAT_API_V3_KEY: apiV3Key,
    WECHAT_PUBLIC_KEY_ID: first?.id ?? '',
    WECHAT_PUBLIC_KEY: [first?.publicPem, ...more.map(({ id, publicPem }) => `${id}=${publicPem}`)].join(';'),
    WECHAT_API: base,
    WECHAT_LOGIN: base,
    WECHAT_LOGIN_API: base,
  }
  return { settings, side, pems: pairs.map(({ privatePem }) => privatePem) }
}

async function rsaPems(): Promise<{ publicPem: string; privatePem: string }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  )
  return { publicPem: await exportSPKI(publicKey), privatePem: await exportPKCS8(privateKey) }
}
