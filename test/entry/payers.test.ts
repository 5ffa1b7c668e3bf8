import { beforeAll, describe, expect, it } from 'vitest'
import { type SandboxName, sandboxes, sandboxNames } from '../../demo/providers/registry.ts'
import { readConfig } from '../../src/config.ts'
import { payersFrom } from '../../src/entry/payers.ts'
import { nanoIds } from '../../src/platform/adapters/nano-ids.ts'

const clock = { now: () => '2026-03-02T02:00:00.000Z' }
const ids = nanoIds(clock)
const outside = { fetch: () => Promise.reject(new Error('nobody is asked at the start')), clock, ids }
const settings = {} as Record<SandboxName, Record<string, string>>

beforeAll(async () => {
  for (const name of sandboxNames) {
    settings[name] = (await sandboxes[name].config({ ids, base: `https://${name}.example.org` })).settings
  }
})

const everything = (): Record<string, string> => Object.assign({}, ...Object.values(settings))

async function offered(env: Record<string, string>) {
  const payers = await payersFrom(readConfig(env), outside)
  return {
    providers: payers.map(({ provider }) => provider),
    login: payers.some(({ login }) => login !== undefined),
  }
}

/** What a start with these settings is refused with, whoever reads them. */
async function complaint(env: Record<string, string>): Promise<string> {
  const read = async () => payersFrom(readConfig(env), outside)
  return read().then(
    () => 'it starts',
    (error: Error) => error.message,
  )
}

describe('a start', () => {
  it('without credentials offers paying by hand, and nothing else', async () => {
    expect(await offered({})).toEqual({ providers: ['manual'], login: false })
  })

  it('offers each provider that is configured, and no other', async () => {
    for (const provider of sandboxNames) {
      const login = provider === 'wechat'
      expect(await offered(settings[provider])).toEqual({ providers: ['manual', provider], login })
    }
    expect((await offered(everything())).providers).toEqual(['manual', ...sandboxNames])
  })

  it('takes a key whose lines are written as \\n', async () => {
    const oneLine = Object.entries(everything()).map(([name, value]) => [name, value.replaceAll('\n', '\\n')])
    expect((await offered(Object.fromEntries(oneLine))).providers).toHaveLength(1 + sandboxNames.length)
  })
})

describe('a mistake is one clear line that names its setting and quotes no key', () => {
  const pem = (text: string) => `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`
  it.each([
    ['WECHAT_PRIVATE_KEY', pem('c2VjcmV0'), /^WECHAT_PRIVATE_KEY: cannot be read; it has to be .*apiclient_key\.pem$/],
    ['WECHAT_PRIVATE_KEY', 'secret', /^WECHAT_PRIVATE_KEY: is no PEM$/],
    ['WECHAT_PUBLIC_KEY', pem('c2VjcmV0'), /^WECHAT_PUBLIC_KEY: cannot be read; it has to be .*pub_key\.pem/],
    ['WECHAT_API_V3_KEY', 'secret', /^WECHAT_API_V3_KEY: has 32 characters$/],
    ['WECHAT_API', 'ftp://secret', /^WECHAT_API: is no address such as https:\/\/survey\.example\.org$/],
    ['WECHAT_APP_SECRET', '', /^WECHAT_APP_SECRET: missing, and WECHAT_MCH_ID is set: WeChat Pay needs all of WECHAT_/],
    ['ALIPAY_PRIVATE_KEY', pem('c2VjcmV0'), /^ALIPAY_PRIVATE_KEY: cannot be read; it has to be the RSA private key/],
    ['ALIPAY_PUBLIC_KEY', pem('c2VjcmV0'), /^ALIPAY_PUBLIC_KEY: cannot be read; it has to be Alipay’s RSA public key/],
    ['ALIPAY_APP_ID', '', /^ALIPAY_APP_ID: missing, and ALIPAY_PRIVATE_KEY is set: Alipay needs all of ALIPAY_/],
    ['TREMENDOUS_WEBHOOK_KEY', '', /^TREMENDOUS_WEBHOOK_KEY: missing, and TREMENDOUS_API_KEY is set: Tremendous/],
  ])('%s = %j', async (name, value, line) => {
    const message = await complaint({ ...everything(), [name]: value })
    expect(message).toMatch(line)
    expect(message.split('\n')).toHaveLength(1)
    expect(message).not.toMatch(/secret|c2VjcmV0/)
  })

  it('and each of several has its own', async () => {
    const wrong = { WECHAT_PRIVATE_KEY: pem('c2VjcmV0'), ALIPAY_PRIVATE_KEY: pem('c2VjcmV0') }
    const lines = (await complaint({ ...everything(), ...wrong })).split('\n')
    expect(lines.map((line) => line.split(':')[0])).toEqual(['WECHAT_PRIVATE_KEY', 'ALIPAY_PRIVATE_KEY'])
  })
})
