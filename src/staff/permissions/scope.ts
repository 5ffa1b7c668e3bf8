/**
 * The studies that somebody may see, as a condition in the query. Leaving rows out after reading them would show pages
 * with holes, and counts would be wrong.
 */
import { type Compilable, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Database, prepareQuery, type Query, type SqlValue } from '../../platform/db/together.ts'
import { type Granted, studiesWith } from './may.ts'
import type { Permission } from './permissions.ts'
import { roleRules } from './roles.ts'
import { studySlugs } from './store.ts'

/** The studies in which a member of staff has a permission; null for every study, so that nothing has to be left out. */
export type Scope = { staffId: string; permission: Permission } | null

/** Reads which studies there are: who has the permission in each of them asks as if there were no scope. */
export async function scopeOf(
  db: Pick<Database, 'read'>,
  staff: Granted & { id: string },
  permission: Permission,
): Promise<Scope> {
  const seen = new Set(studiesWith(staff, permission))
  const studies = await db.read(studySlugs({}))
  return studies.every(({ id }) => seen.has(id)) ? null : { staffId: staff.id, permission }
}

/** The roles with a permission, as they stand in a query's text. */
function rolesWith(permission: Permission): string {
  const names = Object.entries(roleRules).flatMap(([role, { may }]) => (may.includes(permission) ? [`'${role}'`] : []))
  return names.join(', ')
}

/** The condition on a column of study ids, and the values of its marks; it holds for every row when there is no scope. */
export function inScope(scope: Scope, column: string): { sql: string; values: SqlValue[] } {
  if (scope === null) return { sql: '1 = 1', values: [] }
  const own = `staff_roles.staff_id = ? and staff_roles.study_id = ${column}`
  return {
    sql: `exists (select 1 from staff_roles where ${own} and staff_roles.role in (${rolesWith(scope.permission)}))`,
    values: [scope.staffId],
  }
}

/**
 * A prepared query that leaves out what is not of the scope.
 * @param build gets the values, and the condition for a column of study ids
 */
export function scopedQuery<Values extends { [K in keyof Values]: SqlValue }, Row>(
  build: (values: Values, isSeen: (column: string) => RawBuilder<SqlBool>) => Compilable<Row>,
): (values: Values, scope?: Scope) => Query<Row> {
  const all = prepareQuery<Values, Row>((values) => build(values, () => sql<SqlBool>`1 = 1`))
  const some = new Map<Permission, (values: Values & { staffId: string }) => Query<Row>>()
  const scoped = (permission: Permission) => {
    const known = some.get(permission)
    if (known !== undefined) return known
    const made = prepareQuery<Values & { staffId: string }, Row>((values) =>
      build(
        values,
        (column) =>
          sql<SqlBool>`exists (select 1 from staff_roles where staff_roles.staff_id = ${sql.val(values.staffId)} and staff_roles.study_id = ${sql.ref(column)} and staff_roles.role in (${sql.raw(rolesWith(permission))}))`,
      ),
    )
    some.set(permission, made)
    return made
  }
  return (values, scope = null) => {
    return scope === null ? all(values) : scoped(scope.permission)({ ...values, staffId: scope.staffId })
  }
}
