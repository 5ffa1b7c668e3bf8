/**
 * Everything of the outside world that the app may use. Each entry (Node, Workers, tests) hands the app its own set;
 * there is no other way in for a clock, a random number, a key or a database.
 */
import type { Context } from 'hono'
import type { Language } from '../schema/questionnaire.ts'
import type { Channel, FailReason, Provider } from '../schema/tables.ts'
import type { Database } from './platform/db/together.ts'
import type { FileBytes } from './platform/files/file-bytes.ts'
import type { CipherKey, KeyRing, MacKey, SecretKeys, SigningKey } from './platform/keys/secret-keys.ts'

export interface Clock {
  /** ISO 8601 in UTC with milliseconds, such as `2026-02-14T08:00:00.000Z`. */
  now(): string
  /** Goes on from this time at least: what stands in the database is a floor. Not there on a clock that stands still. */
  raise?(floor: string): void
  /** What is wrong with the machine's clock; null when nothing is. */
  doubt?(): ClockDoubt | null
}

/** A machine's clock jumped by so many milliseconds, to a time (ISO 8601, UTC), or is behind what was written before. */
export type ClockDoubt = { is: 'ahead' | 'back'; ms: number; to: string } | { is: 'behind'; ms: number }

export interface Ids {
  /**
   * A new key for a row: `prefix_`, nine characters of time, then random ones (12 unless told); ordered by time, so
   * that databases add it at the end.
   */
  next(prefix: string, randomness?: number): string
  /** `length` random characters of Crockford's base 32 in lower case: five bits each. */
  random(length: number): string
}

export interface Keys {
  /** For tokens that only we read (HS256): respondents, vouchers, staff. */
  tokens: KeyRing
  /** For codes derived from ids and for keyed hashes of codes. */
  codes: KeyRing
  /** For what others may check. */
  receipts: KeyRing<SigningKey>
  /** The public half of `receipts`, as served at `/.well-known/jwks.json`. */
  jwks: { keys: object[] }
  /** For payees' details at rest, and for the keys of studies. */
  payees: KeyRing<CipherKey>
  /** For keyed hashes of payees' accounts. Never rotated: another key would let an account be paid again. */
  accounts: MacKey
  /** What makes keys that are derived, or kept in the database. */
  secrets: SecretKeys
}

/** Where money should go, as the channel's declared fields, normalised. */
export interface Payee {
  channel: Channel
  /**
   * By field: `openid` (wechat), `phone` in E.164 and `name` (alipay, fps), `phone` (alipayhk, mpay), `bank`, `account` and `name` (bank),
   * `email` (gift).
   */
  fields: Record<string, string>
}

/** One payment as a provider is asked for it. Sent again, it is the same to the letter. */
export interface PayOrder {
  /** Ours, letters and digits, at most 32: the provider pays it once. */
  reference: string
  amountMinor: number
  /** ISO 4217. */
  currency: string
  payee: Payee
  /** What it is for, in at most 16 characters that any provider takes. */
  title: string
}

/**
 * What a provider let us know about one reference. `code` is its own word, for finance.
 * - `succeeded`, `failed`, `cancelled`: final, and nothing else frees or spends the money
 * - `accepted`: it works on it; `awaiting_user`: the holder has to confirm; `cancelling`: asked to stop, not yet stopped
 * - `delayed`: not done, and to be sent again later under the same reference (no balance, too many requests)
 * - `not_found`: it does not know the reference, which proves nothing: the same order is sent again
 * - `unknown`: no evidence either way (no reply, an unreadable or unsigned one, a code without meaning to us)
 */
export interface PayAnswer {
  state:
    | 'succeeded'
    | 'failed'
    | 'cancelled'
    | 'accepted'
    | 'awaiting_user'
    | 'cancelling'
    | 'delayed'
    | 'not_found'
    | 'unknown'
  code: string | null
  /** Why not, in our words; with `failed` and `delayed`. */
  reason?: FailReason
  /** The provider's own id of the payment. */
  providerId?: string
  /** What the provider says it paid, to be compared with what was asked. */
  amountMinor?: number
  currency?: string
  /** What the holder's phone needs to confirm; with `awaiting_user`. */
  confirm?: string
  /** When the provider says that it made what the holder confirms: ISO 8601 in UTC; with `awaiting_user`. */
  madeAt?: string
  /** The provider waits for the same order once more, under the same reference, before it goes on; with `accepted`. */
  again?: true
}

