/** Checks exported books from their lines alone, each looked at once: memory stays flat however many there are. */
import type { JSONWebKeySet } from 'jose'
import type { CheckResult } from '../../integrity/audit.ts'
import { readLine } from '../lines.ts'
import { approvals } from './approvals.ts'
import type { ExportCheck } from './check.ts'
import { signedBy, wholeFile } from './file.ts'
import { movesCheck, openDays, stories } from './histories.ts'
import { clearing, sums } from './money.ts'
import { chain, trailTells } from './trail.ts'

export interface TrustAnchors {
  /** The service's public keys, as `/.well-known/jwks.json` serves them. Without them no signature is checked. */
  jwks?: JSONWebKeySet | undefined
  /** The hash of a seal from earlier books or from elsewhere. Without one, that no later end was cut off cannot be seen. */
  head?: string | undefined
}

/** @param lines without their newlines */
export async function verifyBooks(
  lines: AsyncIterable<string>,
  { jwks, head }: TrustAnchors = {},
): Promise<CheckResult[]> {
  const file = wholeFile()
  const checks: ExportCheck[] = [
    file,
    ...(jwks === undefined ? [] : [signedBy(jwks)]),
    chain(head),
    trailTells(),
    sums(),
    clearing(),
    movesCheck(),
    stories(),
    openDays(),
    approvals(),
  ]
  let number = 0
  for await (const text of lines) {
    number += 1
    const line = readLine(text)
    file.raw(text, number, 'wrong' in line ? line.wrong : null)
    if ('wrong' in line) continue
    for (const check of checks) await check.take(line, number)
  }
  const results: CheckResult[] = []
  for (const check of checks) {
    const { figures, breaches } = await check.end()
    results.push({ invariant: check.name, promise: check.promise, ok: breaches.length === 0, figures, breaches })
  }
  return results
}
