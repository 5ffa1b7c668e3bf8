/** What a study found and what changed, for everybody: in the reader's language, or said that it is in another one. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { findingsMessages } from '../../../messages/generated/insights/findings.ts'
import type { Text } from '../../../schema/questionnaire.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatDate } from '../../platform/i18n/format.ts'
import { type Finding, textFor } from './finding.ts'
import { Paragraphs } from './paragraphs.tsx'

export interface PublicFindings {
  shell: Shell
  title: Text
  /** Where the study's own page is. */
  landing: string
  findings: readonly Finding[]
}

export function publicFindings({ shell, title, landing, findings }: PublicFindings): Html {
  const { language } = shell
  const words = findingsMessages(language).page
  const study = title[language]
  return layout({
    shell,
    title: words.title,
    study,
    studyHref: landing,
    languages: 'links',
    index: true,
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{findings.length === 0 ? words.none : words.lead({ study })}</p>
        {findings.map(({ found, changed, publishedOn }, at) => {
          const [said, did] = [textFor(found, language), textFor(changed, language)]
          const others = [said, did].flatMap((text) =>
            text === null || text.language === language ? [] : [text.language],
          )
          const [other] = others
          return (
            <section class="q">
              <h2>{words.youSaid({ n: at + 1 })}</h2>
              {other !== undefined && (
                <p class="small">{words.onlyIn({ language: [...new Set(others)].map(nameOf).join(' · ') })}</p>
              )}
              <Paragraphs said={said} />
              <h3>{words.weDid}</h3>
              <Paragraphs said={did} none={words.nothingYet} />
              <p class="small">{formatDate(publishedOn ?? '', language)}</p>
            </section>
          )
        })}
      </>
    ),
  })
}

const nameOf = (language: Shell['language']) => commonMessages(language).name
