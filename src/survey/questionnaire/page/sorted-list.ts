/** Long lists in the order in which a reader of each language looks things up: by letter, by sound, by stroke. */
import type { Language, Text } from '../../../../schema/questionnaire.ts'

type Entry = { code: string; label: Text }

const sorted = new WeakMap<readonly Entry[], Partial<Record<Language, Entry[]>>>()

/** `list` in the order of its labels in `language`; kept, for the same lists come with every page. */
export function sortedList(list: readonly Entry[], language: Language): readonly Entry[] {
  const known = sorted.get(list) ?? {}
  sorted.set(list, known)
  known[language] ??= inOrder(list, language)
  return known[language]
}

function inOrder(list: readonly Entry[], language: Language): Entry[] {
  const { compare } = new Intl.Collator(language)
  return [...list].sort((a, b) => compare(a.label[language], b.label[language]))
}
