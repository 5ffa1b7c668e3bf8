/** In which language a page is drawn: as the address, the cookie or the browser asks, among those on offer. */

import type { Context } from 'hono'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import type { AppEnv } from '../../ports.ts'
import { keepCookie, readCookie } from '../http/cookies.ts'
import { keptByText } from '../memory/kept-by-text.ts'

const aYear = 365 * 24 * 3600

/**
 * A language of ours for one tag of Accept-Language: Hong Kong, Macao, Taiwan and Hant read Traditional Chinese, and of any
 * other language it is the tag's first part.
 */
export function languageOfTag(tag: string): Language | undefined {
  const parts = tag.toLowerCase().split(/[-_]/)
  if (parts[0] !== 'zh' && parts[0] !== 'yue') return languages.find((language) => language === parts[0])
  if (parts.includes('hans')) return 'zh-Hans'
  return parts[0] === 'yue' || parts.some((part) => ['hant', 'hk', 'mo', 'tw'].includes(part)) ? 'zh-Hant' : 'zh-Hans'
}

/** Browsers send the same few headers. */
const wishes = keptByText<readonly Language[]>({ most: 200, longest: 200 })

/** The languages of ours that an Accept-Language header (RFC 9110, 12.5.4) wishes for, by weight. */
export function wishesOf(header = ''): readonly Language[] {
  return wishes(header, () => readWishes(header))
}

function readWishes(header: string): Language[] {
  const wanted = header.split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.trim().split(';')
    const q = parameters.map((p) => /^\s*q=([0-9.]+)\s*$/.exec(p)?.[1]).find((value) => value !== undefined)
    return { language: languageOfTag(tag), weight: q === undefined ? 1 : Number(q) }
  })
  wanted.sort((a, b) => b.weight - a.weight)
  return wanted.flatMap(({ language, weight }) => (language !== undefined && weight > 0 ? [language] : []))
}

/** A language that was asked for by name, or undefined. */
export function namedLanguage(name: string | undefined): Language | undefined {
  return languages.find((language) => language === name)
}

/** From here on the pages of this request are in these languages only: those of the study that it is about. */
export function offerLanguages(c: Context<AppEnv>, spoken: readonly Language[] | undefined): void {
  if (spoken !== undefined) c.set('languages', spoken)
}

/** The languages that a page may be switched to. */
export function offeredLanguages(c: Context<AppEnv>): readonly Language[] {
  return c.get('languages') ?? languages
}

/**
 * The first wish that there is, or that is there in the other Chinese script, which its readers read; failing that English,
 * or whatever there is.
 */
export function nearestLanguage(wishes: readonly Language[], spoken: readonly Language[]): Language {
  const isChinese = (language: Language) => language.startsWith('zh')
  for (const wish of wishes) {
    const near = spoken.find((one) => one === wish) ?? spoken.find((one) => isChinese(one) && isChinese(wish))
    if (near !== undefined) return near
  }
  return spoken.find((one) => one === 'en') ?? spoken[0] ?? 'en'
}

/** Lets a reader's own browser keep a page for five minutes, in the language that it was read in: with another it is another page. */
export function cacheByLanguage(c: Context<AppEnv>): void {
  c.header('Cache-Control', 'private, max-age=300')
  c.header('Vary', 'Accept-Language, Cookie', { append: true })
}

/** `?lang=` first (and remembered), then what was chosen before, then the browser's wish; always a language that is offered. */
export function languageOf(c: Context<AppEnv>): Language {
  const spoken = offeredLanguages(c)
  const asked = namedLanguage(c.req.query('lang'))
  if (asked !== undefined && spoken.includes(asked)) {
    rememberLanguage(c, asked)
    return asked
  }
  const fromCookie = namedLanguage(readCookie(c, 'lang'))
  const wishes = [asked, fromCookie].filter((one) => one !== undefined)
  return nearestLanguage([...wishes, ...wishesOf(c.req.header('accept-language'))], spoken)
}

const keptWith = new WeakSet<Context<AppEnv>>()

/** Keeps the choice for a year; one request makes one choice. */
export function rememberLanguage(c: Context<AppEnv>, language: Language): void {
  if (keptWith.has(c)) return
  keptWith.add(c)
  keepCookie(c, 'lang', language, aYear)
}
