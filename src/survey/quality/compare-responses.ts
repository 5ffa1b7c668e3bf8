/** Looking at a complete response among the others of its study: copies, its network, and what is usual. */
import { first, type Write } from '../../platform/db/together.ts'
import type { MacKey } from '../../platform/keys/secret-keys.ts'
import { studyHashKey } from '../../platform/keys/study-keys.ts'
import type { Ports } from '../../ports.ts'
import { noteChange, putFlags } from '../insights/segments/rewrite.ts'
import { findQuestionnaire } from '../studies/store.ts'
import { mostOfNetwork, ofNetwork } from './cadence.ts'
import { compare, type Unwritten } from './copies/compare.ts'
import { type StudyModel, studyModel } from './copies/model.ts'
import type { Others } from './copies/others.ts'
import type { CopySignature } from './copies/signatures.ts'
import { type DueRow, dropFoundOfErased, endedOnNetwork, lockParadata } from './copies/store.ts'
import type { Flag } from './flag.ts'
import { freezeBaseline } from './freeze-baseline.ts'
import { flagWrites } from './store.ts'

const hourMs = 3_600_000

/** What is the same for all responses of a study in one run. */
export interface Run {
  models: Map<string, Promise<StudyModel>>
  keys: Map<string, Promise<MacKey | undefined>>
  /** Routes whose baseline was looked for: where none can be made, that reads everybody who took the route. */
  baselines: Map<string, Promise<void>>
  others: Others
}

export const newRun = (): Run => ({ models: new Map(), keys: new Map(), baselines: new Map(), others: new Map() })

/** What came of looking at one, and is not written yet. */
export interface ResponseComparison extends Unwritten {
  /** What was found, by respondent, itself first; of one that was taken back meanwhile there is none. */
  flags: ReadonlyMap<string, readonly Flag[]>
  rows: readonly Write[]
}

/**
 * Looks at one that nobody has compared yet. Made again after a stop, it comes to the same.
 * @param unwritten those of the run that came before it, and that are not written yet
 */
export async function compareResponses(
  ports: Ports,
  row: DueRow,
  run: Run,
  unwritten: readonly ResponseComparison[],
): Promise<ResponseComparison> {
  const { respondentId, studyId, answers } = row
  // Answers to a correction are the same data as those to what it corrects.
  const version = row.dataVersion
  const at = ports.clock.now()
  const { route, language } = row
  await remembered(run.baselines, [studyId, version, route, language].join(' '), () =>
    freezeBaseline(ports, { studyId, version, route, language }),
  )
  // Taken back meanwhile.
  if (answers === null) return { respondentId, studyId, signatures: [], flags: new Map(), rows: [] }
  const model = await remembered(run.models, `${studyId} ${version}`, () => studyModel(ports, studyId, version))
  const key = await remembered(run.keys, studyId, () => studyHashKey(ports, studyId))
  const flags = new Map<string, Flag[]>([[respondentId, await networkFlags(ports, row)]])
  const rows: Write[] = []
  let signatures: readonly CopySignature[] = []
  if (key !== undefined) {
    const questionnaire = await findQuestionnaire(ports.db, version)
    const by = { questionnaire, study: model, key, unwritten, known: run.others }
    const compared = await compare(ports, { ...row, answers }, by)
    signatures = compared.signatures
    rows.push(...compared.rows)
    for (const [id, found] of compared.flags) flags.set(id, [...(flags.get(id) ?? []), ...found])
  }
  for (const [id, found] of flags) rows.push(...flagWrites(id, found, at))
  return { respondentId, studyId, signatures, flags, rows }
}

/** The writes of some that were looked at, together: what they share (pages of an index, a flush) is paid once. */
export function writesOf(looks: readonly ResponseComparison[]): Write[] {
  const some = looks.filter(({ rows }) => rows.length > 0)
  // In one order everywhere, so that none waits for another that waits for it.
  const about = [...new Set(some.flatMap(({ flags }) => [...flags.keys()]))].sort()
  const found = about.filter((id) => some.some(({ flags }) => (flags.get(id) ?? []).length > 0))
  return [
    ...found.map(noteChange),
    ...about.map((id) => lockParadata({ respondentId: id })),
    ...some.flatMap(({ rows }) => rows),
    ...about.flatMap(dropFoundOfErased),
    ...found.map(putFlags),
  ]
}

async function networkFlags({ db }: Ports, { network, endedAt }: DueRow): Promise<Flag[]> {
  if (network === null) return []
  const from = new Date(Date.parse(endedAt) - hourMs).toISOString()
  const ended = await first(db, endedOnNetwork(network, from, endedAt, mostOfNetwork + 1))
  return ofNetwork(ended?.count ?? 0)
}

function remembered<Thing>(
  known: Map<string, Promise<Thing>>,
  key: string,
  make: () => Promise<Thing>,
): Promise<Thing> {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  // What failed is made again for the next one.
  made.catch(() => known.delete(key))
  return made
}
