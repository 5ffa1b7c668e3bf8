/** The code by which a respondent comes back on any device, and a link that has it typed in. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { surveyMessages } from '../../../messages/generated/survey.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { CopyCode } from '../../platform/http/copy-code.tsx'
import type { Html } from '../../platform/http/html.ts'

export interface Resume {
  /** In groups. */
  code: string
  /** The page that asks for the code, with the code behind `#`: no server and no log is ever sent that part. */
  link: string
}

/** Both, each with a button to copy it. */
export function ResumeCode({ language, resume }: { language: Language; resume: Resume }): Html {
  return (
    <>
      <CopyCode language={language} text={resume.code} label={surveyMessages(language).resume.label} />
      <CopyCode language={language} text={resume.link} label={commonMessages(language).copy.link} plain />
    </>
  )
}
