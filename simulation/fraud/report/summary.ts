/** A run as figures: who of which kind was held, and by what. */
import { type Kind, kinds } from '../farms/kinds.ts'
import { type Group, groups } from '../honest/groups.ts'
import type { PersonOutcome } from '../run.ts'
import { type Count, isLikeHonest, precision, shareOf, wilson } from './figures.ts'

/** At most so many of the honest may be held: 80 of 10,000, and 2 % of every group. */
const mostHeld = 0.008
const mostOfGroup = 0.02
/** Shares of fraud among all responses for which precision is told. */
const fraudShares = [0.01, 0.05, 0.3] as const

export interface GroupFigures extends Count {
  group: Group
  isTooMany: boolean
}

export interface KindFigures extends Count {
  kind: Kind
  isLikeHonest: boolean
}

export interface Summary {
  /** Each group but the careless. */
  groups: GroupFigures[]
  honest: Count
  careless: Count
  kinds: KindFigures[]
  /** Each kind counting alike. */
  recall: number
  /** For each of `fraudShares`: as it came out, and with the worse ends of both intervals. */
  precisions: { fraud: number; share: number; least: number }[]
  isKept: boolean
  flags: { name: string; honest: number; careless: number; farms: number }[]
}

const countOf = (outcomes: readonly PersonOutcome[]): Count => ({
  held: outcomes.filter(({ isHeld }) => isHeld).length,
  of: outcomes.length,
})

const isGroup = (who: PersonOutcome['who']): who is Group => (groups as readonly string[]).includes(who)

/** The figures of a run. */
export function summaryOf(outcomes: readonly PersonOutcome[]): Summary {
  const byWho = Map.groupBy(outcomes, ({ who }) => who)
  const of = (who: PersonOutcome['who']) => countOf(byWho.get(who) ?? [])
  const people = outcomes.filter(({ who }) => isGroup(who) && who !== 'careless')
  const honest = countOf(people)
  const groupFigures = groups
    .filter((group) => group !== 'careless')
    .map((group) => ({ group, ...of(group), isTooMany: shareOf(of(group)) > mostOfGroup }))
  const kindFigures = kinds.map((kind) => ({ kind, ...of(kind), isLikeHonest: isLikeHonest(of(kind), honest) }))
  const met = kindFigures.filter(({ of: came }) => came > 0)
  const mean = (shares: number[]) => shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
  const recall = mean(met.map(shareOf))
  const leastRecall = mean(met.map((kind) => wilson(kind).low))
  return {
    groups: groupFigures,
    honest,
    careless: of('careless'),
    kinds: kindFigures,
    recall,
    precisions: fraudShares.map((fraud) => ({
      fraud,
      share: precision(fraud, recall, shareOf(honest)),
      least: precision(fraud, leastRecall, wilson(honest).high),
    })),
    isKept: shareOf(honest) <= mostHeld && groupFigures.every(({ isTooMany }) => !isTooMany),
    flags: flagsOf(outcomes, people),
  }
}

/** How often each flag is set: shares of the honest, of the careless and of farms. */
function flagsOf(outcomes: readonly PersonOutcome[], people: readonly PersonOutcome[]): Summary['flags'] {
  const careless = outcomes.filter(({ who }) => who === 'careless')
  const farms = outcomes.filter(({ who }) => !isGroup(who))
  const names = [...new Set(outcomes.flatMap(({ flags }) => flags))].sort()
  const among = (some: readonly PersonOutcome[], name: string) =>
    shareOf({ held: some.filter(({ flags }) => flags.includes(name)).length, of: some.length })
  return names.map((name) => ({
    name,
    honest: among(people, name),
    careless: among(careless, name),
    farms: among(farms, name),
  }))
}
