import type { Context } from 'hono'
import type { Language } from '../../../schema/questionnaire.ts'
import type { AppEnv } from '../../ports.ts'
import { languageOf, offeredLanguages } from '../i18n/language.ts'
import { assetUrls } from './assets.ts'
import type { Shell } from './layout.tsx'

/** The frame of a page in the reader's language, naming who runs it when that is known. */
export function shellOf(
  c: Context<AppEnv>,
  study: { settings: { organiser: Record<Language, string>; contact: string }; testOf?: string | null } | null = null,
  language: Language = languageOf(c),
): Shell {
  const runBy = study && { name: study.settings.organiser[language], contact: study.settings.contact }
  const { style, script, [`words-${language}` as const]: words } = assetUrls(c.var.ports.assets)
  return {
    language,
    offered: offeredLanguages(c),
    assets: { style, script, words },
    runBy,
    isTest: study?.testOf != null,
  }
}
