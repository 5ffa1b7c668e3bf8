/** The whole configuration on one page: read once at the entry, frozen, passed down. */
import { isCurrency } from './platform/money/currencies.ts'
import { areBlocks } from './platform/network/trusted.ts'
import {
  httpAddress,
  integer,
  matchingText,
  oneOf,
  parsed,
  readSettings,
  SettingMistake,
  type SettingValues,
} from './platform/settings/setting.ts'
import { nearestNames } from './platform/text/nearest-names.ts'
import { manifests, providerSettings } from './rewards/providers/registry.ts'

/** An address whose pages begin at its root: links with a path in front of theirs would lead nowhere. */
function readOrigin(given: string): string {
  const { origin, username, password, pathname, search, hash } = new URL(httpAddress(given))
  if (`${username}${password}` !== '') throw new SettingMistake('has no name and password in front of its host')
  if (`${pathname}${search}${hash}` === '/') return origin
  throw new SettingMistake(
    'ends behind the host and its port: the service has an address of its own, and no path below one',
  )
}

/** Addresses of proxies, or blocks of them; `0` is none. */
function readProxies(list: string): string[] {
  const blocks = list.trim() === '0' ? [] : list.split(',').map((one) => one.trim())
  if (areBlocks(blocks)) return blocks
  throw new SettingMistake(
    'is a list of addresses, as 127.0.0.1,10.0.0.0/8, of the proxies that connect here; not how many they are',
  )
}

/** Minor units by currency. */
function readLimits(list: string): Record<string, number> {
  if (!/^[A-Z]{3}:\d{1,12}(,[A-Z]{3}:\d{1,12})*$/.test(list)) {
    throw new SettingMistake('is no list such as CNY:80000,HKD:90000, in minor units')
  }
  const each = list.split(',').map((one) => [one.slice(0, 3), Number(one.slice(4))] as const)
  if (!each.every(([currency]) => isCurrency(currency))) throw new SettingMistake('names an unknown currency')
  const limits = Object.fromEntries(each)
  if (Object.keys(limits).length < each.length) throw new SettingMistake('names a currency twice')
  return limits
}

