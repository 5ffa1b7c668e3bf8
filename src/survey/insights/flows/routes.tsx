/** `/admin/studies/:slug/insights/flows`: from answer to answer, through two to four questions. */
import { Hono } from 'hono'
import * as z from 'zod'
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import { chartSvg } from '../../../platform/charts/chart.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { needs } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../studies/study-in-address.ts'
import type { Dictionary } from '../../variables/variable.ts'
import { insightsQueryOf } from '../asked.ts'
import type { OneAxis } from '../axes/axis.ts'
import { ChoiceForm } from '../axes/choice-form.tsx'
import { AxisField } from '../axes/field.tsx'
import { stagesOf, usualKeys } from '../axes/usual.ts'
import { chartDownload, keptOf, tableDownload } from '../downloads.ts'
import { ExportThese } from '../export-these.tsx'
import { insightsHere } from '../here.ts'
import { InsightsPage, WideChart } from '../insights-page.tsx'
import { picturedHere } from '../pictured.ts'
import { SavedHere } from '../saved/saved-here.tsx'
import { NotWeighted } from '../weights/bar.tsx'
import { flowsFile } from './file.ts'
import { flowOf } from './flow.ts'
import { Flows } from './page.tsx'
import { flowPicture } from './picture.ts'
import { readFlows } from './read-flows.ts'

const steps = ['step1', 'step2', 'step3', 'step4'] as const
const step = z.string().max(80).optional()
const querySchema = z.object({ step1: step, step2: step, step3: step, step4: step })
type Query = z.infer<typeof querySchema>

export const flowsRoutes = new Hono<AppEnv>().get(
  '/admin/studies/:slug/insights/flows',
  needs('insights.view', studyIdInAddress),
  addressed('query', querySchema),
  async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    const language = languageOf(c)
    const words = crossesMessages(language)
    const axes = stagesOf(here.dictionary)
    const stages = chosen(here.dictionary, axes, c.req.valid('query'))
    const counts = stages === null ? null : await readFlows(c.var.ports, insightsQueryOf(here), stages)
    const flow = stages === null || counts === null ? null : flowOf(stages, counts)
    const picture = stages === null || flow === null ? null : flowPicture(stages, flow, language)
    const stays = (stages ?? []).map(({ key }, at) => [steps[at] ?? 'step1', key] as const)
    return c.html(
      <InsightsPage
        c={c}
        here={here}
        title={words.flows.title}
        actions={<ExportThese c={c} here={here} />}
        kept={stays}
        {...(picture !== null && { shows: picture.title })}
        bar={<SavedHere c={c} here={here} kept={stays} />}
      >
        <NotWeighted here={here} language={language} />
        <ChoiceForm action={c.req.path} kept={keptOf(c.req.url, steps)} show={words.show}>
          {steps.map((name, at) => (
            <AxisField
              language={language}
              name={name}
              label={words.flows.step({ n: at + 1 })}
              axes={axes}
              value={stages?.[at]?.key ?? ''}
              {...(at > 1 && { nothing: words.flows.optional })}
            />
          ))}
        </ChoiceForm>
        {stages === null || counts === null || flow === null || picture === null ? (
          <p class="note">{words.flows.choose}</p>
        ) : flow.base === 0 ? (
          <p class="note">{words.flows.nobody}</p>
        ) : (
          <>
            <p class="actions no-print">
              {(['csv', 'svg'] as const).map((ending) => (
                <a class="button quiet small" href={fileOf(c.req.url, stages, ending)} download>
                  {words[ending]}
                </a>
              ))}
            </p>
            <WideChart label={words.flows.title} svg={await chartSvg(picture, 'flows')} />
            <p class="small">{words.flows.picturePart}</p>
            <Flows language={language} stages={stages} counts={counts} flow={flow} />
          </>
        )}
      </InsightsPage>,
    )
  },
)

// Sums, and nobody's answers: no entry in the audit trail says who took them away.
for (const ending of ['csv', 'svg'] as const) {
  flowsRoutes.get(
    `/admin/studies/:slug/insights/flows.${ending}`,
    needs('insights.view', studyIdInAddress),
    addressed('query', querySchema),
    async (c) => {
      const here = await insightsHere(c)
      if (here === undefined) return refuse(c, 'not_found')
      const stages = chosen(here.dictionary, stagesOf(here.dictionary), c.req.valid('query'))
      if (stages === null) return refuse(c, 'not_found')
      const counts = await readFlows(c.var.ports, insightsQueryOf(here), stages)
      const name = ['flows', here.study.slug, ...stages.map(({ key }) => key)].join('-')
      const language = languageOf(c)
      const notWeighted = here.filter.weight === undefined ? [] : [weightsMessages(language).notHere]
      const about = [...picturedHere(c, here), ...notWeighted]
      return ending === 'csv'
        ? tableDownload(c, name, flowsFile(stages, counts, language, about))
        : chartDownload(c, name, flowPicture(stages, flowOf(stages, counts), language), about)
    },
  )
}

/** The questions of the address, or the usual ones where it names none and they are asked; null where fewer than two are known. */
function chosen(dictionary: Dictionary, axes: readonly OneAxis[], query: Query): OneAxis[] | null {
  const named = steps.flatMap((name) => query[name] ?? [])
  const keys = named.length > 0 ? named : usualKeys(dictionary)
  const found = [...new Set(keys)].flatMap((key) => axes.find((axis) => axis.key === key) ?? [])
  return found.length < 2 ? null : found
}

function fileOf(url: string, stages: readonly OneAxis[], ending: string): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete('lang')
  for (const [at, { key }] of stages.entries()) searchParams.set(steps[at] ?? 'step1', key)
  return `${pathname}.${ending}?${searchParams}`
}
