/** Which responses an export has, by their places: decided from the stored columns, without reading a document. */
import { sha256InSteps } from '../../platform/crypto/sha256-in-steps.ts'
import { erasedKeysOfTexts } from '../../platform/keys/study-keys.ts'
import type { Ports } from '../../ports.ts'
import { decoderOf } from '../insights/decoder.ts'
import type { Filter } from '../insights/filter/filter.ts'
import { type Matcher, matcherOf, selecting } from '../insights/filter/matcher.ts'
import { readColumns } from '../insights/read-columns.ts'
import { layoutOf } from '../insights/segments/layout.ts'
import { segmentSize } from '../insights/segments/rewrite.ts'
import { columns as columnsOf } from '../questionnaire/columns.ts'
import { findQuestionnaire } from '../studies/store.ts'
import type { AskedVersion, Dictionary } from '../variables/variable.ts'
import type { ExportPart } from './export.ts'
import type { Filtered } from './filtered.ts'
import type { ExportFormat, WriteOptions } from './formats/format.ts'
import { type ExportWeights, placedWeights, weightIn } from './weights.ts'

export interface Selection {
  /** How many responses. */
  records: number
  /** A hash of all that decides the bytes of the file: who is in it and how each stands, what things are called, and which texts can be read. */
  stamp: string
  /** Whether the response in this place of a version's data is in. */
  has(dataVersion: string, place: number): boolean
  /** What it counts, of a file that has weights: null where they cannot be used, or for a response that is in no base. */
  weightAt: ((dataVersion: string, place: number) => number | null) | null
  /** Whether weights were asked for that cannot be used. */
  lacksWeights: boolean
}

interface Of extends Pick<WriteOptions, 'title' | 'organiser' | 'about'> {
  studyId: string
  format: ExportFormat
  parts: readonly ExportPart[]
  filter: Filter
  filtered: Pick<Filtered, 'matchers'>
  everybody: boolean
  dictionary: Dictionary
  versions: readonly AskedVersion[]
  weights: ExportWeights | null
}

const encoder = new TextEncoder()

/** Where the hash of a selection stands behind its dictionary, which is half a megabyte of words: kept with it. */
const hashed = new WeakMap<Dictionary, string>()

/** The state of a hash that begins with a list whose first three things are these, the rest of the list to come. */
function hashedSoFar(dictionary: Dictionary): string {
  const known = hashed.get(dictionary)
  if (known !== undefined) return known
  const { variables, sets, questions } = dictionary
  const hash = sha256InSteps()
  hash.update(encoder.encode(`${JSON.stringify([variables, sets, questions]).slice(0, -1)},`))
  const state = hash.save()
  hashed.set(dictionary, state)
  return state
}

/** Selects among the responses that were there when the export was asked for, as they stand now. */
export async function selectionOf(ports: Pick<Ports, 'db' | 'keys'>, of: Of): Promise<Selection> {
  const hash = sha256InSteps(hashedSoFar(of.dictionary))
  const keys = await ports.db.read(erasedKeysOfTexts({ studyId: of.studyId }))
  const besides = of.parts.flatMap((part) => of.format.decidedBy?.({ studyId: of.studyId, ...part }) ?? [])
  const figures = await Promise.all(besides.map((query) => ports.db.read(query)))
  const { title, organiser, about } = of
  const { revision = 1, saysStudy } = of.format
  const decides = [saysStudy ? [title, organiser, about] : null, keys, figures, revision]
  hash.update(encoder.encode(JSON.stringify(decides).slice(1)))
  const chosen = new Map<string, Uint8Array>()
  const weights = new Map<string, Uint16Array>()
  let records = 0
  for (const part of of.parts) {
    const { taken, count, units } = await selectPart(ports, of, part, (bytes) => hash.update(bytes))
    chosen.set(part.dataVersion, taken)
    if (units !== null) {
      weights.set(part.dataVersion, units)
      hash.update(new Uint8Array(units.buffer))
    }
    records += count
  }
  return {
    records,
    stamp: hash.end(),
    has: (dataVersion, place) => chosen.get(dataVersion)?.[place] === 1,
    weightAt: of.weights && ((dataVersion, place) => weightIn(weights.get(dataVersion)?.[place])),
    lacksWeights: of.filter.weight !== undefined && weights.size === 0,
  }
}

async function selectPart(
  ports: Pick<Ports, 'db' | 'keys'>,
  { studyId, filter, filtered, everybody, dictionary, versions, weights }: Of,
  { dataVersion, places }: ExportPart,
  note: (bytes: Uint8Array) => void,
) {
  const data = { studyId, dataVersion }
  // A column of this name may be another variable in another version, and its codes say something else there.
  const own = versions.find((one) => one.dataVersion === dataVersion)
  const columnsHere = own && dictionary.columns.get(own.questionnaire)
  const variablesHere = new Set(dictionary.variables.filter((_, at) => columnsHere?.[at]))
  const inBase =
    filtered.matchers.get(dataVersion) ?? matcherOf(dictionary, filter, (variable) => variablesHere.has(variable))
  const matcher = everybody ? evenEnded(inBase, filter) : inBase
  const questionnaire = await findQuestionnaire(ports.db, dataVersion)
  const stored = { decoder: decoderOf(questionnaire), layout: layoutOf(questionnaire), size: segmentSize }
  const weighing = weights?.margins == null ? null : placedWeights(weights.margins, stored, places)
  const columns = [...new Set(['_status', ...matcher.columns, ...(weighing?.columns ?? [])])]
  const asked = new Set(columnsOf(questionnaire).map(({ name }) => name))
  // A filter may name what only another version asks: then nobody of this one meets it.
  const known = columns.filter((column) => column.startsWith('_') || asked.has(column))
  const select = selecting(matcher, stored)
  const taken = new Uint8Array(places)
  let [from, count] = [0, 0]
  for await (const segment of readColumns(ports, data, known)) {
    const size = Math.min(segment.size, places - from)
    const slots = (column: string) => (known.includes(column) ? segment.slots(column) : new Uint8Array(segment.size))
    const selected = select({ ...segment, slots }).subarray(0, size)
    for (let at = 0; at < size; at += 1) count += selected[at] ?? 0
    taken.set(selected, from)
    note(selected)
    // How somebody stands who is not in it changes nothing of the file.
    note(Uint8Array.from(segment.slots('_status').subarray(0, size), (status, at) => status * (selected[at] ?? 0)))
    weighing?.add(segment, from, size)
    from += size
    // What has no place yet, or got one later, comes behind.
    if (from === places) break
  }
  return { taken, count, units: weighing?.units() ?? null }
}

/** The same without the base: however a response ended. What a filter asks of answers is met by nobody who is gone. */
function evenEnded({ columns, groups }: Matcher, filter: Filter): Matcher {
  const [, ...asked] = groups
  const anybody = { column: '_status', allows: () => true }
  const there = { column: '_status', allows: (value: unknown) => value !== null && value !== 'gone' }
  return { columns, groups: [[filter.clauses.length === 0 ? anybody : there], ...asked] }
}
