import type { Context } from 'hono'
import type { Language } from '../../schema/questionnaire.ts'
import type { AppEnv } from '../ports.ts'
import { assetUrls } from './assets.ts'
import { languageOf } from './language.ts'

/** What the frame of every page needs. */
export interface Shell {
  language: Language
  title: string
  assets: { style: string; script: string }
  /** `form`: language buttons submit the form with id `page`, so that nothing typed is lost; `links`: plain links. */
  languages: 'form' | 'links'
}

/** The frame of a page in the reader's language. */
export function shellOf(
  c: Context<AppEnv>,
  title: string,
  languages: Shell['languages'] = 'links',
  language: Language = languageOf(c),
): Shell {
  return { language, title, assets: assetUrls(c.var.ports.assets), languages }
}
