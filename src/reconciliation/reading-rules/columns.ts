/**
 * Changes to a remembered mapping of columns without a file at hand: it is changed, and tried on the next file, or
 * forgotten.
 */
import { commit } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { CsvMapping } from '../formats/csv/mapping.ts'
import { rememberedColumns } from './remembered.ts'
import type { RememberedColumns } from './rule.ts'
import * as store from './store.ts'

type Staff = { id: string }
type Of = { accountId: string; name: string }

/** The rule of an account with this name; undefined when there is none (any more). */
export async function findColumnsRule(
  { db }: Pick<Ports, 'db'>,
  { accountId, name }: Of,
): Promise<RememberedColumns | undefined> {
  return (await rememberedColumns(db, accountId)).find((one) => one.name === name)
}

/** From now on, a file with these columns is shown as this mapping reads it, and waits to be confirmed. */
export async function changeColumns(
  ports: Ports,
  staff: Staff,
  of: Of,
  mapping: CsvMapping,
): Promise<{ done: true } | { refused: 'moved_on' }> {
  const columns = await findColumnsRule(ports, of)
  if (columns === undefined) return { refused: 'moved_on' }
  await say(ports, staff, of, JSON.stringify({ ...mapping, header: columns.header }), 'columns.changed')
  return { done: true }
}

/** From now on, the next file with these columns asks what they mean. */
export async function forgetColumns(
  ports: Ports,
  staff: Staff,
  of: Of,
): Promise<{ done: true } | { refused: 'moved_on' }> {
  if ((await findColumnsRule(ports, of)) === undefined) return { refused: 'moved_on' }
  await say(ports, staff, of, null, 'columns.forgotten')
  return { done: true }
}

async function say(
  { db, clock, ids }: Ports,
  { id: actor }: Staff,
  { accountId, name }: Of,
  mapping: string | null,
  action: string,
): Promise<void> {
  const at = clock.now()
  await commit(
    db,
    'A rule of columns',
    store.addColumnRule({ id: ids.next('rule'), accountId, header: name, mapping, actor, at }),
    addAudit({ id: ids.next('audit'), actor, action, subject: `${accountId}/${name}`, at }),
  )
}
