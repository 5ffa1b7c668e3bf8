/** From what is filtered to a file of it. */
import type { Context } from 'hono'
import { questionsMessages } from '../../../messages/generated/insights/questions.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { exportsPath } from '../exports/export.ts'
import { filteredAddress } from './filter/bar.tsx'
import { filterElsewhere, type Here } from './here.ts'

/** A button at the title; nothing for whoever may not export. The form behind it keeps the filter and the version. */
export function ExportThese({ c, here }: { c: Context<AppEnv>; here: Here }) {
  const { study, choice, choices } = here
  if (!may(staffOf(c), 'responses.export', study.id)) return null
  const stays = choice === choices[0] ? [] : [['v', String(choice.n)] as const]
  return (
    <a class="button quiet no-print" href={filteredAddress(exportsPath(study.slug), filterElsewhere(here), stays)}>
      {questionsMessages(languageOf(c)).exportThese}
    </a>
  )
}
