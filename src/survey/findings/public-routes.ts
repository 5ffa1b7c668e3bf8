/** `/s/:study/findings`: what came of the answers, for everybody, whatever has become of the study. */
import { Hono } from 'hono'
import { normalizeText } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { cacheByLanguage, offerLanguages } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { findStudy } from '../studies/store.ts'

export const publicFindingsRoutes = new Hono<AppEnv>().get('/s/:study/findings', async (c) => {
  const { db, clock } = c.var.ports
  const slug = c.req.param('study')
  const study = slug === normalizeText(slug) ? await findStudy(db, slug, clock.now()) : undefined
  if (study === undefined) return refuse(c, 'not_found')
  offerLanguages(c, study.settings.languages)
  // Few look, and a start of a Worker has no room for it.
  const [{ publicFindings }, { publishedOf }, { readFindings }] = await Promise.all([
    import('./public-page.tsx'),
    import('./finding.ts'),
    import('./save.ts'),
  ])
  const { list } = await readFindings(db, study.id)
  cacheByLanguage(c)
  return c.html(
    publicFindings({
      shell: shellOf(c, study),
      studyHref: `/s/${slug}`,
      title: study.questionnaire.title,
      findings: publishedOf(list),
    }),
  )
})