const settings = {
  PORT: integer(8787, 0, 65_535).describe('where the Node server listens'),
  HOST: matchingText(/./s, 'is empty', 'localhost').describe(
    'the address that the Node server listens on; `0.0.0.0` (every one) in a container',
  ),
  WORKERS: matchingText(/^(auto|[1-9]|[1-5]\d|6[0-4])$/, 'is auto, or a number from 1 to 64', '1').describe(
    'how many processes answer requests, in production: `auto` is one for each core; with the embedded database one more writes for all of them',
  ),
  ORIGIN: parsed<string | undefined>(readOrigin, undefined).describe(
    'where people reach it; links, cookies and the Origin check follow it (http://localhost and the port)',
  ),
  MODE: oneOf(['demo', 'production'], 'demo').describe(
    '`demo` prints links for staff and has sandbox providers; `production` has neither',
  ),
  DATABASE_URL: matchingText(/^postgres/, 'begins with postgres').describe(
    '`postgres://…`; unset for the embedded database in `DATA_DIR`',
  ),
  DATA_DIR: matchingText(/./s, 'is empty', 'data').describe(
    'holds `honorarium.db`, and `origin`, by which commands print links; in a demonstration also `keys.json`',
  ),
  DISK_ROOM_MIB: integer(100, 0, 1_000_000).describe(
    'so many MiB should be free where the embedded database lies, or `/readyz` says that the disk is short of room',
  ),
  KEYS: matchingText(/../s, 'is no key set').describe(
    'the key set as JSON, instead of a file; `npm run --silent keys` prints one',
  ),
  KEYS_FILE: matchingText().describe(
    'the file of the key set, outside `DATA_DIR` in production (`keys.json` in `DATA_DIR`)',
  ),
  TRUSTED_PROXIES: parsed(readProxies, []).describe(
    'addresses (or blocks of them, CIDR) of the proxies in front, separated by commas: what they say in X-Forwarded-For is believed; unset: nobody is',
  ),
  LEASE_MINUTES: integer(30, 1, 1_440).describe('how long a reward is kept for someone who makes no progress'),
  STARTS_WITHOUT_WORK: integer(100, 1, 1_000_000).describe(
    'how many responses may be begun by open links from one address (IPv6: one /64) in an hour before a start costs the browser some work, or a wait; four times as many from the block around it (IPv4 /24, IPv6 /48), twenty times as many in one study',
  ),
  REQUESTS_A_MINUTE: integer(600, 60, 1_000_000).describe(
    'how many requests one respondent, or one session of staff, may make in a minute; beyond that they are asked to wait (429)',
  ),
  FEE_ALERT_MINOR: integer(0, 0, 1_000_000_000).describe(
    "a provider's fee above it, in minor units, waits for a person; raise it where every payment has its fee",
  ),
  PAYEE_YEAR_LIMITS: parsed(readLimits, {}).describe(
    '`CNY:80000,HKD:90000`: what one payee may get in a year over all studies, in minor units and with tax, before two people look; unset: no threshold',
  ),
  LOG: oneOf(['all', 'errors', 'none'], 'all').describe(
    '`all` writes one line a request, `errors` only failures, `none` nothing',
  ),

  METRICS_TOKEN: matchingText(/^.{20,}$/s, 'has 20 characters or more').describe(
    'who shows it as a bearer token may read `/metrics`; 20 characters or more; unset: nothing is measured',
  ),

  // Described in src/rewards/providers/PROVIDER/settings.ts.
  ...providerSettings,

  OIDC_ISSUER: matchingText(
    /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^\s?#]+$/,
    'is an address with https',
  ).describe('where staff sign in by OpenID Connect: the issuer, as its discovery document names it'),
  OIDC_CLIENT_ID: matchingText(/^.{1,200}$/s, 'has at most 200 characters').describe('as which it knows this service'),
  OIDC_CLIENT_SECRET: matchingText(/^.{1,500}$/s, 'has at most 500 characters').describe('the secret of that client'),
  OIDC_NAME: matchingText(/^.{1,40}$/s, 'has at most 40 characters').describe(
    'what people call it, on the button (the host of the issuer)',
  ),

  DEBTOR_NAME: matchingText(/^.{1,140}$/s, 'has at most 140 characters').describe(
    'whose account pays by hand, as it stands in files for a bank (ISO 20022 pain.001)',
  ),
  DEBTOR_ACCOUNT: matchingText(/^[A-Z0-9-]{1,34}$/, 'has capitals, digits and dashes, at most 34').describe(
    'its account number, or an IBAN',
  ),
  DEBTOR_BANK: matchingText(
    /^([A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?|\d{3}|\d{12})$/,
    'is no BIC and no clearing code',
  ).describe('a BIC, or the clearing code: three digits in Hong Kong, twelve in mainland China'),
  DEBTOR_CHARACTERS: oneOf(['unicode', 'latin'], 'unicode').describe('which characters the bank takes'),
}

const bankFile = {
  name: 'a file for the bank',
  needed: ['DEBTOR_NAME', 'DEBTOR_ACCOUNT', 'DEBTOR_BANK'],
  of: ['DEBTOR_NAME', 'DEBTOR_ACCOUNT', 'DEBTOR_BANK', 'DEBTOR_CHARACTERS'],
} as const

const signIn = {
  name: 'sign-in by OpenID Connect',
  needed: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  of: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'],
} as const

/** What goes together: all that is needed of a group, or what it is for is not offered. */
const groups: readonly { name: string; needed: readonly string[]; of: readonly string[] }[] = [
  ...manifests.map(({ name, needed, settings }) => ({ name, needed, of: Object.keys(settings) })),
  bankFile,
  signIn,
]

/** One line for each group of which some are set and others are missing. */
function missingOfGroups(read: Record<string, unknown>): string[] {
  return groups.flatMap(({ name: what, needed: names }) => {
    const given = names.find((name) => read[name] !== undefined)
    const missing = names.filter((name) => read[name] === undefined)
    if (given === undefined || missing.length === 0) return []
    return [`${missing.join(', ')}: missing, and ${given} is set: ${what} needs all of ${names.join(', ')}`]
  })
}

export type Config = Readonly<SettingValues<typeof settings>> & { readonly ORIGIN: string }

/**
 * Reads the configuration from environment variables.
 * @throws Error whose message has one clear line per mistake, and one for each name that looks like a misspelt setting
 */
export function readConfig(env: Record<string, unknown>): Config {
  const { values, mistakes } = readSettings(settings, env)
  if (mistakes.length === 0) mistakes.push(...missingOfGroups(values))
  if (mistakes.length > 0) throw new Error([...mistakes, ...misspeltSettings(env)].join('\n'))
  return Object.freeze({ ...values, ORIGIN: values.ORIGIN ?? `http://localhost:${values.PORT}` })
}

/** One line for each variable that is no setting but looks like one, with the nearest name. */
export function misspeltSettings(env: Record<string, unknown>): string[] {
  return nearestNames(Object.keys(settings), env).map(
    ({ name, nearest }) => `${name}: no setting has this name; ${nearest} has`,
  )
}

export interface DescribedSetting {
  name: string
  means: string
  /** The value that holds unless it is set. */
  unset: string | null
}

/** Every setting by what it is for, the service itself first; `needed`: which of a group have to be set together. */
export function describeSettings(): { name: string; needed: readonly string[]; settings: DescribedSetting[] }[] {
  const taken = new Set(groups.flatMap(({ of }) => of))
  const own = Object.keys(settings).filter((name) => !taken.has(name))
  return [{ name: 'The service', needed: [], of: own }, ...groups]
    .filter(({ of }) => of.length > 0)
    .map(({ name, needed, of }) => ({ name, needed, settings: of.map(describe) }))
}

function describe(name: string): DescribedSetting {
  const { means, unset } = settings[name as keyof typeof settings]
  const isText = typeof unset === 'string' || typeof unset === 'number'
  return { name, means, unset: isText ? String(unset) : null }
}
