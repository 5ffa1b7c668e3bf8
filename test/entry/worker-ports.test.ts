import { expect, it } from 'vitest'
import { alipaySandboxConfig } from '../../demo/providers/alipay/side.ts'
import { migrationNames } from '../../schema/migration-names.ts'
import { workerPorts } from '../../src/entry/worker-ports.ts'
import { newKeySet } from '../../src/platform/adapters/key-set.ts'
import type { D1Binding } from '../../src/platform/db/d1.ts'

const assets = { style: '', staff: '', script: '', wechat: '', upload: '' }

/** A binding to a database that stands at this version, which counts what it is asked. */
function counting(): { DB: D1Binding; asked: () => number } {
  let asked = 0
  const statement = {
    bind: () => statement,
    async all() {
      asked += 1
      return { results: migrationNames.map((name) => ({ name })) }
    },
  }
  return { DB: { prepare: () => statement, batch: async () => [] }, asked: () => asked }
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
  await workerPorts(bindings, assets)
  expect(asked()).toBe(1)
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
