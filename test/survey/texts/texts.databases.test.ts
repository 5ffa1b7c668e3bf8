/** What people typed lies encrypted, under a key of their study that can be erased. */
import { beforeEach, describe, expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { retire } from '../../../src/app/retire-key.ts'
import { newKeySet, readKeys, withNewKey } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { forgetStudyKeys, liveStudyKey } from '../../../src/platform/keys/study-keys.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { readClosing } from '../../../src/reconciliation/reports/read-study.ts'
import { eraseTexts } from '../../../src/survey/texts/erase.ts'
import { sweepTexts } from '../../../src/survey/texts/seal-old.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { begun, fillUpTo, ready, send } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf, savedBefore } from '../../support/databases/fresh.ts'
import { records } from '../../support/parse-csv.ts'
import { hidden, type Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const typed = 'Zebras at the ferry, 渡轮上的斑马'

forEachDatabase((_, open, once) => {
  let world: World
  beforeEach(async () => {
    world = await fresh({ open })
  })
  const path = '/admin/studies/study-abroad/responses.csv'
  const file = async (labels = '') => {
    const admin = await signedIn(world, 'admin')
    return records(await (await admin.post(path + labels)).text())
  }
  const stored = async () =>
    JSON.stringify(
      await Promise.all((['documents', 'saved_pages', 'response_pages'] as const).map((table) => rowsOf(world, table))),
    )
  const broken = async () => (await auditDatabase(world.ports)).filter(({ ok }) => !ok)
  const change = async (sql: string) => {
    expect(await world.ports.db.together({ sql, values: [] })).toMatchObject({ done: true })
  }
  const finish = async (student: Student) => {
    const last = await fillUpTo(student, 'last', { Q30: 2001 })
    expect((await send(student, 'last', { ...last, Q28: [typed] })).status).toBe(303)
  }
  const complete = async (seed = 1) => finish((await ready(world, { seed })).student)

  /** The texts of every response as they stood before there were keys, and pages where they lay then. */
  async function inClear(): Promise<void> {
    await savedBefore(world)
    for (const [table, column] of [
      ['documents', 'document'],
      ['response_pages', 'answers'],
    ] as const) {
      await change(`update ${table} set ${column} = replace(${column}, '"Q28":""', '"Q28":"${typed}"'),
texts = null, texts_key = null`)
    }
    await change('delete from study_keys')
    forgetStudyKeys(world.ports.db)
  }

  describe('what is typed', () => {
    it('stands in no row in clear, and in the file as it was typed', async () => {
      await complete()
      const student = await begun(world, { seed: 2 })
      await fillUpTo(student, 'last')
      const page = await student.open('/s/study-abroad/p/last')
      await student.post(page.path, { ...hidden(page.html), Q28: typed, draft: '1' })
      expect((await student.open(page.path)).html).toContain('Zebra')
      expect(await rowsOf(world, 'saved_pages')).toMatchObject(Array(11).fill({ texts: expect.any(String) }))
      expect(await stored()).not.toContain('Zebra')
      expect(await stored()).toContain('"Q28\\":\\"\\"')
      expect((await file())[0]?.Q28).toBe(typed)
      expect(await broken()).toEqual([])
    })

    once('is read by nobody from another row, or when it was changed', async () => {
      await complete(1)
      await complete(2)
      const [one, other] = await rowsOf<{ respondent_id: string; texts: string }>(world, 'documents')
      await change(`update documents set texts = '${one?.texts}' where respondent_id = '${other?.respondent_id}'`)
      await expect(file()).rejects.toThrow()
    })

    it('from before is sealed a few rows at a time, and read meanwhile', async () => {
      await complete(1)
      const answering = await begun(world, { seed: 2 })
      await inClear()
      expect((await file())[0]?.Q28).toBe(typed)
      const inClearNow = async () =>
        (await auditDatabase(world.ports, (name) => name === 'texts_are_sealed'))[0]?.figures.in_clear
      expect(await inClearNow()).toBeGreaterThan(1)
      await sweep(world.ports)
      expect(await inClearNow()).toBe(0)
      expect(await stored()).not.toContain('Zebra')
      expect((await file())[0]?.Q28).toBe(typed)
      // Whoever is answering goes on as if nothing had happened.
      await finish(answering)
      expect((await file()).map(({ Q28 }) => Q28)).toEqual([typed, typed])
      expect(await broken()).toEqual([])
    })
  })

  describe('erasing the key of a study', () => {
    it('makes what was typed unreadable, and everything goes on', async () => {
      await complete(1)
      await complete(2)
      const student = await begun(world, { seed: 3 })
      await inClear()
      expect(await eraseTexts(world.ports, 'operator', world.study.id)).toBe(true)
      expect(await eraseTexts(world.ports, 'operator', world.study.id), 'once').toBe(false)

      expect(await stored()).not.toContain('Zebra')
      const [row] = await file()
      expect(row).toMatchObject({ Q02: '3', Q28: '-2' })
      const [labelled = {}] = await file('?labels=en')
      expect(Object.entries(labelled).find(([name]) => name.startsWith('Q28 '))?.[1]).toBe('(erased)')
      expect(await broken()).toEqual([])
      world.wait(24 * 60)
      expect((await readClosing(world.ports, 'study-abroad'))?.erased).toMatchObject([{ what: 'answers', count: 1 }])
      // Whoever is still answering has a new key.
      await finish(student)
      expect((await file()).map(({ Q28 }) => Q28).sort()).toEqual(['-2', '-2', typed])
    })

    once('leaves a page that was begun as if it had not been typed', async () => {
      const student = await begun(world)
      await fillUpTo(student, 'last')
      const page = await student.open('/s/study-abroad/p/last')
      await student.post(page.path, { ...hidden(page.html), Q28: typed, draft: '1' })
      expect((await student.open(page.path)).html).toContain('Zebra')
      await eraseTexts(world.ports, 'operator', world.study.id)
      expect((await student.open(page.path)).html).not.toContain('Zebra')
    })
  })

  describe('the key of a study', () => {
    it('is made once, whoever needs it first', async () => {
      const made = await Promise.all([1, 2, 3, 4].map(() => liveStudyKey(world.ports, world.study.id, 'answers')))
      expect(new Set(made.map(({ kid }) => kid)).size).toBe(1)
      expect(await rowsOf(world, 'study_keys')).toHaveLength(1)
    })

    it("is wrapped anew under the service's newest key, and the older one can then be taken out", async () => {
      const set = await newKeySet()
      world.ports.keys = await readKeys(JSON.stringify(set), nodeSecretKeys)
      await complete()
      const older = world.ports.keys.payees.newest.kid
      world.ports.keys = await readKeys(JSON.stringify(await withNewKey(set, 'payees')), nodeSecretKeys)
      await expect(retire(world.ports, older)).rejects.toThrow('stays')
      await sweepTexts(world.ports)
      expect(await retire(world.ports, older)).toBe('payees')
      expect((await file())[0]?.Q28).toBe(typed)
    })
  })
})
