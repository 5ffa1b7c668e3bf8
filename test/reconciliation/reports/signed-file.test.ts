import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/reconciliation/export/lines.ts'
import { reportHash } from '../../../src/reconciliation/reports/content.ts'
import { periodOf } from '../../../src/reconciliation/reports/period.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { signFirst, signSecond } from '../../../src/reconciliation/reports/signing/sign.ts'
import { reportFile } from '../../../src/reconciliation/reports/signing/signed-file.ts'
import { type SealedLine, verifyReport } from '../../../src/reconciliation/reports/signing/verify.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { staffAs } from '../../support/claimed.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { runHere } from '../../support/run/here.ts'
import { exported } from '../export/exported.ts'
import { freshStory } from '../integrity/story.ts'

const period = periodOf('2026-11-23') ?? { name: '', from: '', to: '' }

async function signedDay() {
  const { world } = await freshStory()
  world.wait(24 * 60)
  const { ports } = world
  const report = await readAccountReport(ports, 'alipay:CNY', period)
  if (report === undefined) throw new Error('no report')
  const made = await signFirst(ports, await staffAs(world, 'preparer'), report, reportHash(report), 'no statement yet')
  if ('refused' in made) throw new Error(made.refused)
  expect(await reportFile(ports, made.reportId), 'one signature is none').toBeUndefined()
  await signSecond(ports, await staffAs(world, 'approver'), made.reportId)
  world.wait(10)
  await sealAudit(ports)
  // It names the last seal of the days before it is taken.
  world.wait(24 * 60)
  const file = await reportFile(ports, made.reportId)
  if (file === undefined) throw new Error('no file')
  return { world, text: JSON.stringify(file.file), jwks: ports.keys.jwks as never }
}

async function trailOf(lines: string[]) {
  const seals = new Set<string>()
  const entries: SealedLine[] = []
  for (const text of lines) {
    const line = readLine(text)
    if ('wrong' in line || line.kind !== 'seal') continue
    seals.add(line.hash)
    if (!('entry' in line)) continue
    const [, actor, action, subject] = line.entry
    entries.push({ hash: line.hash, actor, action, subject })
  }
  return { seals, entries }
}

const broken = async (...given: Parameters<typeof verifyReport>) =>
  (await verifyReport(...given)).flatMap(({ ok, invariant }) => (ok ? [] : [invariant]))

describe('a signed report', () => {
  it('proves itself from its file alone, and from the books that its signatures are chained into', async () => {
    const { world, text, jwks } = await signedDay()
    expect(await broken(text, jwks, null)).toEqual([])
    const trail = await trailOf(await exported(world))
    expect(await broken(text, jwks, trail)).toEqual([])
    expect(await broken(text, jwks, { ...trail, entries: trail.entries.slice(0, 1) })).toEqual(['in_the_trail'])
    expect(await broken(text, jwks, { ...trail, seals: new Set() })).toEqual(['in_the_trail'])
  })

  it('is checked by a command, with the books or without', async () => {
    const { world, text, jwks } = await signedDay()
    const directory = mkdtempSync(join(tmpdir(), 'honorarium-signed-'))
    const write = (name: string, content: string) => {
      writeFileSync(join(directory, name), content)
      return join(directory, name)
    }
    const keys = write('jwks.json', JSON.stringify(jwks))
    const report = ['--report', write('day.json', text), '--jwks', keys]
    const books = write('books.jsonl', `${(await exported(world)).join('\n')}\n`)
    try {
      for (const args of [report, [books, ...report]]) {
        const { code, out } = await runHere('verify-books', args, {})
        expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('all passed') })
      }
      write('day.json', text.replace('"paid":', '"paid":1'))
      expect((await runHere('verify-books', report, {})).code).toBe(1)
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })

  it('that was changed by a cent is seen, and one that was signed under another key', async () => {
    const { text, jwks } = await signedDay()
    const changed = JSON.parse(text)
    changed.report.ledger.paid += 1
    expect(await broken(JSON.stringify(changed), jwks, null)).toEqual(['content', 'adds_up'])
    const other = JSON.parse(text)
    other.report.note = 'all is well'
    expect(await broken(JSON.stringify(other), jwks, null)).toEqual(['content'])
    const elsewhere = await fresh()
    expect(await broken(text, elsewhere.ports.keys.jwks as never, null)).toEqual(['signature'])
    expect(await broken('{}', jwks, null)).toEqual(['whole_report'])
  })
})
