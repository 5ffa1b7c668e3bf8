/** What of a study should make somebody act in time: a budget or a quota that is nearly used up, a permit that ends. */

import { shownCells } from '../journey/quotas/cells.ts'
import { lowCells } from '../journey/quotas/low.tsx'
import type { Family } from '../platform/metrics/exposition.ts'
import { thresholdOf } from '../platform/metrics/threshold.ts'
import type { Ports } from '../ports.ts'
import { readBudgets } from '../rewards/budgets/budget.ts'
import { budgetsInScope } from '../rewards/budgets/store.ts'

/** So that a house with a study a week stays within what a server of metrics keeps: the newest of those that run. */
const mostStudies = 300

interface Running {
  id: string
  slug: string
  permitUntil: string | null
}

/** States stand in the text, as in every metric; a test of a study warns nobody. */
const running = {
  sql: `select studies.id as "id", studies.slug as "slug", study_status.permit_until as "permitUntil"
from study_status join studies on studies.id = study_status.id
where study_status.state in ('open', 'paused') and studies.test_of is null
order by studies.created_at desc, studies.id limit ?`,
  values: [mostStudies],
}

/** The same thresholds as on the desks, by study; nothing finer, which would tell when somebody has answered. */
export async function studyMetrics({ db, clock }: Pick<Ports, 'db' | 'clock'>): Promise<Family[]> {
  const now = clock.now()
  const [studies, budgets, cells] = await Promise.all([
    db.read<Running>(running),
    readBudgets(db, budgetsInScope(null), now),
    shownCells(db),
  ])
  const highest = (reached: readonly (number | null)[]) => Math.max(0, ...reached.map((percent) => percent ?? 0))
  return [
    {
      name: 'honorarium_used_threshold_percent',
      help: 'The highest threshold (80 or 95) that a budget or a quota of a study that runs has reached; 0 for none.',
      type: 'gauge',
      samples: studies.flatMap(({ id, slug }) => [
        {
          labels: { study: slug, of: 'budget' },
          value: highest(budgets.filter(({ studyId }) => studyId === id).map(({ alert }) => alert)),
        },
        {
          labels: { study: slug, of: 'quota' },
          value: highest(
            lowCells(cells.filter(({ studyId }) => studyId === id)).map(({ used, whole }) => thresholdOf(used, whole)),
          ),
        },
      ]),
    },
    {
      name: 'honorarium_permit_left_seconds',
      help: 'Time until the permit of a study that runs ends; below 0 when it has.',
      type: 'gauge',
      samples: studies.flatMap(({ slug, permitUntil }) =>
        permitUntil === null
          ? []
          : [{ labels: { study: slug }, value: (Date.parse(permitUntil) - Date.parse(now)) / 1000 }],
      ),
    },
  ]
}
