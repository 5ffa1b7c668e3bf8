/** What a run of kills comes to: what was acknowledged, what of it is there, and what the audit says. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Acknowledged, kinds } from './acknowledged.ts'
import type { Rounds } from './rounds.ts'
import type { Site, Store } from './site.ts'

export interface Verdict extends Rounds {
  rows: { kind: string; acknowledged: number; found: number }[]
  paid: number
  audit: string
}

/** Looks at everything once the last server has stopped. */
export async function verdictOf(site: Site, store: Store, acks: Acknowledged, rounds: Rounds): Promise<Verdict> {
  const db = site.open()
  const { found, wrong } = await acks.lookFor(db)
  const notRead = await db.read<{ id: string; state: string; problem: string | null }>({
    sql: `select id as "id", state as "state", problem as "problem" from statements where state <> 'published'`,
    values: [],
  })
  const twice = await paidTwice(site, db)
  await db.close()
  // What waits for its seal is no breach, and the server that would take it has stopped.
  const audit = await site.command('audit', ['--seal'])
  const breaches = audit.out.split('\n').filter((line) => /^BREACH| {7}!/.test(line))
  return {
    ...rounds,
    rows: kinds.map((kind) => ({ kind, acknowledged: acks.count(kind), found: found[kind] })),
    paid: twice.paid,
    audit: audit.out.trim().split('\n').at(-1) ?? '',
    wrong: [
      ...rounds.wrong,
      ...wrong,
      ...twice.wrong,
      // One whose upload was cut is taken back by itself.
      ...notRead
        .filter(({ id }) => acks.has('statement', id))
        .map(({ id, state, problem }) => `statement ${id} is ${state}: ${problem}`),
      ...(audit.code === 0 ? [] : ['The audit failed.', audit.err, ...breaches]),
      ...(store === 'sqlite' ? await backupWrong(site, acks) : []),
    ],
  }
}

/** The providers' own books: each payment once, under a reference of ours. */
async function paidTwice({ providers }: Site, db: ReturnType<Site['open']>) {
  const rows = await db.read<{ reference: string; voucher: string }>({
    sql: `select attempts.reference as "reference", payouts.voucher_id as "voucher"
from attempts join payouts on payouts.id = attempts.payout_id`,
    values: [],
  })
  const voucherOf = new Map(rows.map(({ reference, voucher }) => [reference, voucher]))
  const wrong: string[] = []
  const seen = new Set<string>()
  const made = providers.alipay.orders().filter(({ status }) => status === 'SUCCESS')
  for (const { outBizNo } of made) {
    const voucher = voucherOf.get(outBizNo)
    if (voucher === undefined) wrong.push(`${outBizNo} was paid, and we know nothing of it`)
    else if (seen.has(voucher)) wrong.push(`${voucher} was paid twice`)
    else seen.add(voucher)
  }
  return { paid: made.length, wrong }
}

/** A backup that was cut is refused by name or whole; one that came to its end gives everything back. */
async function backupWrong(site: Site, acks: Acknowledged): Promise<string[]> {
  const file = join(site.directory, 'backup.db')
  rmSync(file, { force: true })
  const steps = [
    await site.command('backup', [file]),
    await site.command('restore', [file]),
    await site.command('audit', ['--seal']),
  ]
  const db = site.open()
  const { wrong } = await acks.lookFor(db)
  await db.close()
  return [
    ...steps.filter(({ code }) => code !== 0).map(({ out, err }) => `${out.slice(-300)} ${err}`),
    ...wrong.map((what) => `After a backup was restored: ${what}`),
  ]
}

export function table(store: Store, { kills, rows, paid, audit, wrong, setAside, startsMs }: Verdict): string {
  const count = Object.values(kills).reduce((sum, n) => sum + n, 0)
  const middle = startsMs.toSorted((a, b) => a - b)[Math.floor(startsMs.length / 2)] ?? 0
  return [
    `${count} kills on ${store}:`,
    '',
    '| killed | times |',
    '| --- | --- |',
    ...Object.entries(kills)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([how, n]) => `| ${how} | ${n} |`),
    '',
    '| acknowledged | before | found after, once |',
    '| --- | --- | --- |',
    ...rows.map(({ kind, acknowledged, found }) => `| ${kind} | ${acknowledged} | ${found} |`),
    '',
    `${paid} payments at the provider, none twice; ${setAside} statements were set aside and tried again; a start took ${Math.round(middle)} ms (median); audit: ${audit}`,
    wrong.length === 0 ? 'Nothing that was acknowledged is lost.' : wrong.join('\n'),
  ].join('\n')
}
