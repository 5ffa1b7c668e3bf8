/** The cells of studies as whoever reads answers is shown them. */
import type { Database, Query } from '../../platform/db/together.ts'
import { type Granted, may } from '../../staff/permissions/may.ts'

/** How many responses count in a cell; `open` has those that have ended and are not shown yet. */
export interface ShownCell {
  studyId: string
  cell: string
  cap: number
  open: number
  held: number
  accepted: number
}

const allCells: Query<ShownCell> = {
  sql: `select study_id as "studyId", cell as "cell", cap as "cap", open as "open", held as "held", accepted as "accepted"
from quota_cells order by study_id, cell`,
  values: [],
}

/** Places of responses that have ended and wait for others before they are shown: few, found by an index, which SQLite begins with in this order. */
const notShown: Query<{ studyId: string; cell: string; state: 'held' | 'accepted'; count: number }> = {
  sql: `select quota_places.study_id as "studyId", quota_places.cell as "cell", quota_reservations.state as "state",
  count(*) as "count"
from responses cross join quota_reservations cross join quota_places
where quota_reservations.respondent_id = responses.respondent_id
  and quota_places.respondent_id = responses.respondent_id and responses.shown_to is null and responses.ended_at is not null and quota_reservations.state in ('held', 'accepted')
group by quota_places.study_id, quota_places.cell, quota_reservations.state`,
  values: [],
}

/**
 * The cells of every study. A response that ended counts as open until it is shown: at its own moment it would tell which
 * voucher, made just then, is whose.
 */
export async function shownCells(db: Database): Promise<ShownCell[]> {
  const [cells, waiting] = await Promise.all([db.read(allCells), db.read(notShown)])
  const shown = new Map(cells.map((one) => [`${one.studyId} ${one.cell}`, { ...one }]))
  for (const { studyId, cell, state, count } of waiting) {
    const one = shown.get(`${studyId} ${cell}`)
    // Two reads are of two moments: what has moved between them is left where it was.
    if (one === undefined || one[state] < count) continue
    one[state] -= count
    one.open += count
  }
  return [...shown.values()]
}

/**
 * Whether somebody is shown how full cells are: whoever judges responses or runs the study. A cell is a group by answers,
 * counted exactly and as it fills, which whoever may see figures of groups alone must not compare from day to day.
 */
export function seesCells(staff: Granted, studyId: string): boolean {
  return may(staff, 'reviews.view', studyId) || may(staff, 'studies.edit', studyId)
}
