import { expect, it } from 'vitest'
import { welcome } from '../../demo/demonstration.ts'
import { readConfig } from '../../src/config.ts'
import { fresh } from '../support/databases/fresh.ts'

async function welcomed(env: Record<string, string>, isNew = true): Promise<string> {
  const config = readConfig(env)
  const { ports } = await fresh({ origin: config.ORIGIN })
  return (await welcome(ports, config, isNew)).join('\n')
}

it('says which address to use exactly, and how a phone on the same network gets in', async () => {
  const greeting = await welcomed({ PORT: '8790' })
  expect(greeting).toContain('listens on http://localhost:8790\n')
  expect(greeting).toMatch(/exactly this address: .*127\.0\.0\.1/)
  expect(greeting).toMatch(/phone on the same network: HOST=0\.0\.0\.0 ORIGIN=http:\/\/[\w.-]+:8790 npm start\n/)
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

it('says at a later start how whoever plays each role gets in again, and in production by name alone', async () => {
  const again = await welcomed({ PORT: '8790' }, false)
  for (const role of ['owner', 'admin', 'preparer', 'approver', 'auditor']) {
    expect(again).toMatch(new RegExp(`Sign in as ${role} +npm run sign-in -- "Demo ${role}"\n`))
  }
  expect(again).not.toContain('/sign-in/')
  expect(await welcomed({ MODE: 'production' }, false)).not.toContain('Demo')
})
