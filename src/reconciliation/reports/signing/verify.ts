/** Checks a signed report, or a study's public figures, from the file alone. */
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import * as z from 'zod'
import { sha256 } from '../../../platform/crypto/sha256.ts'
import { canonicalJson } from '../../../platform/crypto/version.ts'
import type { CheckResult } from '../../integrity/audit.ts'
import { faultsOf, type Report, upToDate } from '../content.ts'
import { signedSubject } from './sign.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const fileSchema = z.strictObject({
  report: z.looseObject({ kind: z.enum(['day', 'month', 'study', 'closing']), subject: z.string() }),
  signature: z.string(),
})
const claimSchema = z.strictObject({
  report: z.string(),
  kind: z.string(),
  subject: z.string(),
  version: z.int().positive(),
  contentHash: hash,
  signatures: z.array(z.strictObject({ nth: z.int(), by: z.string(), at: z.iso.datetime() })),
  seals: z.int(),
  head: hash.nullable(),
})
const trustSchema = z.strictObject({
  figures: z.looseObject({ study: z.string(), day: z.string() }),
  signature: z.string(),
})

/** A line of exported books, as far as a report is concerned: an entry of the audit trail in full. */
export interface SealedLine {
  hash: string
  actor: string
  action: string
  subject: string
}

/**
 * @param text the file
 * @param jwks what `/.well-known/jwks.json` serves; without it no signature counts
 * @param trail the sealed entries of exported books, to find the signatures in; null without an export
 */
export async function verifyReport(
  text: string,
  jwks: JSONWebKeySet,
  trail: { seals: ReadonlySet<string>; entries: readonly SealedLine[] } | null,
): Promise<CheckResult[]> {
  const value = parsed(text)
  const trust = trustSchema.safeParse(value)
  if (trust.success) return [await looksSigned(trust.data, jwks)]
  const file = fileSchema.safeParse(value)
  if (!file.success)
    return [checkResult('whole_report', 'The file is a signed report.', ['it is no report of this service'])]
  const { report, signature } = file.data
  const claim = await claimOf(signature, jwks, 'report+jws', claimSchema)
  if (claim === null) return [checkResult('signature', signedPromise, ['the signature is of none of these keys'])]
  const signers = new Set(claim.signatures.map(({ by }) => by))
  return [
    checkResult('signature', signedPromise, []),
    checkResult('content', 'The report says what was signed.', [
      ...(sha256(canonicalJson(report)) === claim.contentHash
        ? []
        : ['the report says something else than was signed']),
      ...(report.kind === claim.kind && report.subject === claim.subject ? [] : ['it is of another subject']),
    ]),
    checkResult(
      'two_people',
      'Two different people signed it.',
      signers.size === 2 ? [] : [`${signers.size} signed it`],
    ),
    checkResult('adds_up', 'Its sums add up.', doesNotAddUp(report as unknown as Report)),
    ...(trail === null ? [] : [inTheTrail(claim, trail)]),
  ]
}

const signedPromise = 'It is signed by a key of the service.'

function checkResult(invariant: string, promise: string, breaches: string[]): CheckResult {
  return { invariant, promise, ok: breaches.length === 0, figures: {}, breaches }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function claimOf<Claim>(
  signature: string,
  jwks: JSONWebKeySet,
  typ: string,
  schema: z.ZodType<Claim>,
): Promise<Claim | null> {
  try {
    const verified = await compactVerify(signature, createLocalJWKSet(jwks), { algorithms: ['ES256'] })
    if (verified.protectedHeader.typ !== typ) return null
    const read = schema.safeParse(JSON.parse(new TextDecoder().decode(verified.payload)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

async function looksSigned(
  { figures, signature }: z.infer<typeof trustSchema>,
  jwks: JSONWebKeySet,
): Promise<CheckResult> {
  const claim = await claimOf(signature, jwks, 'trust+jws', z.looseObject({}))
  const isSame = claim !== null && canonicalJson(claim) === canonicalJson(figures)
  return checkResult('signature', 'The figures are those that the service signed.', isSame ? [] : ['they are not'])
}

function doesNotAddUp(report: Report): string[] {
  try {
    return faultsOf(upToDate(report)).includes('does_not_add_up') ? ['its sums do not add up'] : []
  } catch {
    return ['it has not the parts that it should']
  }
}

type Claim = z.infer<typeof claimSchema>

function inTheTrail(claim: Claim, trail: { seals: ReadonlySet<string>; entries: readonly SealedLine[] }): CheckResult {
  const subject = signedSubject({ id: claim.report, contentHash: claim.contentHash })
  const missing = claim.signatures.filter(
    ({ by }) =>
      !trail.entries.some((one) => one.action === 'report.signed' && one.subject === subject && one.actor === by),
  )
  return checkResult(
    'in_the_trail',
    'The audit trail tells of both signatures, and leads through the seal that the file names.',
    [
      ...missing.map(({ by }) => `no sealed entry says that ${by} signed it`),
      ...(claim.head === null || trail.seals.has(claim.head)
        ? []
        : ['the chain does not lead through the seal that it names']),
    ],
  )
}
