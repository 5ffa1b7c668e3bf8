/** What somebody typed for an entry of a long list, such as a country: browsers offer the names, and post what is typed. */
import type { Text } from '../../../../schema/questionnaire.ts'

type List = ReadonlyMap<string, Text> | readonly { code: string; label: Text }[]

const codes = new WeakMap<List, Map<string, string>>()

/** The code of the entry that is typed as its code or its name in any language, in any case; undefined when none is. */
export function codeInList(list: List, typed: string): string | undefined {
  let known = codes.get(list)
  if (known === undefined) {
    const entries = 'get' in list ? [...list] : list.map(({ code, label }) => [code, label] as const)
    const named = entries.flatMap(([code, label]) => Object.values(label).map((name) => [plain(name), code] as const))
    known = new Map([...named, ...entries.map(([code]) => [plain(code), code] as const)])
    codes.set(list, known)
  }
  return known.get(plain(typed))
}

/** Without case, accents, spaces and punctuation. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
