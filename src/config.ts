/** The whole configuration on one page: read once at the entry, frozen, passed down. */
import * as z from 'zod'
import { isCurrency } from './platform/money/currencies.ts'
import { areBlocks } from './platform/network/trusted.ts'
import { nearestNames } from './platform/text/nearest-names.ts'
import { manifests, providerSettings } from './rewards/providers/registry.ts'

const whole = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback)

const schema = z.object({
  PORT: whole(8787, 0, 65_535).describe('where the Node server listens'),
  HOST: z
    .string()
    .min(1)
    .default('localhost')
    .describe('the address that the Node server listens on; `0.0.0.0` (every one) in a container'),
  WORKERS: z
    .string()
    .regex(/^(auto|[1-9]|[1-5]\d|6[0-4])$/, 'is auto, or a number from 1 to 64')
    .default('1')
    .describe(
      'how many processes answer requests, in production: `auto` is one for each core; with the embedded database one more writes for all of them',
    ),
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional()
    .describe('where people reach it; links, cookies and the Origin check follow it (http://localhost and the port)'),
  MODE: z
    .enum(['demo', 'production'])
    .default('demo')
    .describe('`demo` prints links for staff and has sandbox providers; `production` has neither'),
  DATABASE_URL: z
    .string()
    .startsWith('postgres')
    .optional()
    .describe('`postgres://…`; unset for the embedded database in `DATA_DIR`'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .describe(
      'holds `honorarium.db`, and `origin`, by which commands print links; in a demonstration also `keys.json`',
    ),
  DISK_ROOM_MIB: whole(100, 0, 1_000_000).describe(
    'so many MiB should be free where the embedded database lies, or `/readyz` says that the disk is short of room',
  ),
  KEYS: z
    .string()
    .min(2)
    .optional()
    .describe('the key set as JSON, instead of a file; `npm run --silent keys` prints one'),
  KEYS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('the file of the key set, outside `DATA_DIR` in production (`keys.json` in `DATA_DIR`)'),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => (list.trim() === '0' ? [] : list.split(',').map((one) => one.trim())))
    .refine(
      areBlocks,
      'is a list of addresses, as 127.0.0.1,10.0.0.0/8, of the proxies that connect here; not how many they are',
    )
    .default([])
    .describe(
      'addresses (or blocks of them, CIDR) of the proxies in front, separated by commas: what they say in X-Forwarded-For is believed; unset: nobody is',
    ),
  LEASE_MINUTES: whole(30, 1, 1_440).describe('how long a reward is kept for someone who makes no progress'),
  STARTS_WITHOUT_WORK: whole(100, 1, 1_000_000).describe(
    'how many responses may be begun by open links from one address (IPv6: one /64) in an hour before a start costs the browser some work, or a wait; four times as many from the block around it (IPv4 /24, IPv6 /48), twenty times as many in one study',
  ),
  REQUESTS_A_MINUTE: whole(600, 60, 1_000_000).describe(
    'how many requests one respondent, or one session of staff, may make in a minute; beyond that they are asked to wait (429)',
  ),
  FEE_ALERT_MINOR: whole(0, 0, 1_000_000_000).describe(
    "a provider's fee above it, in minor units, waits for a person; raise it where every payment has its fee",
  ),
  PAYEE_YEAR_LIMITS: z
    .string()
    .regex(/^[A-Z]{3}:\d{1,12}(,[A-Z]{3}:\d{1,12})*$/, 'is no list such as CNY:80000,HKD:90000, in minor units')
    .refine((list) => list.split(',').every((one) => isCurrency(one.slice(0, 3))), 'names an unknown currency')
    .transform((list) =>
      Object.fromEntries(list.split(',').map((one) => [one.slice(0, 3), Number(one.slice(4))] as const)),
    )
    .default({})
    .describe(
      '`CNY:80000,HKD:90000`: what one payee may get in a year over all studies, in minor units and with tax, before two people look; unset: no threshold',
    ),
  LOG: z
    .enum(['all', 'errors', 'none'])
    .default('all')
    .describe('`all` writes one line a request, `errors` only failures, `none` nothing'),

  METRICS_TOKEN: z
    .string()
    .min(20)
    .optional()
    .describe('who shows it as a bearer token may read `/metrics`; 20 characters or more; unset: nothing is measured'),

  // Described in src/rewards/providers/PROVIDER/settings.ts.
  ...providerSettings,

  OIDC_ISSUER: z
    .string()
    .regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^\s?#]+$/, 'is an address with https')
    .optional()
    .describe('where staff sign in by OpenID Connect: the issuer, as its discovery document names it'),
  OIDC_CLIENT_ID: z.string().min(1).max(200).optional().describe('as which it knows this service'),
  OIDC_CLIENT_SECRET: z.string().min(1).max(500).optional().describe('the secret of that client'),
  OIDC_NAME: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe('what people call it, on the button (the host of the issuer)'),

  DEBTOR_NAME: z
    .string()
    .min(1)
    .max(140)
    .optional()
    .describe('whose account pays by hand, as it stands in files for a bank (ISO 20022 pain.001)'),
  DEBTOR_ACCOUNT: z
    .string()
    .regex(/^[A-Z0-9-]{1,34}$/, 'has capitals, digits and dashes, at most 34')
    .optional()
    .describe('its account number, or an IBAN'),
  DEBTOR_BANK: z
    .string()
    .regex(/^([A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?|\d{3}|\d{12})$/, 'is no BIC and no clearing code')
    .optional()
    .describe('a BIC, or the clearing code: three digits in Hong Kong, twelve in mainland China'),
  DEBTOR_CHARACTERS: z.enum(['unicode', 'latin']).default('unicode').describe('which characters the bank takes'),
})

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

export type Config = Readonly<z.output<typeof schema>> & { readonly ORIGIN: string }

/**
 * Reads the configuration from environment variables.
 * @throws Error whose message has one clear line per mistake, and one for each name that looks like a misspelt setting
 */
export function readConfig(env: Record<string, unknown>): Config {
  const known = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) =>
      env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]],
    ),
  )
  const read = schema.safeParse(known)
  const mistakes = read.success
    ? missingOfGroups(read.data)
    : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!read.success || mistakes.length > 0) throw new Error([...mistakes, ...misspeltSettings(env)].join('\n'))
  const ORIGIN = read.data.ORIGIN ?? `http://localhost:${read.data.PORT}`
  return Object.freeze({ ...read.data, ORIGIN })
}

/** One line for each variable that is no setting but looks like one, with the nearest name. */
export function misspeltSettings(env: Record<string, unknown>): string[] {
  const settings = Object.keys(schema.shape)
  return nearestNames(settings, env).map(({ name, nearest }) => `${name}: no setting has this name; ${nearest} has`)
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
  const own = Object.keys(schema.shape).filter((name) => !taken.has(name))
  return [{ name: 'The service', needed: [], of: own }, ...groups]
    .filter(({ of }) => of.length > 0)
    .map(({ name, needed, of }) => ({ name, needed, settings: of.map(describe) }))
}

function describe(name: string): DescribedSetting {
  const setting = schema.shape[name as keyof typeof schema.shape]
  const unset = setting.safeParse(undefined).data
  const isText = typeof unset === 'string' || typeof unset === 'number'
  return { name, means: setting.description ?? '', unset: isText ? String(unset) : null }
}
