/** A set-up becomes one study, whoever presses the button, and an address is one study's. */
import { expect, it } from 'vitest'
import example from '../../../docs/examples/commuting.json' with { type: 'json' }
import { beginSetup, makeStudy, saveSection } from '../../../src/journey/setup/actions.ts'
import { sectionMark } from '../../../src/journey/setup/section-mark.ts'
import { readSetup, type Setup, setupSchema } from '../../../src/journey/setup/setup.ts'
import { readStaff } from '../../../src/staff/accounts/session.ts'
import { linkFor } from '../../staff/accounts/member.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

async function ownerOf(here: World) {
  await linkFor(here, 'Noor', 'owner')
  const owner = await readStaff(here.ports.db, 'Noor')
  if (owner === undefined) throw new Error('no owner')
  return owner
}

const setup: Setup = setupSchema.parse(example)

forEachDatabase(() => {
  it('of many who make it at once, one does, with one proposal for each budget', async () => {
    const here = await fresh()
    const owner = await ownerOf(here)
    const id = await beginSetup(here.ports, owner, setup)
    const made = await Promise.all(Array.from({ length: 4 }, () => makeStudy(here.ports, owner, id, 'first')))
    expect(made.filter((one) => 'made' in one)).toEqual([{ made: 'commuting' }])
    expect(made.filter((one) => 'refused' in one).map((one) => 'refused' in one && one.refused)).toEqual(
      Array(3).fill('made'),
    )
    const studies = await rowsOf<{ slug: string }>(here, 'studies')
    expect(studies.filter(({ slug }) => slug === 'commuting').length).toBe(1)
    const proposals = await rowsOf<{ kind: string; payload: string }>(here, 'proposals')
    expect(proposals.map(({ payload }) => JSON.parse(payload).amountMinor).sort()).toEqual([180_000, 200_000])
  })

  it('of two set-ups with one address, the second is told beside the field', async () => {
    const here = await fresh()
    const owner = await ownerOf(here)
    const ids = await Promise.all([setup, setup].map((one) => beginSetup(here.ports, owner, one)))
    const made = await Promise.all(ids.map((id) => makeStudy(here.ports, owner, id, 'first')))
    const refused = made.filter((one) => !('made' in one))
    expect(refused).toMatchObject([{ refused: 'faults', faults: [{ field: 'slug', code: 'slug_taken' }] }])
  })

  it('two people who save at once lose nothing: different steps are both kept, of one step the second is refused', async () => {
    const here = await fresh()
    const owner = await ownerOf(here)
    const id = await beginSetup(here.ports, owner, setup)
    const save = (section: 'study' | 'window', change: (now: Setup) => Setup) =>
      saveSection(here.ports, owner, { id, section, mark: sectionMark(setup, section), change })
    const slug = (text: string) => save('study', (now) => ({ ...now, study: { ...now.study, slug: text } }))
    const saved = await Promise.all([
      slug('one'),
      slug('two'),
      save('window', (now) => ({ ...now, window: { ...now.window, finishDays: '9' } })),
    ])
    expect(saved.filter((one) => 'refused' in one)).toEqual([{ refused: 'conflict' }])
    const [row] = await rowsOf<{ document: string }>(here, 'setups')
    const storedSetup = readSetup(row?.document ?? '')
    expect(storedSetup.window.finishDays).toBe('9')
    expect(['one', 'two']).toContain(storedSetup.study.slug)
  })
})
