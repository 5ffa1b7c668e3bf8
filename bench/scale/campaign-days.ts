/** The days of a campaign that is over. */
import { dayMs } from '../../src/platform/time/zone.ts'
import type { Ports } from '../../src/ports.ts'

/** So many days a campaign is spread over. */
const campaignDays = 60
/** How long after people came their payment is over. */
const paidAfterDays = 4

/** The days before today on which people may come, because whoever does is paid on days that are open. */
export async function campaign({ db, clock }: Ports): Promise<string[]> {
  const closed = await db.read<{ day: string }>({
    sql: `select distinct day as "day" from calendar_days where calendar_id = 'cn' and open = 0`,
    values: [],
  })
  const isClosed = new Set(closed.map(({ day }) => day))
  const today = Date.parse(clock.now().slice(0, 10))
  const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const days: string[] = []
  for (let ms = today - (paidAfterDays + 1) * dayMs; days.length < campaignDays; ms -= dayMs) {
    const after = Array.from({ length: paidAfterDays + 1 }, (_, n) => dayAt(ms + n * dayMs))
    if (!after.some((day) => isClosed.has(day))) days.unshift(dayAt(ms))
  }
  return days
}
