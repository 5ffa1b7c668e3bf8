/** The whole configuration on one page: read once at the entry, frozen, passed down. */
import * as z from 'zod'
import { isCurrency } from './platform/money/currencies.ts'

const whole = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback)

const text = z.string().min(1).optional()
const base = (fallback: string) =>
  z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(fallback)
/** A key as PEM; where a variable cannot hold lines, `\\n` stands for their ends. */
const pem = z
  .string()
  .transform((value) => value.replaceAll('\\n', '\n').trim())
  .refine((value) => /^-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----$/.test(value), 'is no PEM')
  .optional()

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

  /** WeChat Pay v3, merchant transfer: all of these or none. Keys are PEM, or PEM in which \\n stands for a line's end. */
  WECHAT_MCH_ID: text,
  WECHAT_APP_ID: text,
  /** The official account's secret, for signing in inside WeChat. */
  WECHAT_APP_SECRET: text,
  /** Serial number of the merchant's certificate, and the private key (PKCS #8) that belongs to it. */
  WECHAT_SERIAL: text,
  WECHAT_PRIVATE_KEY: pem,
  /** 32 characters. */
  WECHAT_API_V3_KEY: z.string().length(32, 'has 32 characters').optional(),
  /** WeChat's own public key and its id, `PUB_KEY_ID_…`; more of them as `ID=PEM` separated by `;` while one is replaced. */
  WECHAT_PUBLIC_KEY_ID: text,
  WECHAT_PUBLIC_KEY: pem,
  WECHAT_API: base('https://api.mch.weixin.qq.com'),
  WECHAT_LOGIN: base('https://open.weixin.qq.com'),
  WECHAT_LOGIN_API: base('https://api.weixin.qq.com'),

  /** Alipay, transfer to an account: the first three or none. */
  ALIPAY_APP_ID: text,
  ALIPAY_PRIVATE_KEY: pem,
  /** Alipay's public key. */
  ALIPAY_PUBLIC_KEY: pem,
  /** Serial numbers of certificates, in certificate mode. */
  ALIPAY_APP_CERT_SN: text,
  ALIPAY_ROOT_CERT_SN: text,
  ALIPAY_GATEWAY: base('https://openapi.alipay.com'),

  /** Tremendous: the key, the campaign and the webhook's key, or none. */
  TREMENDOUS_API_KEY: text,
  TREMENDOUS_CAMPAIGN_ID: text,
  TREMENDOUS_WEBHOOK_KEY: text,
  TREMENDOUS_FUNDING_SOURCE: z.string().default('balance'),
  TREMENDOUS_API: base('https://api.tremendous.com'),

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

/** What a provider cannot do without: all of a group, or the provider is not offered. */
const groups = {
  'WeChat Pay': [
    'WECHAT_MCH_ID',
    'WECHAT_APP_ID',
    'WECHAT_APP_SECRET',
    'WECHAT_SERIAL',
    'WECHAT_PRIVATE_KEY',
    'WECHAT_API_V3_KEY',
    'WECHAT_PUBLIC_KEY_ID',
    'WECHAT_PUBLIC_KEY',
  ],
  Alipay: ['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'],
  Tremendous: ['TREMENDOUS_API_KEY', 'TREMENDOUS_CAMPAIGN_ID', 'TREMENDOUS_WEBHOOK_KEY'],
  'a file for the bank': ['DEBTOR_NAME', 'DEBTOR_ACCOUNT', 'DEBTOR_BANK'],
} as const

/** One line for each setting that is missing although others of its provider are there. */
function missingOfGroups(read: Record<string, unknown>): string[] {
  return Object.entries(groups).flatMap(([provider, names]) => {
    const given = names.filter((name) => read[name] !== undefined)
    const missing = names.filter((name) => read[name] === undefined)
    if (given.length === 0) return []
    return missing.map(
      (name) => `${name}: missing, and ${given[0]} is set: ${provider} needs all of ${names.join(', ')}`,
    )
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
