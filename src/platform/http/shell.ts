import type { Context } from 'hono'
import type { Language } from '../../../schema/questionnaire.ts'
import type { AppEnv, NamedStudy } from '../../ports.ts'
import { languageOf, offeredLanguages } from '../i18n/language.ts'
import { assetUrls } from './assets.ts'
import type { Shell } from './layout.tsx'

/** Says which study this request is about: whoever is refused, too, reads who runs it and where to write. */
export function nameStudy(c: Context<AppEnv>, study: NamedStudy | undefined): void {
  if (study !== undefined) c.set('study', study)
}

/** The frame of a page in the reader's language, naming who runs it when that is known. */
export function shellOf(
  c: Context<AppEnv>,
  study: NamedStudy | null = c.get('study') ?? null,
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
