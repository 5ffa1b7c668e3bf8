/** What the service has written down of everybody: holds and flags. */
import type { Ports } from '../../src/ports.ts'

export interface Findings {
  isHeld: boolean
  /** The highest points of each family, added up. */
  score: number
  /** Names of what was found. */
  flags: string[]
}

interface Flag {
  id: string
  name: string
  family: string
  points: number
}

/**
 * By respondent; null of a response that is not complete. Whoever was held once counts as held, whatever people decided
 * later.
 */
export async function findingsIn({ db }: Pick<Ports, 'db'>): Promise<(respondentId: string) => Findings | null> {
  const responses = await db.read<{ id: string }>({
    sql: `select respondent_id as "id" from responses where state = 'complete'`,
    values: [],
  })
  const complete = new Set(responses.map(({ id }) => id))
  const reviews = await db.read<{ id: string }>({ sql: 'select id as "id" from reviews', values: [] })
  const heldIds = new Set(reviews.map(({ id }) => id))
  const flags = await db.read<Flag>({
    sql: 'select respondent_id as "id", name as "name", family as "family", points as "points" from response_flags order by name',
    values: [],
  })
  const byRespondent = Map.groupBy(flags, ({ id }) => id)
  return (respondentId) => {
    if (!complete.has(respondentId)) return null
    const own = byRespondent.get(respondentId) ?? []
    return { isHeld: heldIds.has(respondentId), score: scoreOf(own), flags: own.map(({ name }) => name) }
  }
}

function scoreOf(flags: readonly Flag[]): number {
  const highest = new Map<string, number>()
  for (const { family, points } of flags) highest.set(family, Math.max(points, highest.get(family) ?? 0))
  return [...highest.values()].reduce((sum, points) => sum + points, 0)
}
