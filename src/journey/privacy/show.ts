/** What `routes.ts` answers with. */
import type { Context } from 'hono'
import { first } from '../../platform/db/together.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { noticeCode as code } from '../../survey/consents/agreement.ts'
import { agreementVersions, textOfVersion } from '../../survey/consents/store.ts'
import { paths } from '../paths.ts'
import { withPromisedTerms } from '../study.ts'
import { studyOf } from '../visitor.ts'
import { type NoticeSection, noticeText } from './notice.ts'
import { privacyPage } from './page.tsx'

/** The notice that holds for whoever begins now, or the version that is asked for. */
export async function showNotice(c: Context<AppEnv>): Promise<Response> {
  const study = await studyOf(c)
  if (study === undefined) return refuse(c, 'not_found')
  const { db } = c.var.ports
  const { slug, id: studyId } = study
  const versions = await db.read(agreementVersions({ studyId, code }))
  const now = noticeText(await withPromisedTerms(db, study, c.var.ports.clock.now()), c.var.ports)
  const known = versions.find(({ hash }) => hash === now.hash)?.version
  // A text that nobody has agreed to yet has no row, and reading it makes none.
  const current = { ...now, version: known ?? (versions[0]?.version ?? 0) + 1 }
  const asked = c.req.query('version')
  const number = asked !== undefined && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null
  if (asked !== undefined && number === null) return refuse(c, 'not_found')
  const shown =
    number === null || number === current.version
      ? current
      : await first(db, textOfVersion({ studyId, code, version: number }))
  if (shown === undefined) return refuse(c, 'not_found')
  return c.html(
    privacyPage({
      shell: shellOf(c, study),
      study: study.questionnaire.title[languageOf(c)],
      landing: paths.landing(slug),
      here: paths.privacy(slug),
      version: shown.version,
      hash: shown.hash,
      sections: JSON.parse(shown.text) as NoticeSection[],
      holds: shown.version === current.version,
      versions,
    }),
  )
}
