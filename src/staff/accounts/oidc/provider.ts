/**
 * What is asked of a provider by OpenID Connect: authorization code, PKCE, state, nonce. The library checks what comes
 * back, the signature of the id token included; nothing that it refuses gets further.
 */
import * as openid from 'openid-client'
import type { Ports, Settings } from '../../../ports.ts'

/** The provider, and how it knows this service. */
type Oidc = NonNullable<Settings['oidc']>

/** What one browser has to show again when it comes back. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
}

/** Whom a provider has let in: the pair is nobody else's there. An address only where the provider vouches for it. */
export interface Identity {
  issuer: string
  subject: string
  verifiedEmail: string | null
  /** ISO 8601: when they showed the provider who they are; null where it does not say. */
  provedAt: string | null
}

/** Whoever signs in is asked by the provider to show who they are, unless they did so within these seconds. */
const maxAgeSeconds = 600
/** A provider that takes longer does not answer. */
const timeoutSeconds = 10
const keptMs = 3_600_000

/** Found once an hour: where a provider has what. */
const found = new WeakMap<Oidc, { at: number; configuration: openid.Configuration }>()

async function configurationOf(oidc: Oidc, now: string): Promise<openid.Configuration> {
  const known = found.get(oidc)
  if (known !== undefined && Date.parse(now) - known.at < keptMs) return known.configuration
  const metadata = { client_secret: oidc.clientSecret, [openid.clockTolerance]: 30 }
  const isHere = new URL(oidc.issuer).protocol === 'http:'
  const discovered = await openid.discovery(new URL(oidc.issuer), oidc.clientId, metadata, undefined, {
    timeout: timeoutSeconds,
    execute: isHere ? [openid.allowInsecureRequests] : [],
  })
  const server = discovered.serverMetadata()
  const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false
  const showSecret = takesPost
    ? openid.ClientSecretPost(oidc.clientSecret)
    : openid.ClientSecretBasic(oidc.clientSecret)
  const configuration = new openid.Configuration(server, oidc.clientId, metadata, showSecret)
  configuration.timeout = timeoutSeconds
  if (isHere) openid.allowInsecureRequests(configuration)
  openid.enableNonRepudiationChecks(configuration)
  found.set(oidc, { at: Date.parse(now), configuration })
  return configuration
}

const returnTo = (ports: Pick<Ports, 'settings'>) => `${ports.settings.origin}/sign-in/callback`

/**
 * The address at the provider where somebody signs in.
 * @returns null when the provider does not answer, or not as one
 */
export async function addressToSignIn(
  ports: Pick<Ports, 'settings' | 'clock'>,
  oidc: Oidc,
  { state, nonce, verifier }: Attempt,
): Promise<URL | null> {
  try {
    const configuration = await configurationOf(oidc, ports.clock.now())
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: returnTo(ports),
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      max_age: String(maxAgeSeconds),
    })
  } catch {
    return null
  }
}

/**
 * Who came back from the provider.
 * @param query what stood behind the address that it led to
 * @returns `provider_down`: no answer; `provider_refused`: a no, or an answer that cannot be trusted
 */
export async function whoCameBack(
  ports: Pick<Ports, 'settings' | 'clock'>,
  oidc: Oidc,
  query: URLSearchParams,
  { state, nonce, verifier }: Attempt,
): Promise<Identity | { refused: 'provider_down' | 'provider_refused' }> {
  let configuration: openid.Configuration
  try {
    configuration = await configurationOf(oidc, ports.clock.now())
  } catch {
    return { refused: 'provider_down' }
  }
  try {
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(`${returnTo(ports)}?${query}`), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) return { refused: 'provider_refused' }
    const proved = claims.auth_time
    const { email, email_verified: isVerified } =
      claims.email === undefined ? await moreOf(configuration, tokens.access_token, claims.sub) : claims
    return {
      issuer: claims.iss,
      subject: claims.sub,
      verifiedEmail: isVerified === true && typeof email === 'string' ? email.trim().toLowerCase() : null,
      provedAt: typeof proved === 'number' ? new Date(proved * 1000).toISOString() : null,
    }
  } catch (error) {
    // What the library throws for an answer has a code; a network has none of these.
    const isAnswer = error instanceof openid.ResponseBodyError || error instanceof openid.AuthorizationResponseError
    const isFetch = error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')
    return { refused: !isAnswer && isFetch ? 'provider_down' : 'provider_refused' }
  }
}

/** What a provider says of somebody where it leaves that out of the id token; nothing when it does not answer. */
async function moreOf(
  configuration: openid.Configuration,
  accessToken: string,
  subject: string,
): Promise<{ email?: unknown; email_verified?: unknown }> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {}
  return openid.fetchUserInfo(configuration, accessToken, subject).catch(() => ({}))
}
