import { expect, it } from 'vitest'
import { alipaySandboxConfig } from '../../demo/providers/alipay/side.ts'
import { migrationNames } from '../../schema/migration-names.ts'
import { noAssets as assets } from '../../simulation/no-assets.ts'
import { workerPorts } from '../../src/entry/worker-ports.ts'
import { newKeySet } from '../../src/platform/adapters/key-set.ts'
import type { D1Binding } from '../../src/platform/db/d1.ts'

/** A binding to a database that stands at this version, with a study, which counts what it is asked. */
function counting(known: object[] = [], studies: object[] = [{ id: 'study_1' }]) {
  let asked = 0
  const prepare = (sql: string) => {
    const statement = {
      bind: () => statement,
      async all() {
        asked += 1
        if (sql.includes('known_keys')) return { results: known }
        return { results: sql.includes('studies') ? studies : migrationNames.map((name) => ({ name })) }
      },
    }
    return statement
  }
  const DB: D1Binding = { prepare, batch: async () => [] }
  return { DB, asked: () => asked }
}

it('a binding has one database, so that what is remembered of it lasts longer than a request', async () => {
  const { DB } = counting()
  const bindings = { DB, KEYS: JSON.stringify(await newKeySet()) }
  const { db } = await workerPorts(bindings, assets)
  expect((await workerPorts(bindings, assets)).db).toBe(db)
  expect((await workerPorts({ ...bindings, DB: counting().DB }, assets)).db).not.toBe(db)
})

it('a database that stands at this version is asked once', async () => {
  const { DB, asked } = counting()
  const bindings = { DB, KEYS: JSON.stringify(await newKeySet()) }
  await workerPorts(bindings, assets)
  const first = asked()
  await workerPorts(bindings, assets)
  expect(asked()).toBe(first)
})

it('keys that the database knows and the secret lacks are named, and an empty database beside a secret is refused', async () => {
  const KEYS = JSON.stringify(await newKeySet())
  const lost = { purpose: 'accounts', kid: 'lost-one', at: '2026-01-01T00:00:00.000Z', retired_at: null }
  await expect(workerPorts({ DB: counting([lost]).DB, KEYS }, assets)).rejects.toThrow(
    /^KEYS lacks the key lost-one \(accounts\), which the database knows\.$/,
  )
  const retired = { ...lost, retired_at: lost.at }
  await workerPorts({ DB: counting([retired]).DB, KEYS }, assets)
  await expect(workerPorts({ DB: counting([], []).DB, KEYS }, assets)).rejects.toThrow('empty beside KEYS')
  await workerPorts({ DB: counting([], []).DB, KEYS }, assets, { to: 'set-up', besideKeys: true })
})

it('keys are read anew for another secret, and after one that could not be read', async () => {
  const { DB } = counting()
  const [one, other] = [JSON.stringify(await newKeySet()), JSON.stringify(await newKeySet())]
  const { keys } = await workerPorts({ DB, KEYS: one }, assets)
  await expect(workerPorts({ DB, KEYS: 'no key set' }, assets)).rejects.toThrow('The key set is not readable')
  expect((await workerPorts({ DB, KEYS: one }, assets)).keys).toBe(keys)
  expect((await workerPorts({ DB, KEYS: other }, assets)).keys.jwks).not.toEqual(keys.jwks)
})

it('providers are read once, and anew for other settings, and after ones that could not be read', async () => {
  const { DB } = counting()
  const bindings = { DB, KEYS: JSON.stringify(await newKeySet()) }
  const { settings } = await alipaySandboxConfig()
  const { payers } = await workerPorts(bindings, assets)
  expect(payers.map(({ provider }) => provider)).toEqual(['manual'])
  expect((await workerPorts(bindings, assets)).payers).toBe(payers)
  const both = await workerPorts({ ...bindings, ...settings }, assets)
  expect(both.payers.map(({ provider }) => provider)).toEqual(['manual', 'alipay'])
  const broken = { ...bindings, ...settings, ALIPAY_PRIVATE_KEY: settings.ALIPAY_PUBLIC_KEY }
  await expect(workerPorts(broken, assets)).rejects.toThrow('ALIPAY_PRIVATE_KEY: cannot be read')
  expect((await workerPorts({ ...bindings, ...settings }, assets)).payers).toBe(both.payers)
})
