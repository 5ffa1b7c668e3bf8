import type { Context } from 'hono'
import { textsMessages } from '../../../../messages/generated/insights/texts.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { DataTable } from '../../../staff/frame/data-table.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { Study } from '../../studies/study.ts'
import type { TextQuestion } from './questions.ts'

interface QuestionsPageProps {
  c: Context<AppEnv>
  study: Study
  questions: readonly TextQuestion[]
}

/** Which questions have texts to read. */
export function TextQuestionsPage({ c, study, questions }: QuestionsPageProps) {
  const language = languageOf(c)
  const words = textsMessages(language)
  return (
    <StaffPage c={c} title={words.title} study={study.questionnaire.title[language]}>
      <p>{words.about}</p>
      <DataTable
        language={language}
        label={words.title}
        rows={questions}
        empty={words.noQuestions}
        columns={[
          {
            head: words.question,
            is: 'name',
            cell: ({ name, label }) => (
              <a href={`/admin/studies/${study.slug}/insights/texts/${name}`}>{label[language]}</a>
            ),
          },
          { head: words.column, cell: ({ name }) => <code>{name}</code> },
        ]}
      />
    </StaffPage>
  )
}