/** What a provider's own call to us came to, once its signature was checked. `reply` is what the provider wants to hear. */
export type ProviderNotice =
  | { ok: true; eventId: string; reference: string; answer: PayAnswer | null; reply: NoticeReply }
  | { ok: false; why: string; reply: NoticeReply }

export interface NoticeReply {
  status: 200 | 204 | 400 | 401
  body: string
  contentType: string
}

/** Signing in inside a provider's own app, which tells whose account is to be paid. */
export interface PayeeLogin {
  /** The field of a payee that it finds out. */
  identifies: 'openid'
  /** What the app needs to know of us to show a confirmation. */
  appId: string
  mchId: string
  /** Scheme and host of the provider's page, for the content policy of the page that leads there. */
  authorizeOrigin: string
  /** The address that asks the provider who is there, and comes back to `returnTo` with `code` and `state`. */
  authorizeUrl(returnTo: string, state: string): string
  /** Who is behind a code, which is good once; null when the provider does not know it (any more) or does not answer. */
  openidOf(code: string): Promise<string | null>
}

/** How much is paid at once, in minor units, both ends included. */
export interface AmountRange {
  leastMinor: number
  mostMinor: number
}

/** One provider of payments. No method throws for what a provider or a network may do: that is an answer. */
export interface Payer {
  provider: Provider
  channels: readonly Channel[]
  /** How much it pays at once of each currency (ISO 4217); one that is missing cannot go through it. */
  carries: Readonly<Record<string, AmountRange>>
  /**
   * `push`: the sweep sends it; `confirm`: sent when its holder asks, who then confirms in the provider's own app;
   * `file`: staff pay by hand and report what came of it.
   */
  mode: 'push' | 'confirm' | 'file'
  /** How long after sending it the provider may still settle, in hours. */
  settlesWithinHours: number
  /** Its channels can be had with every offer, whether or not the offer names them. */
  everyOffer?: true
  /** How its payees say which account is theirs, where they sign in instead of typing it. */
  login?: PayeeLogin
  send(order: PayOrder): Promise<PayAnswer>
  query(order: Pick<PayOrder, 'reference'> & { providerId: string | null }): Promise<PayAnswer>
  cancel(order: Pick<PayOrder, 'reference'> & { providerId: string | null }): Promise<PayAnswer>
  /** Checks and reads what the provider posted to `/providers/PROVIDER/notices`. Absent when it posts nothing. */
  receive?(posted: { headers: Headers; body: string }): Promise<ProviderNotice>
}

/** Tells people outside; none yet. */
export type Notifier = never

/** Whose account pays by hand, as it stands in files that a bank reads. */
export interface Debtor {
  name: string
  /** An account number, or an IBAN. */
  account: string
  /** A BIC, or the bank's clearing code: three digits in Hong Kong, twelve in mainland China. */
  bank: string
  /** What the bank takes. */
  characters: 'unicode' | 'latin'
}

export interface Settings {
  /** Scheme, host and port that people use: links, cookies and Origin checks follow it. */
  origin: string
  leaseMinutes: number
  /** Responses begun from one address in an hour before the next one costs work. */
  startsWithoutWork: number
  /** Of one respondent, or of one session of staff. */
  requestsAMinute: number
  /** How many responses of an offer are shown together, at the least, to whoever reads answers; 1: each at once. */
  smallestGroup: number
  /** A provider's fee above this, in minor units, is looked at by a person. */
  feeAlertMinor: number
  /** What a payee may get in a year by currency, in minor units, tax included, before two people look at it. */
  payeeYearLimits: Readonly<Record<string, number>>
  /** Where staff sign in by OpenID Connect, and what people call it; null when by one-time links alone. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null
  /** Null when it is not configured: then no file for a bank (pain.001) is offered. */
  debtor: Debtor | null
}

