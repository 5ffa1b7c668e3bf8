/** The languages of a form: how we write them in its headers, and what others write there. */
import type { Language } from '../../../../../schema/questionnaire.ts'
import { languageOfTag } from '../../../../platform/i18n/language.ts'

/** As in `label::English (en)`. */
export const languageTitles: Record<Language, string> = {
  en: 'English (en)',
  'zh-Hans': '简体中文 (zh-Hans)',
  'zh-Hant': '繁體中文 (zh-Hant)',
}

const names: readonly [RegExp, Language][] = [
  [/^(english|eng|anglais|inglés|ingles|英文|英语|英語)$/, 'en'],
  [/traditional|繁|正體|hong ?kong|macao|macau|taiwan|cantonese|廣東話|粵語/, 'zh-Hant'],
  [/chinese|中文|汉语|漢語|华语|mandarin|简体|簡體|普通话/, 'zh-Hans'],
]

/** The language that a header names, by its tag in brackets, its tag or its name; undefined for one that we do not have. */
export function languageCalled(title: string): Language | undefined {
  const text = title.trim().toLowerCase()
  const tag = /[(（]\s*([a-z]{2,3}(?:[-_][a-z0-9]+)*)\s*[)）]$/.exec(text)?.[1]
  const before = text.replace(/\s*[(（][^()（）]*[)）]$/, '')
  const named = names.find(([pattern]) => pattern.test(text) || pattern.test(before))?.[1]
  if (tag === undefined) return /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/.test(text) ? (languageOfTag(text) ?? named) : named
  const tagged = languageOfTag(tag)
  // `Chinese Traditional (zh)`: the name says more than its tag.
  return tagged === 'zh-Hans' && tag === 'zh' ? (named ?? tagged) : tagged
}
