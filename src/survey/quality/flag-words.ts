/** Flags in words: with figures for whoever reviews a response, without for the person whose it is. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import type { Language, Text } from '../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import { mostOfNetwork } from './cadence.ts'
import { type FlagFacts, isFlagName } from './flag.ts'

/** A flag as it is stored. */
export interface StoredFlag {
  name: string
  /** JSON of `FlagFacts`. */
  facts: string
}

export interface FlagTexts {
  /** What it is a list of. */
  found: Text
  /** A sentence for each flag. */
  said: { name: string; words: Text }[]
}

/** What the checks found, for the person whose response it is; null for nothing. */
export function flagsForPerson(flags: readonly Pick<StoredFlag, 'name'>[]): FlagTexts | null {
  const wordings = flags.flatMap(({ name }) =>
    isFlagName(name)
      ? [{ name, words: inEachLanguage((language) => reviewsMessages(language).flags.person[name]) }]
      : [],
  )
  return wordings.length === 0
    ? null
    : { found: inEachLanguage((language) => reviewsMessages(language).flags.found), said: wordings }
}

/**
 * What a flag says to staff: what was found, where, and how much.
 * @param titles of pages, by code; a page that has none there is named by its code
 */
export function flagForStaff(
  language: Language,
  { name, facts }: StoredFlag,
  titles: ReadonlyMap<string, Text> = new Map(),
): string {
  if (!isFlagName(name)) return name
  const { staff, contradictions } = reviewsMessages(language).flags
  const found = JSON.parse(facts) as FlagFacts
  const n = (fact: string) => Number(found[fact] ?? 0)
  switch (name) {
    case 'speeder':
      return staff.speeder({
        seconds: seconds(n('ms')),
        least: seconds(found.floor === undefined ? n('usual') / 3 : n('floor')),
      })
    case 'faster_than_others':
      return staff.faster_than_others({ times: n('times') })
    case 'twin':
      return staff.twin({ alike: n('alike'), items: n('items') })
    case 'same_rhythm':
      return staff.same_rhythm({ count: n('count') })
    case 'many_from_one_network':
      return n('count') > mostOfNetwork
        ? staff.more_from_one_network({ count: mostOfNetwork })
        : staff.many_from_one_network({ count: n('count') })
    case 'contradictions':
      return staff.contradictions({ where: listed(language, found.which, contradictions) })
    default: {
      const pages = Object.fromEntries([...titles].map(([code, title]) => [code, title[language]]))
      return staff[name]({ where: listed(language, found.questions ?? found.pages, found.questions ? {} : pages) })
    }
  }
}

const seconds = (ms: number) => Math.round(ms / 1000)

function listed(
  language: Language,
  codes: FlagFacts[string] | undefined,
  words: Partial<Record<string, string>> = {},
): string {
  if (!Array.isArray(codes)) return ''
  return codes.map((code) => words[code] ?? String(code)).join(commonMessages(language).listSeparator)
}

/** The family of a flag in words. */
export function familyInWords(language: Language, family: keyof ReviewsMessages['flags']['families']): string {
  return reviewsMessages(language).flags.families[family]
}
