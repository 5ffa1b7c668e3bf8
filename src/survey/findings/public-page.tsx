/** What a study found and what changed, for everybody: in the reader's language, or said that it is in another one. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { type FindingsMessages, findingsMessages } from '../../../messages/generated/insights/findings.ts'
import type { Language, Text } from '../../../schema/questionnaire.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatDate } from '../../platform/i18n/format.ts'
import { type Finding, textForReader } from './finding.ts'
import { Paragraphs } from './paragraphs.tsx'

export interface PublicFindings {
  shell: Shell
  /** Where the study begins. */
  studyHref: string
  title: Text
  findings: readonly Finding[]
}

/** The public page of what a study found. */
export function publicFindings({ shell, studyHref, title, findings }: PublicFindings): Html {
  const { language } = shell
  const words = findingsMessages(language).page
  const study = title[language]
  return layout({
    shell,
    title: words.title,
    study,
    studyHref,
    languages: 'links',
    index: true,
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{findings.length === 0 ? words.none : words.lead({ study })}</p>
        {findings.map(({ found, changed, publishedOn }, at) => {
          const [said, did] = [textForReader(found, language), textForReader(changed, language)]
          return (
            <section class="q">
              <h2>{words.youSaid({ n: at + 1 })}</h2>
              <Paragraphs said={said} />
              <ElsewhereOnly said={said} reader={language} words={words} />
              <h3>{words.weDid}</h3>
              <Paragraphs said={did} none={words.nothingYet} />
              <ElsewhereOnly said={did} reader={language} words={words} />
              <p class="small">{formatDate(publishedOn ?? '', language)}</p>
            </section>
          )
        })}
      </>
    ),
  })
}

interface ElsewhereOnlyProps {
  said: ReturnType<typeof textForReader>
  reader: Language
  words: FindingsMessages['page']
}

/** Says of a text that it is not in the reader's language, and in which it is. */
function ElsewhereOnly({ said, reader, words }: ElsewhereOnlyProps) {
  if (said === null || said.language === reader) return null
  return (
    <p class="small">
      {words.onlyIn}
      {words.onlyIn.endsWith('：') ? '' : ' '}
      <span lang={said.language}>{commonMessages(said.language).name}</span>
    </p>
  )
}
