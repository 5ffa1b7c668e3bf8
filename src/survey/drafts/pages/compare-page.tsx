import type { Context } from 'hono'
import { commonMessages } from '../../../../messages/generated/common.ts'
import { versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import { languages } from '../../../../schema/questionnaire.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { type ChangesProps, VersionChanges } from './changes.tsx'

interface ComparePageProps extends Omit<ChangesProps, 'language'> {
  c: Context<AppEnv>
  study: string
  /** What the two are called. */
  from: string
  to: string
  /** The address without the language. */
  here: string
}

/** Two versions side by side, in one language at a time. */
export function ComparePage({ c, study, from, to, here, ...compared }: ComparePageProps) {
  const language = languageOf(c)
  const words = versionsMessages(language).compare
  return (
    <StaffPage c={c} title={words.title} study={study}>
      <p>{words.about({ from, to })}</p>
      <p class="small">
        {words.language}{' '}
        {languages.map((one) => (
          <>
            {one === compared.textsIn ? (
              <strong lang={one}>{commonMessages(one).name}</strong>
            ) : (
              <a href={`${here}&texts=${one}`} lang={one}>
                {commonMessages(one).name}
              </a>
            )}{' '}
          </>
        ))}
      </p>
      <VersionChanges {...compared} language={language} />
    </StaffPage>
  )
}
