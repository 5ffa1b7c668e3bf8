/**
 * The books of everything up to one instant, as lines that an auditor can check without the database, and that lead to
 * no answer and to no payee. What is older than a minute does not change any more, so nobody has to stop working.
 */
import { CompactSign } from 'jose'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { newestSeal, sealAudit } from '../../staff/audit-trail/seal.ts'
import { publishedDays } from '../integrity/invariants/calendar.ts'
import { contentHasher } from './content.ts'
import { asText, type ExportLine, type ExportLineOf } from './lines.ts'
import * as store from './store.ts'
import { sealLines } from './trail.ts'
import { byTime, voucherLines } from './vouchers.ts'

/** What was begun within this time may still be on its way into the database. */
export const settleMs = 60_000
const batchesAtOnce = 200

/**
 * The lines, the last of them signed by the newest key for receipts. Audit entries that wait are sealed first.
 * @param until everything before this instant (ISO 8601, UTC); at least a minute ago
 */
export async function* exportBooks(ports: Pick<Ports, 'db' | 'clock' | 'keys'>, until: string): AsyncGenerator<string> {
  if (Date.parse(until) > Date.parse(ports.clock.now()) - settleMs) throw new Error('The last minute may still change.')
  await sealAudit(ports, true)
  const head = (await first(ports.db, newestSeal({}))) ?? null
  const content = contentHasher()
  let lines = 0
  for await (const line of everything(ports, until, head?.n ?? 0)) {
    const text = asText(line)
    content.add(text)
    lines += 1
    yield text
  }
  const statement = { until, lines, content: content.end(), seals: head?.n ?? 0, head: head?.hash ?? null }
  yield asText({ kind: 'end', ...statement, signature: await sign(ports.keys, statement) })
}

function sign({ receipts }: Ports['keys'], statement: object): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg: 'ES256', kid: receipts.newest.kid, typ: 'books+jws' })
    .sign(receipts.newest.key)
}

async function* everything(
  ports: Pick<Ports, 'db' | 'keys'>,
  until: string,
  seals: number,
): AsyncGenerator<ExportLine> {
  const { db } = ports
  yield { kind: 'books', format: 3, until }
  yield* await studyLines(db)
  for (const { calendarId, zone, day, n, open, since } of await db.read(publishedDays)) {
    yield {
      kind: 'day',
      calendar: calendarId,
      zone,
      day,
      n,
      open: open === 1 ? 1 : 0,
      since: since === '' ? null : since,
    }
  }
  const balances = balancesThen(await db.read(store.balancesSince(until)))
  yield* balances
  for (const row of await db.read(store.dailyTransfers(until))) yield { kind: 'transfers', ...row }
  const leases = await db.read(store.openLeases(until))
  for (const row of leases) yield { kind: 'leases', ...row }
  yield* promiseLines(await db.read(store.promisesBefore(until)), balances, leases)
  for (const row of await db.read(store.decisionsBefore(until))) yield { kind: 'decision', ...row }
  for (const row of await db.read(store.exceptionsBefore(until))) yield { kind: 'exception', ...row }
  yield* batchLines(db, until)
  yield* voucherLines(ports, until)
  yield* sealLines(ports, seals)
}

async function studyLines(db: Ports['db']): Promise<ExportLineOf<'study'>[]> {
  const studies = new Map<string, ExportLineOf<'study'>>()
  for (const { study, slug, id, currency, amountMinor, taxMinor } of await db.read(store.offersOfStudies)) {
    const known = studies.get(study) ?? { kind: 'study', id: study, slug, offers: [] }
    studies.set(study, { ...known, offers: [...known.offers, { id, currency, amountMinor, taxMinor }] })
  }
  return [...studies.values()]
}

/** Balances as they stood, from what they are and what has moved since. Funding makes the total what it is. */
function balancesThen(rows: readonly store.LaterMove[]): ExportLineOf<'balance'>[] {
  const balances = rows.flatMap(({ source, debit: _debit, credit: _credit, amount: _amount, ...balance }) =>
    source === 'balance' ? [{ kind: 'balance' as const, ...balance }] : [],
  )
  for (const { source, offer, debit, credit, amount } of rows) {
    const balance = balances.find((one) => one.offer === offer)
    if (source === 'balance' || balance === undefined) continue
    if (debit === 'funding') balance.total -= amount
    else balance[debit] += amount
    if (credit === 'funding') balance.total += amount
    else balance[credit] -= amount
  }
  return balances
}

/** Held vouchers are in no sum but of a moment when reserve held their money beside that of leases, and just that. */
function promiseLines(
  rows: readonly store.PromiseRow[],
  balances: readonly ExportLineOf<'balance'>[],
  leases: readonly { offer: string; amountMinor: number }[],
): ExportLineOf<'promises'>[] {
  return rows.flatMap(({ heldMinor, ...row }) => {
    const reserved = balances.find(({ offer }) => offer === row.offer)?.reserved ?? 0
    const leased = leases.find(({ offer }) => offer === row.offer)?.amountMinor ?? 0
    const reservedMinor = reserved === leased + heldMinor ? heldMinor : 0
    return row.ended === 0 && reservedMinor === 0 ? [] : [{ kind: 'promises', ...row, reservedMinor }]
  })
}

async function* batchLines(db: Ports['db'], until: string): AsyncGenerator<ExportLineOf<'batch'>> {
  for (let after = ''; ; ) {
    const batches = await db.read(store.batchesBefore(until, after, batchesAtOnce))
    for (const batch of batches) {
      yield {
        kind: 'batch',
        ...batch,
        approvals: await db.read(store.approvalsOfBatch(batch.id, until)),
        steps: (await db.read(store.stepsOfBatch(batch.id, until))).map(byTime),
        lines: (await db.read(store.linesOfBatch(batch.id))).map(({ hash }) => hash),
      }
    }
    const last = batches.at(-1)
    if (last === undefined) return
    after = last.id
  }
}
