/** The page of a privacy notice: the one that holds, or an earlier version. */
import { trustMessages } from '../../../messages/generated/trust.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { formatDate, gap } from '../../platform/i18n/format.ts'
import type { NoticeSection } from './notice.ts'

export interface PrivacyPage {
  shell: Shell
  study: string
  /** Where the study's own page is, and this one; a version is asked for by `?version=`. */
  landing: string
  here: string
  version: number
  hash: string
  sections: readonly NoticeSection[]
  /** Whether it is the one that holds for whoever begins now. */
  holds: boolean
  /** Those that anybody has agreed to, the newest first; times are ISO 8601. */
  versions: readonly { version: number; madeAt: string }[]
}

/** What a study keeps and why, with the hash by which a respondent knows the text again. */
export function privacyPage(page: PrivacyPage): Html {
  const { shell, here, version, versions } = page
  const { language } = shell
  const words = trustMessages(language).notice
  return layout({
    shell,
    title: words.title,
    study: page.study,
    studyHref: page.landing,
    languages: { links: page.holds ? '?lang=' : `?version=${version}&lang=` },
    index: page.holds,
    children: (
      <>
        <h1>{words.title}</h1>
        {page.holds ? (
          <p class="lead">{words.lead({ study: page.study })}</p>
        ) : (
          <p class="note">
            {words.old}
            {gap(language)}
            <a href={here}>{words.newest}</a>
          </p>
        )}
        {page.sections.map(({ code, title, points }) => (
          <section aria-labelledby={code}>
            <h2 id={code}>{title[language]}</h2>
            <ul class="points">
              {points.map((point) => (
                <li>{point[language]}</li>
              ))}
            </ul>
          </section>
        ))}
        <p class="small">
          {words.version({ version })} <code>{page.hash.replace(/(.{16})(?=.)/g, '$1\u200b')}</code>
        </p>
        {versions.length > 0 && (
          <details>
            <summary>{words.versions}</summary>
            <ul class="points">
              {versions.map((one) => (
                <li>
                  <a href={`${here}?version=${one.version}`}>
                    {words.one({ version: one.version, day: formatDate(one.madeAt, language) })}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </>
    ),
  })
}
