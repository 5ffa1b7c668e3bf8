import type { Ports } from '../ports.ts'
import { listStudies } from '../survey/studies/store.ts'

/** The lines with which every start begins: the service's address, a warning where it is not safe, the survey's address. */
export async function whereItIs(ports: Ports, aboutAddress: readonly string[] = []): Promise<string[]> {
  const { origin } = ports.settings
  const lines = [`Honorarium listens on ${origin}`, '']
  if (origin.startsWith('http:') && new URL(origin).hostname !== 'localhost') {
    lines.push('Warning: ORIGIN is not https, so cookies are sent in the clear and have plain names.', '')
  }
  lines.push(...aboutAddress)
  const [study] = await listStudies(ports.db, ports.clock.now())
  if (study !== undefined) lines.push(`  Survey               ${origin}/s/${study.slug}`)
  return lines
}

/** For whoever works here, after every start but the first of a demonstration. */
export const howStaffGetIn: readonly string[] = [
  '  Staff                npm run sign-in -- NAME   (a fresh one-time link)',
  '',
]
