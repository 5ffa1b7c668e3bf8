import { expect, it } from 'vitest'
import { countResponses } from '../../../src/journey/live/response-counts.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { eraseAnswers, withdrawEnded } from '../../../src/survey/responses/withdraw.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { addResponse, made } from '../../support/export-rows.ts'
import type { World } from '../../support/world.ts'

/** How many stand where; lines of nobody left out. */
async function counts({ ports, study }: World): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { studyId, version, state, count } of await countResponses(ports.db)) {
    expect([studyId, version]).toEqual([study.id, study.version])
    if (count !== 0) found[state] = (found[state] ?? 0) + count
  }
  return found
}

forEachDatabase((_, open, once) => {
  it('responses count where they stand, whether they are packed or not, and whatever became of them', async () => {
    const world = await fresh({ open })
    const { ports } = world
    const ended = ['complete', 'complete', 'complete', 'screened_out', 'over_quota', 'lapsed'] as const
    const ids: string[] = []
    for (const state of ended)
      ids.push(await addResponse(world, { state, ...(state !== 'complete' && { answers: null }) }))
    await addResponse(world, { state: 'in_progress', answers: null })
    const before = { complete: 3, screened_out: 1, over_quota: 1, lapsed: 1, in_progress: 1 }
    expect(await counts(world)).toEqual(before)
    expect(await sweepSegments(ports)).toBe(ended.length)
    expect(await counts(world)).toEqual(before)

    const [erased = '', withdrawn = ''] = ids
    const at = ports.clock.now()
    await made(ports.db, [
      ...eraseAnswers(erased),
      withdrawEnded({ respondentId: withdrawn, revision: 2, at }),
      ...eraseAnswers(withdrawn),
    ])
    const after = { ...before, complete: 2, withdrawn: 1 }
    expect(await counts(world)).toEqual(after)
    await addResponse(world, { state: 'withdrawn', answers: null })
    expect(await counts(world)).toEqual({ ...after, withdrawn: 2 })
    expect(await sweepSegments(ports)).toBe(1)
    expect(await counts(world)).toEqual({ ...after, withdrawn: 2 })
  })

  once('whoever ended and is not shown yet counts as in progress', async () => {
    const world = await fresh({ open, smallestGroup: 5 })
    await addResponse(world)
    expect(await counts(world)).toEqual({ in_progress: 1 })
  })
})