/**
 * Work on what comes from outside, which may take any time and memory. It is offloaded to where it makes nobody wait and
 * ends nobody else's work. What goes in and out is copied, so it is data alone.
 */
export interface Job<In, Out, Piece = never> {
  /** By which the other side knows it. */
  name: string
  /**
   * @param give hands out a part of the outcome, and waits until it is taken
   * @param file what the job reads, fetched as it is read; empty where no file was given
   */
  run(input: In, give: (piece: Piece) => Promise<void>, file: FileBytes): Promise<Out>
}

/** What a job is handed beside its input. */
export interface JobContext<Piece> {
  /** Nobody holds all of it: the job fetches what it reads, page by page. */
  file?: FileBytes
  /** Gets each part of what comes of the job, one after the other. */
  take?: (piece: Piece) => Promise<void>
}

/**
 * Does a job, within its limits of time and memory where there are any.
 * @throws what the job throws, and `OffloadFailed` where it passed a limit or its thread died
 */
export type Offload = <In, Out, Piece = never>(
  job: Job<In, Out, Piece>,
  input: In,
  beside?: JobContext<Piece>,
) => Promise<Out>

/**
 * A piece of work that is worth watching. What tells it from others of its kind is a word of the program: never an id, a
 * code, or anything of a person.
 */
export type Activity =
  | { kind: 'sweep_part'; part: string }
  | { kind: 'statement_step' }
  | { kind: 'provider_call'; provider: Provider; call: 'send' | 'query' | 'cancel' }

/** Does the work, and takes note of how long that took; `outcomeOf` names what came of it, in few words that are known. */
export type Observe = <Result>(
  activity: Activity,
  work: () => Promise<Result>,
  outcomeOf?: (result: Result) => string,
) => Promise<Result>

/**
 * The style sheets of all pages and of the staff's; the script of all pages, with its words in each language; and scripts of
 * single pages: WeChat's confirmation, uploads, the staff's frame, the editor, set-ups, live pages, the work before a start,
 * and pages without a connection.
 */
export type AssetName = 'style' | StaffAsset | StudentScript
type StaffAsset = 'staff' | 'upload' | 'frame' | 'editor' | 'editor-style' | 'setup' | 'live'
type StudentScript = 'script' | `words-${Language}` | 'wechat' | 'worker' | 'proof'

/** A file that pages load: its text, and a word that changes with it. */
export interface Asset {
  version: string
  text(): Promise<string>
}

export interface Ports {
  db: Database
  clock: Clock
  ids: Ids
  keys: Keys
  /** Those that are configured; the manual one always is. */
  payers: readonly Payer[]
  notifier: Notifier | null
  settings: Settings
  assets: Record<AssetName, Asset>
  /** Does what may take long or die of a file from outside. */
  offload: Offload
  /** The caller's network address, as text; what the runtime knows of a request is in `env` or in a header. */
  addressOf(request: Request, env: unknown): string
  /** What this machine knows of itself, each null when it is well; not there where nothing can be known. */
  health?(): Promise<{ write: string | null; disk: string | null; file: string | null }>
  /** Whether this process is about to end: what takes long goes no further than its next step, and is taken up again. */
  isStopping?(): boolean
  /** Why this process turns requests away; null when it does not. */
  load?(): string | null
  /** Who may ask how the service does, and what this process has measured of itself, as Prometheus reads it. */
  metrics?: { token: string; measured?(): Promise<string> }
  /** Has a request of somebody who may make it answered elsewhere; null where it is answered here. */
  passOn?(c: Context<AppEnv>): Promise<Response> | null
  /** Watches over work, where somebody wants to know. */
  observe?: Observe
  /** One line of JSON. Never an answer, a code, a token or an address. */
  log(entry: Record<string, string | number | null>): void
}

/** What pages say of the study that they are about. */
export type NamedStudy = { settings: { organiser: Record<Language, string>; contact: string }; testOf?: string | null }

/** What Hono hands from one handler to the next. */
export interface AppEnv {
  /** `languages`: those its pages are offered in, where fewer than all; `study`: the one they are of, to name who runs it. */
  Variables: { ports: Ports; requestId: string; languages?: readonly Language[]; study?: NamedStudy }
}
