/** What the providers' own books say, against ours: nobody is paid twice, and nobody but who was meant. */
import type { Campaign } from './campaign.ts'

interface Row {
  reference: string
  provider: string
  voucherId: string
  state: string
  amountMinor: number
}

/**
 * The breaches that only the other side can show.
 * @param isOver once everything is settled, both sides have to say the same
 */
export async function checkProviders({ ports, outside }: Campaign, isOver: boolean): Promise<string[]> {
  const rows = await ports.db.read<Row>({
    sql: `select attempts.reference as "reference", attempts.provider as "provider", payouts.voucher_id as "voucherId",
      attempts.state as "state", attempts.amount_minor as "amountMinor"
      from attempts join payouts on payouts.id = attempts.payout_id`,
    values: [],
  })
  const ours = new Map(rows.map((row) => [`${row.provider} ${row.reference}`, row]))
  const breaches: string[] = []
  const paidBy = new Map<string, string>()
  const moved = new Set<string>()
  for (const { provider, reference, amountMinor } of outside.movements()) {
    const name = `${provider} ${reference}`
    const attempt = ours.get(name)
    if (attempt === undefined) {
      breaches.push(`${name} was paid, and we know nothing of it`)
      continue
    }
    if (moved.has(name)) breaches.push(`${name} was paid twice`)
    moved.add(name)
    if (attempt.amountMinor !== amountMinor) breaches.push(`${name} was paid with another amount`)
    const before = paidBy.get(attempt.voucherId)
    if (before !== undefined && before !== name)
      breaches.push(`${attempt.voucherId} was paid by ${before} and by ${name}`)
    paidBy.set(attempt.voucherId, name)
  }
  for (const [name, { provider, state }] of ours) {
    if (provider === 'manual') continue
    if (state === 'succeeded' && !moved.has(name)) breaches.push(`${name} counts as paid, and nothing moved`)
    if (!isOver) continue
    if (moved.has(name) && state !== 'succeeded') breaches.push(`${name} was paid, and we say ${state}`)
    if (!['succeeded', 'failed', 'cancelled'].includes(state)) breaches.push(`${name} is still ${state}`)
  }
  return breaches
}
