/** Exported books as lines without newlines, and books that somebody has written over. */
import { contentHasher } from '../../../src/reconciliation/export/content.ts'
import { exportBooks } from '../../../src/reconciliation/export/export.ts'
import type { ExportLineOf } from '../../../src/reconciliation/export/lines.ts'
import type { World } from '../../support/world.ts'

export async function exported(world: World, minutesAgo = 1): Promise<string[]> {
  const until = new Date(Date.parse(world.ports.clock.now()) - minutesAgo * 60_000).toISOString()
  const lines: string[] = []
  for await (const text of exportBooks(world.ports, until)) lines.push(text.slice(0, -1))
  return lines
}

export async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

/** The same lines with an end that fits them: what somebody makes who knows all of this, and has no key. */
export function forged(lines: readonly string[]): string[] {
  const body = lines.slice(0, -1)
  const end = JSON.parse(lines.at(-1) ?? '') as ExportLineOf<'end'>
  const content = contentHasher()
  for (const line of body) content.add(`${line}\n`)
  const seals = body.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'seal')
  const last = {
    content: content.end(),
    lines: body.length,
    seals: seals.length,
    head: seals.at(-1)?.hash ?? null,
  }
  return [...body, JSON.stringify({ ...end, ...last })]
}
