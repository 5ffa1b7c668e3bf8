/** Opening exceptions of which some may have been open before: an exception about one thing is one, however often it is in question. */
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import { prepareQuery, type Query, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { addExceptionStep, type NewException, openWrites, recount, stepsOfAll } from '../../exceptions/store.ts'
import { sql } from '../../tables.ts'

interface Before {
  id: string
  class: string
  subject: string
  closedAt: string | null
}

/**
 * Opens exceptions, and opens again those that were closed; one that is open stays as it is.
 * @returns the writes
 */
export async function openAnew(ports: Ports, some: readonly NewException[], actor: string): Promise<Write[]> {
  const { db, ids, clock } = ports
  const before = new Map<string, Before>()
  for (const few of chunked([...new Set(some.map(({ subject }) => subject))], maxBoundValues)) {
    for (const one of await db.read(about(few))) before.set(nameOf(one), one)
  }
  const again: Write[] = []
  const reopened = some.flatMap((one) => {
    const known = before.get(nameOf(one))
    return known === undefined || known.closedAt === null ? [] : [{ one, id: known.id }]
  })
  const steps = new Map<string, number>()
  for (const few of chunked(reopened, maxBoundValues)) {
    for (const { id, n } of await db.read(stepsOfAll(few.map(({ id }) => id)))) steps.set(id, n)
  }
  for (const { one, id } of reopened) {
    const n = steps.get(id) ?? 0
    const at = clock.now()
    again.push(
      addExceptionStep({ id, n: n + 1, what: 'opened_again', actor, note: '', at }),
      setOpen({ id }),
      recount({ id, amountMinor: one.amountMinor, detail: JSON.stringify(one.detail) }),
      addAudit({ id: ids.next('audit'), actor, action: 'exception.opened_again', subject: id, at }),
    )
  }
  return [
    ...openWrites(
      ports,
      some.filter((one) => !before.has(nameOf(one))),
      actor,
    ),
    ...again,
  ]
}

const nameOf = (one: { class: string; subject: string }) => `${one.class} ${one.subject}`

const about = (subjects: readonly string[]): Query<Before> => ({
  sql: `select id as "id", class as "class", subject as "subject", closed_at as "closedAt" from exceptions
where subject in (${subjects.map(() => '?').join(', ')})`,
  values: [...subjects],
})

const setOpen = prepareQuery((p: { id: string }) =>
  sql.updateTable('exceptions').set({ closed_at: null }).where('id', '=', p.id),
)
