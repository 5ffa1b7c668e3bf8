import { describe, expect, it } from 'vitest'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import { databases } from '../../support/databases/databases.ts'
import { insertRow, sampleRow, sampleRows } from '../../support/databases/sample-rows.ts'

const at = '2026-03-01T08:00:00.000Z'
const all = migrationFiles()
const before = all.filter(({ name }) => name < '0020')

describe.each(databases)('$name', ({ openEmpty }) => {
  it('whoever had a role before roles were given for studies has it in each study, at its desk', async () => {
    const { db, close } = await openEmpty()
    await migrate(db, before, at)
    const rows = before.flatMap(({ name }) => sampleRows[name.slice(0, 4)] ?? [])
    const second = insertRow(sampleRow('studies'), { id: 'study2', slug: 'second' })
    const ivo = insertRow(sampleRow('staff'), { id: 'staff9', name: 'Ivo', role: 'auditor' })
    expect(await db.together(...rows.map((row) => insertRow(row)), second, ivo)).toMatchObject({ done: true })
    await migrate(db, all, at)
    const found = await db.read<Record<string, string>>({
      sql: 'select staff_id as "who", study_id as "study", role as "role", desk as "desk" from staff_roles',
      values: [],
    })
    const people = { staff1: 'admin', staff2: 'preparer', staff3: 'approver', staff9: 'auditor' }
    const wanted = Object.entries(people).flatMap(([who, role]) =>
      ['study1', 'study2'].map((study) => `${who} ${study} ${role} ${role === 'admin' ? 'answers' : 'money'}`),
    )
    expect(found.map(({ who, study, role, desk }) => `${who} ${study} ${role} ${desk}`).sort()).toEqual(wanted)
    await close()
  })
})
