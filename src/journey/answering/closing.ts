import type { Context } from 'hono'
import { landingMessages } from '../../../messages/generated/landing.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import type { AppEnv } from '../../ports.ts'
import { finishBy, openingOf, type Study } from '../../survey/studies/study.ts'

/** What somebody who has begun a study that has closed is told on each page: until when they may finish. Null before. */
export function closingOf(
  c: Context<AppEnv>,
  study: Pick<Study, 'opensAt' | 'closesAt' | 'settings'>,
  language: Language,
): string | null {
  const end = finishBy(study)
  if (end === null || openingOf(study, c.var.ports.clock.now()) !== 'closed') return null
  return landingMessages(language).closedBegun({ day: formatDateTime(end, language) })
}
