import { expect, it } from 'vitest'
import { welcome } from '../../demo/demonstration.ts'
import { readConfig } from '../../src/config.ts'
import { fresh } from '../support/databases/fresh.ts'

async function welcomed(env: Record<string, string>): Promise<string> {
  const config = readConfig(env)
  const { ports } = await fresh({ origin: config.ORIGIN })
  return (await welcome(ports, config, true)).join('\n')
}

it('says which address to use exactly, and how a phone on the same network gets in', async () => {
  const said = await welcomed({ PORT: '8790' })
  expect(said).toContain('listens on http://localhost:8790\n')
  expect(said).toMatch(/exactly this address: .*127\.0\.0\.1/)
  expect(said).toMatch(/phone on the same network: HOST=0\.0\.0\.0 ORIGIN=http:\/\/[\w.-]+:8790 npm start\n/)
})

it('says nothing of that to whoever has set ORIGIN, or runs a real study', async () => {
  for (const env of [
    { ORIGIN: 'http://192.168.1.20:8787' },
    { ORIGIN: 'https://study.example.org' },
    { MODE: 'production' },
  ]) {
    expect(await welcomed(env)).not.toMatch(/exactly this address|ORIGIN=/)
  }
})
