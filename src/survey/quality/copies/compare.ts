/** Compares one response with the others of its study: checks 6 and 7. */
import type { Answers } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import type { Write } from '../../../platform/db/together.ts'
import type { MacKey } from '../../../platform/keys/secret-keys.ts'
import { type Flag, flag } from '../flag.ts'
import type { Visit } from '../visit.ts'
import { vectorOf } from './answer-vector.ts'
import type { StudyModel } from './model.ts'
import { answersOf, type ComparePorts, type Others, othersOf } from './others.ts'
import { sameRhythm } from './rhythm.ts'
import { type CopySignature, copySignatures, ofAnswers } from './signatures.ts'
import { type ComparedRow, type CopyCandidate, copyCandidates, putSignatures, tracesAtOnce, visitsOf } from './store.ts'
import { copyScore } from './text-copies.ts'

/** One that was compared, and whose traces are not written yet. */
export interface Unwritten {
  respondentId: string
  studyId: string
  signatures: readonly CopySignature[]
}

export interface ComparisonOutcome {
  rows: Write[]
  signatures: readonly CopySignature[]
  /** What was found, by respondent: of twins both, of copied texts the later one. */
  flags: ReadonlyMap<string, readonly Flag[]>
}

/** So many are compared to the letter: those that share most traces. */
const mostCompared = 60
/** So many twins are named. */
const mostNamed = 5

/** What a response is compared by. */
export interface CopyComparison {
  questionnaire: Questionnaire
  study: StudyModel
  key: MacKey
  /** Those that came before it and that the database does not know yet. */
  unwritten: readonly Unwritten[]
  /** Those that others of the run were compared with. */
  known: Others
}

export async function compare(
  ports: ComparePorts,
  row: ComparedRow,
  { questionnaire, study, key, unwritten, known }: CopyComparison,
): Promise<ComparisonOutcome> {
  const { respondentId, studyId } = row
  const answers = await answersOf(ports, row)
  const vector = vectorOf(answers, study.isLeftOut)
  const texts = textsOf(questionnaire, answers)
  const signatures = await copySignatures(key, vector, texts)
  const reads: Promise<CopyCandidate[]>[] = []
  for (let at = 0; at < signatures.length; at += tracesAtOnce) {
    const some = signatures.slice(at, at + tracesAtOnce)
    reads.push(ports.db.read(copyCandidates(studyId, respondentId, some)))
  }
  const found = [...(await Promise.all(reads)).flat(), ...amongUnwritten(unwritten, row, signatures)]
  const others = await othersOf(ports, mostShared(found.map((one) => one.respondentId)), known)
  const mine = study.comparer?.itemsOf(vector)
  const textsShared = questionsBy(found)
  const twins: { ref: string; respondentId: string; alike: number; items: number; bits: number }[] = []
  const copied = new Map<string, string>()
  for (const other of others) {
    const theirItems = other.dataVersion === row.dataVersion ? other.items(study) : null
    const agreement = mine && theirItems && study.comparer?.twinsAmong(study.responses, mine, theirItems)
    if (agreement) twins.push({ ...agreement, ref: other.ref, respondentId: other.respondentId })
    const shared = textsShared.get(other.respondentId)
    // What was typed is opened only where a trace of it was found.
    if (shared === undefined) continue
    const theirs = await other.answers(ports)
    for (const question of shared) {
      const [own, text] = [texts.get(question), theirs[question]]
      if (own !== undefined && typeof text === 'string' && copyScore(text, own) > 0) copied.set(question, other.ref)
    }
  }
  twins.sort((one, other) => other.bits - one.bits)
  const flags = new Map<string, Flag[]>()
  const [closest] = twins
  if (closest !== undefined) {
    const named = twins.slice(0, mostNamed).map(({ ref }) => ref)
    flags.set(respondentId, [twin(closest, named)])
    for (const one of twins) flags.set(one.respondentId, [twin(one, [row.ref])])
    const rhythms = await rhythmsOf(ports, respondentId, twins)
    for (const [id, pages] of rhythms) flags.get(id)?.push(flag('same_rhythm', { count: pages }))
  }
  if (copied.size > 0) {
    const facts = { questions: [...copied.keys()].sort(), with: [...new Set(copied.values())] }
    flags.set(respondentId, [...(flags.get(respondentId) ?? []), flag('same_text', facts)])
  }
  return { rows: putSignatures(row, signatures), signatures, flags }
}

function twin({ alike, items, bits }: { alike: number; items: number; bits: number }, refs: readonly string[]): Flag {
  return flag('twin', { alike, items, bits: Math.round(bits), with: refs })
}

/** Of a response and its twins: on how many pages at the most each kept the rhythm of another; none where nobody did. */
async function rhythmsOf(
  { db }: ComparePorts,
  respondentId: string,
  twins: readonly { respondentId: string }[],
): Promise<ReadonlyMap<string, number>> {
  const ids = [respondentId, ...twins.map((one) => one.respondentId)]
  const rows = await db.read(visitsOf(ids))
  const visits = new Map(rows.map(({ id, pages }) => [id, new Map(Object.entries(JSON.parse(pages) as Visits))]))
  const own = visits.get(respondentId) ?? new Map()
  const found = twins.map(
    (one) => [one.respondentId, sameRhythm(own, visits.get(one.respondentId) ?? new Map())] as const,
  )
  const similar = found.filter(([, pages]) => pages > 0)
  if (similar.length === 0) return new Map()
  return new Map([[respondentId, Math.max(...similar.map(([, pages]) => pages))], ...similar])
}

type Visits = Record<string, Visit>

/** The same that `copyCandidates` asks the database for, among those whose traces it does not have yet. */
function amongUnwritten(
  unwritten: readonly Unwritten[],
  { respondentId, studyId }: ComparedRow,
  signatures: readonly CopySignature[],
): CopyCandidate[] {
  const hashes = new Set(signatures.map(({ hash }) => hash))
  return unwritten
    .filter((one) => one.studyId === studyId && one.respondentId !== respondentId)
    .flatMap((one) => one.signatures.map(({ kind, hash }) => ({ respondentId: one.respondentId, kind, hash })))
    .filter(({ hash }) => hashes.has(hash))
}

/** Of whom a trace of a text was found, by respondent: the questions of these texts. */
function questionsBy(found: readonly CopyCandidate[]): ReadonlyMap<string, ReadonlySet<string>> {
  const by = new Map<string, Set<string>>()
  for (const { respondentId, kind } of found) {
    if (kind === ofAnswers) continue
    const known = by.get(respondentId)
    if (known === undefined) by.set(respondentId, new Set([kind]))
    else known.add(kind)
  }
  return by
}

/** Those that were found most often, first. */
function mostShared(respondentIds: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const id of respondentIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  const byCount = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  return byCount.slice(0, mostCompared).map(([id]) => id)
}

/** Free texts by the code of their question. */
function textsOf({ pages }: Questionnaire, answers: Answers): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { code, type } of pages.flatMap(({ questions }) => questions)) {
    const answer = answers[code]
    if (type === 'text' && typeof answer === 'string') texts.set(code, answer)
  }
  return texts
}
