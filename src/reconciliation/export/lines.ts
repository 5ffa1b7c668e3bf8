/**
 * The lines of exported books, each a JSON object, in this order of kinds. Nothing of them leads to an answer or to a
 * payee: vouchers go by their reference, what respondents did by the day (UTC), and the ledger by sums of a day.
 */
import * as z from 'zod'

const id = z.string().min(1).max(100)
const instant = z.iso.datetime({ precision: 3 })
const day = z.iso.date()
const minor = z.int()
/** Books from before there was a tax say nothing of it. */
const tax = z.int().default(0)
/** Nor of what was paid outside, which older ones count among what went back to funding. */
const outside = z.int().default(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const currency = z.string().length(3)

/** A step in which respondents may have a part: its day alone. */
const dayStep = z.strictObject({
  n: z.int(),
  state: id,
  reason: id.nullable(),
  actor: id.nullable(),
  day,
})
/** A step in which only staff and providers have a part. */
const step = z.strictObject({ n: z.int(), state: id, reason: id.nullable(), actor: id, at: instant })

const attempt = z.strictObject({
  id,
  nth: z.int(),
  provider: id,
  /** What the provider knows it by. */
  reference: id,
  currency,
  amountMinor: minor,
  taxMinor: tax,
  calendar: id,
  day,
  settlesDay: day,
  madeAt: instant,
  steps: z.array(step.extend({ code: z.string().nullable() })),
  calls: z.array(z.strictObject({ n: z.int(), what: id, at: instant })),
})

const payout = z.strictObject({
  id,
  batch: id,
  /** Which of the voucher's claims, counted from 0. */
  claim: z.int(),
  channel: id,
  provider: id,
  offer: id,
  currency,
  amountMinor: minor,
  lineHash: hash,
  steps: z.array(step),
  attempts: z.array(attempt),
})

const entrySchema = z.tuple([id, id, id, id, instant])

const kinds = {
  /**
   * What it is and up to which instant: whatever is older is in it, as it stood then. In formats 1 and 2 vouchers and claims
   * have all of their steps, and the money of held vouchers is reserved in 1 and owed in 2. In format 3 they have what finance
   * sees of them (`steps.ts`), and what no voucher tells by itself is a sum (`promises`).
   */
  books: z.strictObject({ kind: z.literal('books'), format: z.literal([1, 2, 3]), until: instant }),
  study: z.strictObject({
    kind: z.literal('study'),
    id,
    slug: id,
    offers: z.array(z.strictObject({ id, currency, amountMinor: minor, taxMinor: tax })),
  }),
  /** A row of a calendar; `since` is when two people published it, null for what came with the program. */
  day: z.strictObject({
    kind: z.literal('day'),
    calendar: id,
    zone: id,
    day,
    n: z.int(),
    open: z.literal([0, 1]),
    since: instant.nullable(),
  }),
  balance: z.strictObject({
    kind: z.literal('balance'),
    offer: id,
    total: minor,
    available: minor,
    reserved: minor,
    liability: minor,
    clearing: minor,
    paid: minor,
    tax,
    outside,
  }),
  transfers: z.strictObject({
    kind: z.literal('transfers'),
    offer: id,
    day,
    debit: id,
    credit: id,
    count: z.int().positive(),
    amountMinor: minor,
  }),
  /** Open leases. */
  leases: z.strictObject({ kind: z.literal('leases'), offer: id, count: z.int(), amountMinor: minor }),
  /** Of the vouchers of an offer that are told as open. */
  promises: z.strictObject({
    kind: z.literal('promises'),
    offer: id,
    /** Those that had expired or were rejected for good, whose money is free again. */
    ended: z.int(),
    endedMinor: minor,
    /** What lay in reserve of those that were held: nothing, but at moments before their money was owed. */
    reservedMinor: minor,
  }),
  decision: z.strictObject({
    kind: z.literal('decision'),
    proposal: id,
    what: id,
    proposedBy: id,
    verdict: id,
    decidedBy: id,
    at: instant,
  }),
  exception: z.strictObject({
    kind: z.literal('exception'),
    class: id,
    provider: id.nullable(),
    currency,
    amountMinor: minor,
    openedAt: instant,
    closedAt: instant.nullable(),
  }),
  batch: z.strictObject({
    kind: z.literal('batch'),
    id,
    study: id,
    provider: id,
    currency,
    preparedBy: id,
    contentHash: hash,
    totalMinor: minor,
    approvalsNeeded: z.int(),
    approvals: z.array(z.strictObject({ approver: id, contentHash: hash, at: instant })),
    steps: z.array(step),
    /** The hashes of its payouts, in their own order. */
    lines: z.array(hash),
  }),
  voucher: z.strictObject({
    kind: z.literal('voucher'),
    reference: id,
    replaces: id.nullable(),
    study: id,
    offer: id,
    currency,
    amountMinor: minor,
    taxMinor: tax,
    /** On which it was made; in format 3 the Monday of that week. */
    day,
    steps: z.array(dayStep),
    claims: z.array(z.strictObject({ channel: id, steps: z.array(dayStep) })),
    payouts: z.array(payout),
  }),
  /** An entry of the audit trail in full (id, actor, action, subject, at), or its digest where a respondent is in it. */
  seal: z.union([
    z.strictObject({ kind: z.literal('seal'), n: z.int(), hash, entry: entrySchema }),
    z.strictObject({ kind: z.literal('seal'), n: z.int(), hash, digest: hash }),
  ]),
  /** `signature` is a compact JWS (ES256) over the other members as `{ until, lines, content, seals, head }`. */
  end: z.strictObject({
    kind: z.literal('end'),
    until: instant,
    /** How many lines stand before this one, and the SHA-256 of all of them. */
    lines: z.int(),
    content: hash,
    /** How many seals there are, and the hash of the last. */
    seals: z.int(),
    head: hash.nullable(),
    signature: z.string(),
  }),
} as const

export type ExportLineKind = keyof typeof kinds
export type ExportLine = z.infer<(typeof kinds)[ExportLineKind]>
export type ExportLineOf<K extends ExportLineKind> = Extract<ExportLine, { kind: K }>

export const kindsInOrder = Object.keys(kinds) as ExportLineKind[]

/** A line as text, with its newline. */
export function asText(line: ExportLine): string {
  return `${JSON.stringify(line)}\n`
}

/** Reads a line, or says what is wrong with it. */
export function readLine(text: string): ExportLine | { wrong: string } {
  try {
    const value: unknown = JSON.parse(text)
    const kind = (value as { kind?: ExportLineKind } | null)?.kind
    if (kind === undefined || !Object.hasOwn(kinds, kind)) return { wrong: 'is of no known kind' }
    const read = (kinds[kind] as z.ZodType<ExportLine>).safeParse(value)
    if (read.success) return read.data
    const [issue] = read.error.issues
    return { wrong: `is no ${kind}: ${issue?.path.join('.')} ${issue?.message}` }
  } catch {
    return { wrong: 'is no JSON' }
  }
}
