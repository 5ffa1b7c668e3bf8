import { Miniflare } from 'miniflare'
import { afterAll } from 'vitest'
import { type D1Binding, d1Database } from '../../src/db/d1.ts'
import { migrationFiles } from '../../src/db/migration-files.ts'
import { migrationScript } from '../../src/db/migrations.ts'
import type { Opened, TestDatabase } from './databases.ts'

/** How many databases one Miniflare holds; after that many, another is started. */
const perMiniflare = 100
const started: Miniflare[] = []
let used = 0

afterAll(async () => {
  await Promise.all(started.splice(0).map((miniflare) => miniflare.dispose()))
  used = 0
})

async function openNew(): Promise<Opened> {
  if (used % perMiniflare === 0) started.push(miniflare())
  const binding = `DB${used % perMiniflare}`
  used += 1
  const made = await started.at(-1)?.getD1Database(binding)
  const db = d1Database(made as D1Binding)
  return { db, again: async () => d1Database(made as D1Binding), close: () => db.close() }
}

function miniflare(): Miniflare {
  const names = Array.from({ length: perMiniflare }, (_, i) => `DB${i}`)
  const contents = 'export default { fetch: () => new Response(null, { status: 404 }) }'
  return new Miniflare({
    telemetry: { enabled: false },
    workers: [
      {
        config: {
          name: 'nothing',
          compatibilityDate: '2026-01-01',
          manifest: { mainModule: 'nothing.mjs', modules: { 'nothing.mjs': { type: 'esm', contents } } },
          env: Object.fromEntries(names.map((name) => [name, { type: 'd1', id: name }])),
        },
      },
    ],
  })
}

/** A real D1 each, in the memory of one workerd per test file. */
export const d1: TestDatabase = {
  name: 'd1',
  async open() {
    const opened = await openNew()
    await opened.db.apply(migrationScript(migrationFiles(), '2026-01-01T00:00:00.000Z'))
    return opened
  },
  openEmpty: openNew,
}
