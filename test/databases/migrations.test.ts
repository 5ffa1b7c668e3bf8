import { expect, test } from 'vitest'
import { migrationFiles } from '../../src/db/migration-files.ts'
import { migrate } from '../../src/db/migrations.ts'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase((_, open) => {
  test('applying twice is harmless', async () => {
    const { db, close } = await open()
    expect(await migrate(db, migrationFiles(), '2026-01-02T00:00:00.000Z')).toEqual([])
    await close()
  })
})
