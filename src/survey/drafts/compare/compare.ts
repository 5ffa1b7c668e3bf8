/** Two versions of a questionnaire side by side. Pure. */
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { canonicalJson } from '../../../platform/crypto/version.ts'
import { whyNoCorrection } from '../correction.ts'
import type { ChangeLocation, QuestionnaireChange } from './change.ts'
import { type Inventory, inventoryOf, type Sequence, sharedSets } from './inventory.ts'

/** What differs, in the order of the later version; what was removed stands behind. */
export function compareVersions(before: Questionnaire, after: Questionnaire): QuestionnaireChange[] {
  const sets = sharedSets(before, after)
  const [old, now] = [inventoryOf(before, sets), inventoryOf(after, sets)]
  const moves = [...now.sequences].flatMap(([name, sequence]) => ofSequence(old.sequences.get(name), sequence))
  const why = whyNoCorrection(before, after)
  const swapped = why !== null && typeof why === 'object' && 'labelsMoved' in why ? why.labelsMoved : []
  return [...moves, ...ofItems(old, now, swapped)]
}

/** Members that came, went, or stand elsewhere among the others. */
function ofSequence(before: Sequence | undefined, after: Sequence): QuestionnaireChange[] {
  // The list as a whole is new: whatever it stands in says so.
  if (before === undefined) return []
  const { place, part, added, removed, tells } = after
  const codes = new Map(before.members.map(({ code }, at) => [code, at]))
  const changes: QuestionnaireChange[] = []
  const stayed: { code: string; at: number; said: Sequence['members'][number]['said'] }[] = []
  for (const { code, said } of after.members) {
    const at = codes.get(code)
    if (at !== undefined) stayed.push({ code, at, said })
    else if (tells !== 'order')
      changes.push({ did: 'added', place, part: { of: part, code }, before: undefined, after: said, effect: added })
  }
  const still = longestRun(stayed.map(({ at }) => at))
  for (const { code, at, said } of stayed) {
    if (still.has(at) || tells === 'members') continue
    changes.push({ did: 'moved', place, part: { of: part, code }, before: said, after: said, effect: 'order' })
  }
  const remaining = new Set(after.members.map(({ code }) => code))
  for (const { code, said } of before.members) {
    if (!remaining.has(code) && tells !== 'order')
      changes.push({ did: 'removed', place, part: { of: part, code }, before: said, after: undefined, effect: removed })
  }
  return changes
}

/** Of places in the earlier order, the longest run that still stands in order; the others have moved. */
function longestRun(places: readonly number[]): Set<number> {
  const best: { length: number; from: number }[] = []
  places.forEach((place, at) => {
    let here = { length: 1, from: -1 }
    for (let earlier = 0; earlier < at; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1
      if ((places[earlier] ?? 0) < place && length > here.length) here = { length, from: earlier }
    }
    best.push(here)
  })
  let at = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), 0)
  const run = new Set<number>()
  while (at >= 0 && places[at] !== undefined) {
    run.add(places[at] as number)
    at = best[at]?.from ?? -1
  }
  return run
}

/** What is in both, and says something else now; and texts that only one of them has. */
function ofItems(old: Inventory, now: Inventory, swapped: readonly string[]): QuestionnaireChange[] {
  const isNew = wholesIn(now, old)
  const isGone = wholesIn(old, now)
  const changes: QuestionnaireChange[] = []
  for (const [name, item] of now.items) {
    const earlier = old.items.get(name)
    const { place, part, said } = item
    const same = earlier !== undefined && canonicalJson(earlier.said) === canonicalJson(said)
    if (same || (earlier === undefined && isNew(name))) continue
    const isLabel = ['option', 'row', 'low', 'high'].includes(part.of)
    const isSwapped = isLabel && codesOf(place).some((one) => swapped.includes(one))
    const effect = isSwapped ? 'labels_moved' : item.effect
    if (item.effect === 'order' && name.endsWith(' page')) {
      changes.push({ did: 'moved', place, part, before: earlier?.said, after: said, effect: 'order' })
    } else changes.push({ did: 'changed', place, part, before: earlier?.said, after: said, effect })
  }
  for (const [name, { place, part, said, effect }] of old.items) {
    if (!now.items.has(name) && !isGone(name))
      changes.push({ did: 'changed', place, part, before: said, after: undefined, effect })
  }
  return changes
}

/** The questions that a place is of. */
function codesOf(place: ChangeLocation): readonly string[] {
  if (place.at === 'question') return [place.code]
  return place.at === 'set' ? place.questions : []
}

/** Whether something stands in a page, question, option or another whole that only one of two inventories has. */
function wholesIn(mine: Inventory, other: Inventory): (name: string) => boolean {
  const names: string[] = []
  for (const [sequenceName, sequence] of mine.sequences) {
    if (sequence.tells === 'order') continue
    const theirs = new Set(other.sequences.get(sequenceName)?.members.map(({ code }) => code))
    for (const { code } of sequence.members) if (!theirs.has(code)) names.push(wholeName(sequenceName, sequence, code))
  }
  const wholes = new Set(names)
  return (name) => {
    const parts = name.split(' ')
    return parts.some((_, at) => wholes.has(parts.slice(0, at + 1).join(' ')))
  }
}

function wholeName(sequenceName: string, { part, place }: Sequence, code: string): string {
  if (part === 'page' || part === 'question' || part === 'consent') return `${part} ${code}`
  if (part === 'entry') return `list ${place.at === 'list' ? place.name : ''} ${code}`
  return `${sequenceName.slice(0, -1)} ${code}`
}

/** Where changes stand, each place once, in the order in which it comes first. */
export function byPlace(
  changes: readonly QuestionnaireChange[],
): { place: ChangeLocation; changes: QuestionnaireChange[] }[] {
  const places = new Map<string, { place: ChangeLocation; changes: QuestionnaireChange[] }>()
  for (const change of changes) {
    const { place } = change
    const name = canonicalJson({ at: place.at, code: 'code' in place ? place.code : 'name' in place ? place.name : '' })
    const known = places.get(name) ?? { place, changes: [] }
    known.changes.push(change)
    places.set(name, known)
  }
  return [...places.values()]
}
