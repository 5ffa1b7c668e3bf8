/** The whole configuration on one page: read once at the entry, frozen, passed down. */
import * as z from 'zod'

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
  /** `all` writes one line a request, `errors` only failures, `none` nothing. */
  LOG: z.enum(['all', 'errors', 'none']).default('all'),
})

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
  const ORIGIN = read.data.ORIGIN ?? `http://localhost:${read.data.PORT}`
  return Object.freeze({ ...read.data, ORIGIN })
}
