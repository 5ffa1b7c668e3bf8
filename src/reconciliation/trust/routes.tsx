/** `/s/:study/trust`: whether this is real, for whoever is asked to answer; and the signed figures for whoever checks. */
import { type Context, Hono } from 'hono'
import { paths } from '../../journey/paths.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../../journey/study.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { cacheByLanguage, languageOf, offerLanguages } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { openingOf } from '../../survey/studies/study.ts'
import type { PublishedFigures } from './count-trust.ts'

const daysShown = 7

export const trustRoutes = new Hono<AppEnv>()
  .get('/s/:study/trust', async (c) => {
    const found = await publishedFigures(c)
    if (found === undefined) return refuse(c, 'not_found')
    const { study, days } = found
    const { settings, questionnaire, slug } = study
    // Few look, and a start of a Worker has no room for it.
    const [{ trustPage }, { retentionTexts }] = await Promise.all([
      import('./page.tsx'),
      import('../../journey/retention/retention-words.ts'),
    ])
    cacheByLanguage(c)
    return c.html(
      trustPage({
        shell: shellOf(c, study),
        title: questionnaire.title,
        organiser: settings.organiser,
        contact: settings.contact,
        paidWhen: settings.paidWhen,
        isOpen: openingOf(study, c.var.ports.clock.now()) === 'open',
        days,
        kept: retentionTexts(settings.retention, study.offers.length > 0, languageOf(c)),
        privacy: paths.privacy(slug),
        landing: paths.landing(slug),
        findings: paths.findings(slug),
        file: `${paths.trust(slug)}.json`,
      }),
    )
  })
  .get('/s/:study/trust.json', async (c) => {
    const [newest] = (await publishedFigures(c))?.days ?? []
    if (newest === undefined) return refuse(c, 'not_found')
    c.header('Cache-Control', 'public, max-age=300')
    return c.json(newest)
  })

/** The figures of the last days that the sweep has counted. */
async function publishedFigures(
  c: Context<AppEnv>,
): Promise<{ study: StudyWithOffers; days: PublishedFigures[] } | undefined> {
  const { ports } = c.var
  const study = await findStudyWithOffers(ports.db, c.req.param('study') ?? '', ports.clock.now())
  if (study === undefined) return undefined
  offerLanguages(c, study.settings.languages)
  const { readFigures } = await import('./count-trust.ts')
  return { study, days: await readFigures(ports, study.id, daysShown) }
}
