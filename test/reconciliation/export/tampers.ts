/** Ways of writing over exported books, by somebody who knows how they are made, and what shows each. */
import type { ExportLineKind, ExportLineOf } from '../../../src/reconciliation/export/lines.ts'

export interface Tamper {
  what: string
  /** The checks that it breaks, and perhaps others. */
  breaks: string[]
  tamper: (lines: readonly string[]) => string[]
}

/** Changes the first line of a kind that `change` does not answer with false, and gives all lines. */
export function changed<K extends ExportLineKind>(
  lines: readonly string[],
  kind: K,
  change: (line: ExportLineOf<K>) => unknown,
): string[] {
  let isDone = false
  const all = lines.map((text) => {
    const line = JSON.parse(text)
    if (isDone || line.kind !== kind || change(line) === false) return text
    isDone = true
    return JSON.stringify(line)
  })
  if (!isDone) throw new Error(`no ${kind} was changed`)
  return all
}

type Voucher = ExportLineOf<'voucher'>
type Payout = Voucher['payouts'][number]

const stands = ({ steps }: { steps: { state: string }[] }) => steps.at(-1)?.state

/** Changes the first payout in that state. */
function changedPayout(lines: readonly string[], state: string, change: (payout: Payout) => void): string[] {
  return changed(lines, 'voucher', ({ payouts }) => {
    const payout = payouts.find((one) => stands(one) === state)
    if (payout === undefined) return false
    change(payout)
    return true
  })
}

export const tampers: readonly Tamper[] = [
  {
    what: 'a larger balance',
    breaks: ['sums'],
    tamper: (lines) =>
      changed(lines, 'balance', (line) => {
        line.available += 1
        line.total += 1
      }),
  },
  {
    what: 'a budget that was never funded',
    breaks: ['sums'],
    tamper: (lines) => lines.filter((text) => !/"debit":"funding".*"amountMinor":550000/.test(text)),
  },
  {
    what: 'a voucher that is there twice',
    breaks: ['sums'],
    tamper: (lines) => {
      const at = lines.findIndex((text) => text.includes('"kind":"voucher"') && stands(JSON.parse(text)) === 'open')
      return lines.toSpliced(at, 0, lines[at] ?? '')
    },
  },
  {
    what: 'an attempt that was removed',
    breaks: ['trail_tells_all', 'clearing', 'stories'],
    tamper: (lines) =>
      changedPayout(lines, 'open', (payout) => {
        payout.attempts = []
      }),
  },
  {
    what: 'an attempt under another id',
    breaks: ['trail_tells_all'],
    tamper: (lines) =>
      changedPayout(lines, 'paid', ({ attempts: [attempt] }) => {
        if (attempt === undefined) throw new Error('no attempt')
        attempt.id = `${attempt.id.slice(0, -1)}${attempt.id.endsWith('z') ? 'y' : 'z'}`
        attempt.reference = `H${attempt.id.slice(2)}`.toUpperCase()
      }),
  },
  {
    what: 'an attempt under a reference that is not its own',
    breaks: ['stories'],
    tamper: (lines) =>
      changedPayout(lines, 'paid', ({ attempts: [attempt] }) => {
        if (attempt !== undefined) attempt.reference = 'H1'
      }),
  },
  {
    what: 'a call before its reference was stored',
    breaks: ['stories'],
    tamper: (lines) =>
      changedPayout(lines, 'paid', ({ attempts: [attempt] }) => {
        for (const call of attempt?.calls ?? []) call.at = call.at.replace('T08', 'T07')
      }),
  },
  {
    what: 'a success on another day',
    breaks: ['clearing'],
    tamper: (lines) =>
      changedPayout(lines, 'paid', ({ attempts: [attempt] }) => {
        const step = attempt?.steps.at(-1)
        if (step !== undefined) step.at = step.at.replace('11-23', '11-24')
      }),
  },
  {
    what: 'a payout of another amount',
    breaks: ['stories', 'approvals'],
    tamper: (lines) =>
      changedPayout(lines, 'queued', (payout) => {
        payout.amountMinor += 1
      }),
  },
  {
    what: 'a paid voucher whose payout is open',
    breaks: ['stories'],
    tamper: (lines) => changedPayout(lines, 'paid', (payout) => payout.steps.pop()),
  },
  {
    what: 'a new voucher that replaces none',
    breaks: ['stories'],
    tamper: (lines) =>
      changed(lines, 'voucher', (line) => {
        if (line.replaces === null) return false
        line.replaces = null
        return true
      }),
  },
  {
    what: 'a move that no voucher may make',
    breaks: ['moves'],
    tamper: (lines) =>
      changed(lines, 'voucher', ({ steps }) => {
        if (stands({ steps }) !== 'open' || steps[0] === undefined) return false
        steps[0].state = 'superseded'
        return true
      }),
  },
  {
    what: 'an open voucher that is told of as held',
    breaks: ['moves'],
    tamper: (lines) =>
      changed(lines, 'voucher', ({ steps }) => {
        if (stands({ steps }) !== 'open' || steps[0] === undefined) return false
        steps[0].state = 'held'
        return true
      }),
  },
  {
    what: 'an ended voucher that none is',
    breaks: ['sums'],
    tamper: (lines) => {
      const { offer } = JSON.parse(lines.find((text) => text.includes('"kind":"leases"')) ?? '')
      const line = { kind: 'promises', offer, ended: 1, endedMinor: 2_000, reservedMinor: 0 }
      return lines.toSpliced(
        lines.findIndex((text) => text.includes('"kind":"decision"')),
        0,
        JSON.stringify(line),
      )
    },
  },
  {
    what: 'an approval by who prepared it',
    breaks: ['trail_tells_all', 'approvals'],
    tamper: (lines) =>
      changed(lines, 'batch', ({ approvals: [approval], preparedBy }) => {
        if (approval === undefined) return false
        approval.approver = preparedBy
        return true
      }),
  },
  {
    what: 'lines that were exchanged after the approval',
    breaks: ['approvals'],
    tamper: (lines) =>
      changed(lines, 'batch', (line) => {
        line.lines = ['0'.repeat(64), ...line.lines.slice(1)]
      }),
  },
  {
    what: 'one approval where two are needed',
    breaks: ['approvals'],
    tamper: (lines) =>
      changed(lines, 'batch', (line) => {
        if (line.approvals.length === 0) return false
        line.approvalsNeeded = 2
        return true
      }),
  },
  {
    what: 'a decision by who proposed it',
    breaks: ['approvals'],
    tamper: (lines) =>
      changed(lines, 'decision', (line) => {
        line.decidedBy = line.proposedBy
      }),
  },
  {
    what: 'an attempt on a closed day',
    breaks: ['open_days'],
    tamper: (lines) =>
      changed(lines, 'day', (line) => {
        if (line.day !== '2026-11-23') return false
        line.open = 0
        return true
      }),
  },
  {
    what: 'an entry of the trail that was written over',
    breaks: ['chain'],
    tamper: (lines) =>
      changed(lines, 'seal', (line) => {
        if (!('entry' in line) || line.entry[2] !== 'study.opened') return false
        line.entry[1] = 'operator'
        return true
      }),
  },
  {
    what: 'a digest that was exchanged',
    breaks: ['chain'],
    tamper: (lines) =>
      changed(lines, 'seal', (line) => {
        if (!('digest' in line)) return false
        line.digest = '0'.repeat(64)
        return true
      }),
  },
  {
    what: 'a seal that was removed',
    breaks: ['chain'],
    tamper: (lines) => lines.filter((text) => !text.includes('"study.opened"')),
  },
]
