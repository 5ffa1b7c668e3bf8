/** What a check finds, and when what was found holds a response: `docs/fairness.md` says why. */
import type { FlagFamily } from '../../../schema/tables.ts'

/** The version of a check, stored with each of its flags: one that changes is judged anew, and no other is. */
export const rulesOf = (name: string): string => (name === 'speeder' ? '3' : '1')

export type { FlagFamily }

/**
 * Every flag by its name: its family, and the points that it has at the most. `alone`: a fact of automation that no
 * honest path through the pages produces, so that it holds by itself.
 */
export const flagKinds = {
  speeder: { family: 'pace', points: 35, alone: false },
  faster_than_others: { family: 'pace', points: 15, alone: false },
  same_rhythm: { family: 'pace', points: 20, alone: false },
  straight_lines: { family: 'pattern', points: 20, alone: false },
  patterned_rows: { family: 'pattern', points: 20, alone: false },
  attention_failed: { family: 'consistency', points: 25, alone: false },
  contradictions: { family: 'consistency', points: 45, alone: false },
  text_of_one_character: { family: 'copy', points: 10, alone: false },
  text_of_the_question: { family: 'copy', points: 10, alone: false },
  text_not_typed: { family: 'copy', points: 0, alone: false },
  same_text: { family: 'copy', points: 30, alone: false },
  twin: { family: 'copy', points: 40, alone: false },
  many_from_one_network: { family: 'network', points: 15, alone: false },
  page_too_fast: { family: 'automation', points: 35, alone: false },
  page_never_issued: { family: 'automation', points: 100, alone: true },
  page_out_of_order: { family: 'automation', points: 100, alone: true },
} as const satisfies Record<string, { family: FlagFamily; points: number; alone: boolean }>

export type FlagName = keyof typeof flagKinds

/** Whether a stored name is one of these checks. */
export const isFlagName = (name: string): name is FlagName => Object.hasOwn(flagKinds, name)

/** Codes and numbers that tell what was found; never a text. */
export type FlagFacts = Readonly<Record<string, number | string | readonly number[] | readonly string[]>>

export interface Flag {
  name: FlagName
  points: number
  facts: FlagFacts
}

/** A flag with all the points of its kind, or with fewer. */
export function flag(name: FlagName, facts: FlagFacts, points: number = flagKinds[name].points): Flag {
  return { name, points, facts }
}

/** What kind of sign a flag is; only two kinds together hold a response. */
export const familyOf = (name: FlagName): FlagFamily => flagKinds[name].family

/** The points from which two families or more hold a response. */
const holdFrom = 55

export interface QualityVerdict {
  /** The highest flag of each family, added up. */
  points: number
  families: readonly FlagFamily[]
  /** Whether the response waits for a person. Nothing rejects it. */
  holds: boolean
}

/**
 * What flags come to. A family counts its highest flag once. It takes two families to hold, and never pace with the
 * network alone; or a fact of automation.
 * @param reportOnly names of flags that are shown and count for nothing
 */
export function verdictOf(
  flags: readonly Pick<Flag, 'name' | 'points'>[],
  reportOnly: ReadonlySet<string> = new Set(),
): QualityVerdict {
  const counted = flags.filter(({ name }) => !reportOnly.has(name))
  const highest = new Map<FlagFamily, number>()
  for (const { name, points } of counted) {
    const family = familyOf(name)
    if (points > 0) highest.set(family, Math.max(points, highest.get(family) ?? 0))
  }
  const families = [...highest.keys()].sort()
  const points = [...highest.values()].reduce((sum, one) => sum + one, 0)
  const isFact = counted.some(({ name }) => flagKinds[name].alone)
  const isPaceAndNetwork = families.every((family) => family === 'pace' || family === 'network')
  return { points, families, holds: isFact || (families.length >= 2 && !isPaceAndNetwork && points >= holdFrom) }
}
