/** `/admin/studies/:slug/figures`: what whoever may see no single answer sees of them. */
import { Hono } from 'hono'
import * as z from 'zod'
import { first } from '../../../platform/db/together.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import type { AppEnv } from '../../../ports.ts'
import { needs } from '../../../staff/permissions/needs.ts'
import { askedVersions } from '../../exports/asked-versions.ts'
import { findQuestionnaire, questionnairesOf } from '../../studies/store.ts'
import { startFacts } from '../../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../../studies/study-in-address.ts'
import { sameData, versionsOfStudy } from '../../studies/versions.ts'
import { dictionaryOf } from '../../variables/dictionary.ts'
import { FiguresPage } from './page.tsx'
import { readSnapshot } from './snapshot.ts'
import { figuresOf } from './store.ts'
import { withheldColumns, withoutColumns } from './withheld.ts'

const hereSchema = z.object({
  version: z.hash('sha256').optional().catch(undefined),
  /** The group, by its place. */
  of: z.coerce.number().int().min(0).optional().catch(undefined),
})

export const figuresRoutes = new Hono<AppEnv>().get(
  '/admin/studies/:slug/figures',
  needs('aggregates.view', studyIdInAddress),
  addressed('query', hereSchema),
  async (c) => {
    const { db } = c.var.ports
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const { version = study.version, of = 0 } = c.req.valid('query')
    const asked = await db.read(versionsOfStudy({ studyId: study.id }))
    if (asked.every((one) => one.version !== version)) return refuse(c, 'not_found')
    const { dataVersion } = sameData(asked, version)
    const row = await first(db, figuresOf({ studyId: study.id, dataVersion }))
    const versions = await askedVersions(db, asked, version)
    const questionnaire = await findQuestionnaire(db, dataVersion)
    const withheld = withheldColumns(questionnaire, await questionnairesOf(db, asked))
    const snapshot = row?.document == null ? null : withoutColumns(readSnapshot(row.document), withheld)
    const others = [...new Set(asked.map((one) => one.dataVersion))].map((one) => ({
      n: Math.max(...asked.filter((it) => it.dataVersion === one).map(({ n }) => n)),
      version: one,
    }))
    return c.html(
      <FiguresPage
        c={c}
        study={study}
        dictionary={dictionaryOf(versions, startFacts(study.settings, study.opensAt))}
        questionnaire={questionnaire}
        versions={others}
        dataVersion={dataVersion}
        snapshot={snapshot}
        madeOn={row?.madeOn ?? null}
        of={of}
      />,
    )
  },
)
