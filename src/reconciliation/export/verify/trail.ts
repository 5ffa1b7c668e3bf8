/** The audit trail, and whether it tells of what the books hold. */

import { sha256 } from '../../../platform/crypto/sha256.ts'
import { entryDigest, sealHash } from '../../../staff/audit-trail/seal-hash.ts'
import { breachList, type ExportCheck } from './check.ts'

/** @param known the hash of a seal that was seen earlier, elsewhere: the chain has to lead through it */
export function chain(known: string | undefined): ExportCheck {
  const breaches = breachList()
  let n = 0
  let before: string | null = null
  let shown = 0
  let isMet = known === undefined
  return {
    name: 'chain',
    promise:
      'The seals of the audit trail follow one another without a gap, each fits its entry, and the last is the one that was signed.',
    take(line) {
      if (line.kind === 'end' && (line.seals !== n || line.head !== before))
        breaches.add('the last seal is another one')
      if (line.kind !== 'seal') return
      n += 1
      if ('entry' in line) shown += 1
      if (line.n !== n) breaches.add(`seal ${line.n} stands where seal ${n} should`)
      else if (line.hash !== sealHash(n, before, digestOf(line))) {
        breaches.add(`seal ${n} does not fit what it seals`)
      }
      before = line.hash
      isMet ||= line.hash === known
    },
    end() {
      if (!isMet) breaches.add(`the chain does not lead through ${known}`)
      return { figures: { seals: n, shown, digests: n - shown }, breaches: breaches.all() }
    },
  }
}

type Seal = Extract<Parameters<ExportCheck['take']>[0], { kind: 'seal' }>

function digestOf(line: Seal): string {
  if ('digest' in line) return line.digest
  const [id, actor, action, subject, at] = line.entry
  return entryDigest({ id, actor, action, subject, at })
}

const auditedActions = /^(batch\.(prepared|approved)|attempt\.(stored|succeeded|failed|cancelled))$/
const ends = /^(succeeded|failed|cancelled)$/
const modulus = 2n ** 256n

/**
 * Compares two piles without holding them: how many there are of each action, and the sum of their hashes.
 */
export function trailTells(): ExportCheck {
  const piles = new Map<string, { count: number; sum: bigint }>()
  let until = ''
  function put(sign: 1 | -1, action: string, subject: string, actor = '') {
    const hash = BigInt(`0x${sha256(`${action} ${subject} ${actor}`)}`)
    const pile = piles.get(action) ?? { count: 0, sum: 0n }
    piles.set(action, { count: pile.count + sign, sum: (pile.sum + BigInt(sign) * hash + modulus) % modulus })
  }
  return {
    name: 'trail_tells_all',
    promise:
      'Every batch, approval and attempt, and the end of every attempt, has its entry in the audit trail, and no entry tells of another.',
    take(line) {
      if (line.kind === 'books') until = line.until
      if (line.kind === 'batch') {
        put(1, 'batch.prepared', line.id, line.preparedBy)
        for (const { approver } of line.approvals) put(1, 'batch.approved', line.id, approver)
      }
      if (line.kind === 'voucher') {
        for (const attempt of line.payouts.flatMap(({ attempts }) => attempts)) {
          put(1, 'attempt.stored', attempt.id)
          // One that was undone has ended more than once.
          for (const { state } of attempt.steps) if (ends.test(state)) put(1, `attempt.${state}`, attempt.id)
        }
      }
      if (line.kind === 'seal' && 'entry' in line) {
        const [, actor, action, subject, at] = line.entry
        if (auditedActions.test(action) && at < until) {
          put(-1, action, subject, action.startsWith('batch.') ? actor : '')
        }
      }
    },
    end() {
      const breaches = [...piles].flatMap(([action, { count, sum }]) => {
        if (count > 0) return [`${count} are not told of by an entry ${action}`]
        if (count < 0) return [`${-count} entries ${action} tell of what is not there`]
        return sum === 0n ? [] : [`entries ${action} tell of others than are there`]
      })
      return { figures: { actions: piles.size }, breaches }
    },
  }
}
