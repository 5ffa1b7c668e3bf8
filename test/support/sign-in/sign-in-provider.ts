/** Providers of sign-ins on this machine: a real one, and one that answers what it is told to. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { Provider } from 'oidc-provider'
import type { Settings } from '../../../src/ports.ts'

type Oidc = NonNullable<Settings['oidc']>

/** Whoever signs in there; no password is asked for. */
export interface Account {
  id: string
  email: string
  isVerified: boolean
}

const client = { clientId: 'honorarium', clientSecret: 's'.repeat(40), name: 'Example ID' }

async function listen(handler: RequestListener): Promise<{ issuer: string; close(): void }> {
  const server = createServer(handler)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A real one. `as`: who signs in next, by a button of its own page where it `hasPage`, and otherwise at once. */
export async function realProvider(
  origin: string,
  hasPage = false,
): Promise<{ oidc: Oidc; as: Account; close(): void }> {
  const found = { as: { id: 'kai-1', email: 'kai@example.org', isVerified: true } }
  let handler: RequestListener = (_, response) => response.end()
  const { issuer, close } = await listen((request, response) => handler(request, response))
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new Provider(issuer, {
    adapter: memory(),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'k1' }] },
    clients: [
      { client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [`${origin}/sign-in/callback`] },
    ],
    cookies: { keys: ['a key of this test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/login/${uid}` },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: found.as.email, email_verified: found.as.isVerified }),
    }),
  })
  const itself = provider.callback()
  handler = async (request, response) => {
    if (!request.url?.startsWith('/login/')) return itself(request, response)
    if (hasPage && request.method === 'GET') {
      response.setHeader('content-type', 'text/html')
      return response.end(`<form method="post"><button>Continue as ${found.as.email}</button></form>`)
    }
    const grant = new provider.Grant({ accountId: found.as.id, clientId: client.clientId })
    grant.addOIDCScope('openid email')
    const grantId = await grant.save()
    await provider.interactionFinished(request, response, { login: { accountId: found.as.id }, consent: { grantId } })
  }
  return Object.assign(found, { oidc: { issuer, ...client }, close })
}

/** Goes through the provider as a browser would; what stands behind the address that it leads back to. */
export async function throughProvider(address: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(address)
  for (let hops = 0; hops < 10 && at.hostname === '127.0.0.1'; hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    await response.body?.cancel()
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    at = new URL(response.headers.get('location') ?? expectPlace(at, response.status), at)
  }
  return at
}

function expectPlace(at: URL, status: number): never {
  throw new Error(`${at} answered ${status} and leads nowhere`)
}

/** What a dishonest or broken provider puts into its id token. */
export interface Lie {
  claims?: JWTPayload
  /** Leaves it unsigned, or signs it with a key that nobody knows. */
  signed?: 'not' | 'otherwise'
}

/** One that gives the id token that it is told to. */
export async function lyingProvider(): Promise<{
  oidc: Oidc
  next: { nonce: string; lie: Lie }
  close(): void
}> {
  const [known, unknown] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256'),
  ])
  const jwk = { ...(await exportJWK(known.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const next = { nonce: '', lie: {} as Lie }
  let issuer = ''
  const idToken = () => {
    const { claims, signed } = next.lie
    const now = Math.floor(Date.parse(new Date().toISOString()) / 1000)
    const all = {
      iss: issuer,
      aud: client.clientId,
      sub: 'kai-1',
      iat: now,
      exp: now + 60,
      nonce: next.nonce,
      ...claims,
    }
    if (signed === 'not') return new UnsecuredJWT(all).encode()
    const key = signed === 'otherwise' ? unknown.privateKey : known.privateKey
    return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key)
  }
  const opened = await listen(async (request, response) => {
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'none'],
        token_endpoint_auth_methods_supported: ['client_secret_post'],
      }),
      '/jwks': () => ({ keys: [jwk] }),
      '/token': async () => ({ access_token: 'a', token_type: 'bearer', id_token: await idToken() }),
    }
    const answer = answers[request.url ?? '']
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer === undefined ? {} : await answer()))
  })
  issuer = opened.issuer
  return { oidc: { issuer, ...client }, next, close: opened.close }
}

/** What the real provider keeps, in this process. */
function memory() {
  const records = new Map<string, Record<string, unknown>>()
  return class {
    readonly #kind: string
    constructor(kind: string) {
      this.#kind = kind
    }
    async upsert(id: string, payload: Record<string, unknown>) {
      records.set(`${this.#kind} ${id}`, payload)
    }
    async find(id: string) {
      return records.get(`${this.#kind} ${id}`)
    }
    async findByUid(uid: string) {
      return [...records].find(([key, { uid: its }]) => key.startsWith(`${this.#kind} `) && its === uid)?.[1]
    }
    async findByUserCode() {
      return undefined
    }
    async consume(id: string) {
      const found = records.get(`${this.#kind} ${id}`)
      if (found !== undefined) found.consumed = 1
    }
    async destroy(id: string) {
      records.delete(`${this.#kind} ${id}`)
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, { grantId: its }] of records) if (its === grantId) records.delete(key)
    }
  }
}
