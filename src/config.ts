/** The whole configuration on one page: read once at the entry, frozen, passed down. */
import * as z from 'zod'
import { isCurrency } from './platform/money/currencies.ts'
import { manifests, providerSettings } from './rewards/providers/registry.ts'

const whole = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback)

const schema = z.object({
  /** The port that the Node server listens on. */
  PORT: whole(8787, 0, 65_535),
  /** Where people reach the service. Unset: http://localhost and the port. */
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** `demo` sets up the study with printed staff links; `production` prints none. */
  MODE: z.enum(['demo', 'production']).default('demo'),
  /** `postgres://…` for Postgres; unset for the embedded database in DATA_DIR. */
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** Holds the embedded database and the key set. */
  DATA_DIR: z.string().min(1).default('data'),
  /** The key set as JSON. Unset on Node: `keys.json` in DATA_DIR, made when it is missing. */
  KEYS: z.string().min(2).optional(),
  /** How many proxies in front add to X-Forwarded-For; 0 trusts none. */
  TRUSTED_PROXIES: whole(0, 0, 8),
  /** How long a reward is kept for someone who makes no progress. */
  LEASE_MINUTES: whole(30, 1, 1_440),
  /** How many rewards one network (IPv4 /24, IPv6 /48) may hold at once for people who are still answering. */
  LEASES_PER_NETWORK: whole(100, 1, 1_000_000),
  /** How many responses may be begun by the open link from one network in a day (UTC). */
  STARTS_PER_NETWORK: whole(200, 1, 1_000_000),
  /** A provider's fee above this, in minor units, waits in the exceptions for a person to look at it. */
  FEE_ALERT_MINOR: whole(0, 0, 1_000_000_000),
  /** `CNY:80000,HKD:90000`: what one payee may get in a year (minor units, tax included) before two people look at it. */
  PAYEE_YEAR_LIMITS: z
    .string()
    .regex(/^[A-Z]{3}:\d{1,12}(,[A-Z]{3}:\d{1,12})*$/, 'is no list such as CNY:80000,HKD:90000, in minor units')
    .refine((list) => list.split(',').every((one) => isCurrency(one.slice(0, 3))), 'names an unknown currency')
    .transform((list) =>
      Object.fromEntries(list.split(',').map((one) => [one.slice(0, 3), Number(one.slice(4))] as const)),
    )
    .default({}),
  /** `all` writes one line a request, `errors` only failures, `none` nothing. */
  LOG: z.enum(['all', 'errors', 'none']).default('all'),

  /** The providers' own, as their manifests describe them: src/rewards/providers/PROVIDER/manifest.ts. */
  ...providerSettings,

  /** Whose account pays by hand, as it stands in files for a bank (ISO 20022 pain.001): the first three or none. */
  DEBTOR_NAME: z.string().min(1).max(140).optional(),
  /** An account number, or an IBAN. */
  DEBTOR_ACCOUNT: z
    .string()
    .regex(/^[A-Z0-9-]{1,34}$/, 'has capitals, digits and dashes, at most 34')
    .optional(),
  /** A BIC, or the bank's clearing code: three digits in Hong Kong, twelve in mainland China. */
  DEBTOR_BANK: z
    .string()
    .regex(/^([A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?|\d{3}|\d{12})$/, 'is no BIC and no clearing code')
    .optional(),
  /** The characters that the bank takes: all, or Latin ones only. */
  DEBTOR_CHARACTERS: z.enum(['unicode', 'latin']).default('unicode'),
})

/** What goes together: all of a group, or what it is for is not offered. */
const groups: readonly { name: string; needed: readonly string[] }[] = [
  ...manifests,
  { name: 'a file for the bank', needed: ['DEBTOR_NAME', 'DEBTOR_ACCOUNT', 'DEBTOR_BANK'] },
]

/** One line for each setting that is missing although others of its group are there. */
function missingOfGroups(read: Record<string, unknown>): string[] {
  return groups.flatMap(({ name: what, needed: names }) => {
    const given = names.filter((name) => read[name] !== undefined)
    const missing = names.filter((name) => read[name] === undefined)
    if (given.length === 0) return []
    return missing.map((name) => `${name}: missing, and ${given[0]} is set: ${what} needs all of ${names.join(', ')}`)
  })
}

export type Config = Readonly<z.output<typeof schema>> & { readonly ORIGIN: string }

/**
 * Reads the configuration from environment variables.
 * @throws Error whose message has one clear line per mistake
 */
export function readConfig(env: Record<string, unknown>): Config {
  const known = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) =>
      env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]],
    ),
  )
  const read = schema.safeParse(known)
  if (!read.success) {
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const missing = missingOfGroups(read.data)
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const ORIGIN = read.data.ORIGIN ?? `http://localhost:${read.data.PORT}`
  return Object.freeze({ ...read.data, ORIGIN })
}
