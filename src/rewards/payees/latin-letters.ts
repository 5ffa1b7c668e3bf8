/** Letters that can be written in Latin ones without asking their owner. */

/**
 * How letters of living alphabets are written that the library of transliterations does not have, small ones: of Turkic,
 * African and northern alphabets, and of Serbian, Macedonian, Kazakh, Kyrgyz, Tatar and Mongolian in Cyrillic. As on
 * passports (ICAO 9303) where that has them; and those that the library writes otherwise than passports do (Greek by
 * ELOT 743).
 */
export const latinOf: Readonly<Record<string, string>> = {
  ...{ ə: 'e', ǝ: 'e', ŋ: 'n', ŧ: 't', ĸ: 'k', ƀ: 'b', ɓ: 'b', ƈ: 'c', ɖ: 'd', ɗ: 'd', ɛ: 'e', ƒ: 'f', ɠ: 'g' },
  ...{ ɣ: 'g', ǥ: 'g', ɨ: 'i', ɩ: 'i', ƙ: 'k', ƚ: 'l', ɲ: 'n', ƞ: 'n', ɔ: 'o', ɵ: 'o', ƥ: 'p', ƭ: 't', ʈ: 't' },
  ...{ ʉ: 'u', ʊ: 'u', ʋ: 'v', ƴ: 'y', ɏ: 'y', ƶ: 'z', ʒ: 'z', ʃ: 's' },
  ...{ ђ: 'dj', ѕ: 'dz', ј: 'j', ћ: 'c', џ: 'dz', ѣ: 'e', ѳ: 'f', ѵ: 'i' },
  ...{ ғ: 'g', ҕ: 'g', җ: 'j', ҙ: 'z', қ: 'k', ҝ: 'g', ҡ: 'k', ң: 'n', ҥ: 'n', ҫ: 's', ү: 'u', ұ: 'u', ҳ: 'h' },
  ...{ щ: 'shch', χ: 'ch', ξ: 'x' },
  ...{ ҷ: 'j', ҹ: 'j', һ: 'h', ә: 'a', ө: 'o', ӕ: 'ae' },
}

/** Those that the library has, besides letters that only lose a mark. */
const known = 'ÆæÐðØøÞþßẞĐđĦħıŁłŒœΑ-ΡΣ-Ωα-ωЄІЉЊА-Яа-яєіљњҐґ'

/** What stands for an apostrophe in Hawaiian, Uzbek, Ukrainian and transcribed Arabic, and is a letter to Unicode; also the saltillo. */
const apostrophes = 'ʹʻʼʽʾʿ\ua78c'

const small = Object.keys(latinOf).join('')
const other = new RegExp(`[^\\P{L}A-Za-z${known}${apostrophes}${small}${small.toUpperCase()}]|[^\\P{N}0-9]`, 'u')

/** How many letters some become; each of the others becomes one. */
const several: readonly (readonly [RegExp, number])[] = [
  [/[ÆÞßæþŒœẞΘΧΨθχψЂЄЅЉЊЏЖХЦЧШЮЯжхцчшюяђєѕљњџӔӕ]/u, 2],
  [/[Щщ]/u, 4],
  [/[ЪЬъь]/u, 0],
]

/** How long a name is that `isWrittenInLatin`, as a bank gets it. */
export function lengthInLatin(name: string): number {
  const letters = [...name.normalize('NFKC').normalize('NFKD').replace(/\p{M}/gu, '')]
  return letters.reduce((sum, letter) => sum + (several.find(([some]) => some.test(letter))?.[1] ?? 1), 0)
}

/** Whether a bank of Latin characters gets every letter and digit of a name; of the others only its owner knows how. */
export function isWrittenInLatin(name: string): boolean {
  return !other.test(name.normalize('NFKC').normalize('NFKD').replace(/\p{M}/gu, ''))
}
