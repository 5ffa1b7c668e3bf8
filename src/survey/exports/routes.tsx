/** `/admin/studies/:slug/exports`: answers as files. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { exportsMessages } from '../../../messages/generated/exports.ts'
import { type FilesMessages, filesMessages } from '../../../messages/generated/insights/files.ts'
import { languageSchema } from '../../../schema/shapes/text.ts'
import { first } from '../../platform/db/together.ts'
import { field, normalizeText, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { around } from '../../staff/frame/address.ts'
import { DownloadPage } from '../../staff/frame/download.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { pageByTime } from '../../staff/frame/sorting.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { filterFromQuery, filterToQuery } from '../insights/filter/filter.ts'
import { filterWords } from '../insights/filter/subjects.ts'
import { themesOfStudy } from '../insights/texts/themes.ts'
import { marginSetName } from '../insights/weights/bar.tsx'
import type { Study } from '../studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../studies/study-in-address.ts'
import { type StudyVersion, sameData, versionsOfStudy } from '../studies/versions.ts'
import { askedVersions } from './asked-versions.ts'
import { exportFile, nameOfFile } from './download.ts'
import { type Export, exportsPath } from './export.ts'
import { ExportPage } from './export-page.tsx'
import { filteredOf } from './filtered.ts'
import { csv } from './formats/csv.ts'
import { csvLabels } from './formats/csv-labels.ts'
import { exportFormats, formatOf } from './formats/index.ts'
import { type ChosenFile, ExportsPage, type VersionChoice } from './list-page.tsx'
import { type AskedExport, hasTaken, isTooLargeHere, lacksWeights, makeExport, packAll, takeExport } from './make.ts'
import { openExport, selectionOfExport } from './open-export.ts'
import { goOn, isBeyondRequest, mostRecords } from './pass.ts'
import * as store from './store.ts'
import { setOfExport } from './weights.ts'

const address = '/admin/studies/:slug/exports'
const onAPage = 50
/** So long a press waits for the file, and so large may one be that is written whole meanwhile. */
const pressMs = 2_000
const mostInAPress = 5_000

const listSchema = z.object({ before: z.string().max(60).optional(), after: z.string().max(60).optional() })
type Listed = Parameters<typeof store.exportOf>[0] & { by: string }
/** The address of before there were exports: codes unless a language is named; the study's version unless another is. */
const fileSchema = z.object({ version: z.hash('sha256').optional(), labels: languageSchema.optional() })

export const exportRoutes = new Hono<AppEnv>()
  .get(address, needs('responses.export', studyIdInAddress), addressed('query', listSchema), async (c) => {
    const study = await studyInAddress(c)
    return study === undefined ? refuse(c, 'not_found') : showList(c, study, null)
  })
  .post(address, needs('responses.export', studyIdInAddress), async (c) => {
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const held = field(posted, 'held') === 'out' ? 'out' : 'in'
    const filter = { ...filterFromQuery(new URLSearchParams(field(posted, 'filter') ?? '')), held } as const
    const chosen: ChosenFile = {
      version: field(posted, 'version') ?? '',
      format: field(posted, 'format') ?? '',
      language: field(posted, 'language') ?? '',
      held,
      everybody: field(posted, 'everybody') === 'yes',
      filter: filterToQuery({ ...filter, held: 'in' }),
    }
    const format = formatOf(chosen.format)
    const language = languageSchema.safeParse(chosen.language).data ?? languageOf(c)
    if (format === undefined || !may(staffOf(c), format.permission, study.id)) {
      return showList(c, study, { chosen, refused: 'format' })
    }
    const version = chosen.version === '' ? null : chosen.version
    if (version !== null && !(await hasAsked(c, study, version))) {
      return showList(c, study, { chosen, refused: 'version' })
    }
    const of =
      format.isOfEverybody === true
        ? { version: null, filter: '', everybody: true }
        : { version, filter: filterToQuery(filter), everybody: chosen.everybody }
    const asked: AskedExport = { ...of, format: format.id, language: format.hasLanguage ? language : null }
    if (!(await packAll(c.var.ports, study))) return showList(c, study, { chosen, refused: 'places' })
    if (await lacksWeights(c.var.ports, study, asked)) return showList(c, study, { chosen, refused: 'weights' })
    if (await isTooLargeHere(c.var.ports, study, asked)) return showList(c, study, { chosen, refused: 'large' })
    const id = await makeExport(c.var.ports, staffOf(c), study, asked)
    await goOn(c.var.ports, study, id, pressMs, mostInAPress)
    return c.redirect(`${exportsPath(study.slug)}/${id}`, 303)
  })
  .get(`${address}/:id`, needs('responses.export', studyIdInAddress), async (c) => {
    const found = await exportInAddress(c)
    if (found === undefined) return refuse(c, 'not_found')
    const { study, row, format } = found
    const { db } = c.var.ports
    const opened = await openExport(c.var.ports, study, row)
    const selection = await selectionOfExport(c.var.ports, opened)
    const { stamp, lacksWeights } = selection
    const withdrawn = await Promise.all(
      row.parts.map((part) => first(db, store.countWithdrawnSince({ ...part, studyId: study.id, since: row.madeAt }))),
    )
    return c.html(
      <ExportPage
        c={c}
        title={study.questionnaire.title[languageOf(c)]}
        list={exportsPath(study.slug)}
        of={row}
        by={(await first(db, store.nameOfStaff({ id: row.madeBy })))?.name ?? ''}
        format={format}
        filter={opened.filter}
        filtered={filterWords(
          { ...opened.filtered.said, themes: await themesOfStudy(db, study.id) },
          opened.filtered.said.filter,
          languageOf(c),
        )}
        weighted={opened.weights && marginSetName(opened.weights.set, languageOf(c))}
        lacksWeights={lacksWeights}
        stands={row.sha256 === null ? null : stamp === row.stamp}
        withdrawn={withdrawn.reduce((sum, one) => sum + (one?.count ?? 0), 0)}
        cut={row.language === null ? [] : (format.cut?.(opened.dictionary, row.language) ?? [])}
        isTakenLater={(row.sha256 === null || stamp !== row.stamp) && isBeyondRequest(db, opened, selection)}
        mayGoOn={format.byRecord || row.records <= mostInAPress}
      />,
    )
  })
  .post(`${address}/:id/steps`, needs('responses.export', studyIdInAddress), async (c) => {
    const found = await exportInAddress(c)
    if (found === undefined) return refuse(c, 'not_found')
    const { study, row } = found
    await goOn(c.var.ports, study, row.id, pressMs, mostInAPress)
    return c.redirect(`${exportsPath(study.slug)}/${row.id}`, 303)
  })
  .post(`${address}/:id/file`, needs('responses.export', studyIdInAddress), async (c) => {
    const found = await exportInAddress(c)
    if (found === undefined) return refuse(c, 'not_found')
    await takeExport(c.var.ports, staffOf(c), found.row)
    return c.redirect(`${exportsPath(found.study.slug)}/${found.row.id}/file`, 303)
  })
  .get(`${address}/:id/file`, needs('responses.export', studyIdInAddress), async (c) => {
    const found = await exportInAddress(c)
    if (found === undefined) return refuse(c, 'not_found')
    const { study, row } = found
    // Reading an address never writes, so whoever has not said lately that they take it finds the button.
    if (!(await hasTaken(c.var.ports, staffOf(c), row))) return c.redirect(`${exportsPath(study.slug)}/${row.id}`, 303)
    const opened = await openExport(c.var.ports, study, row)
    return exportFile(c, nameOfFile(study.slug, opened), row, opened)
  })
  .get(
    '/admin/studies/:slug/responses.csv',
    needs('responses.export', studyIdInAddress),
    addressed('query', fileSchema),
    async (c) => {
      const file = await fileAskedFor(c, c.req.valid('query'))
      if (file === undefined) return refuse(c, 'not_found')
      const label = exportsMessages(languageOf(c)).download
      return c.html(<DownloadPage c={c} name={file.name} label={label} />)
    },
  )
  .post(
    '/admin/studies/:slug/responses.csv',
    needs('responses.export', studyIdInAddress),
    addressed('query', fileSchema),
    async (c) => {
      const { ports } = c.var
      const file = await fileAskedFor(c, c.req.valid('query'))
      if (file === undefined) return refuse(c, 'not_found')
      const { study, asked } = file
      if (!(await packAll(ports, study))) {
        const chosen = { ...asked, language: asked.language ?? languageOf(c), held: 'in' } as const
        return showList(c, study, { chosen, refused: 'places' })
      }
      const id = await makeExport(ports, staffOf(c), study, asked)
      const made = await first(ports.db, store.exportById({ id, studyId: study.id }))
      if (made === undefined) return refuse(c, 'not_found')
      const row = store.exportOf(made)
      await takeExport(ports, staffOf(c), row)
      const opened = await openExport(ports, study, row)
      return exportFile(c, nameOfFile(study.slug, opened), row, opened)
    },
  )

/** The export of the address, with its study and format; undefined where there is none for whoever asks. */
async function exportInAddress(c: Context<AppEnv>) {
  const study = await studyInAddress(c)
  if (study === undefined) return undefined
  const id = normalizeText(c.req.param('id') ?? '')
  const found = await first(c.var.ports.db, store.exportById({ id, studyId: study.id }))
  const row: Export | undefined = found && store.exportOf(found)
  const format = row && formatOf(row.format)
  if (row === undefined || format === undefined || !may(staffOf(c), format.permission, study.id)) return undefined
  return { study, row, format }
}

async function hasAsked(c: Context<AppEnv>, study: Study, version: string): Promise<boolean> {
  const { db } = c.var.ports
  if (version === study.version) return true
  const asked = await db.read(versionsOfStudy({ studyId: study.id }))
  if (asked.some((one) => one.version === version)) return true
  return (await first(db, store.versionOfStudy({ studyId: study.id, version }))) !== undefined
}

/** The study, what is asked for and the name of its file; undefined when there is no such study or version. */
async function fileAskedFor(c: Context<AppEnv>, { version, labels }: z.infer<typeof fileSchema>) {
  const study = await studyInAddress(c)
  if (study === undefined || (version !== undefined && !(await hasAsked(c, study, version)))) return undefined
  const format = labels === undefined ? csv : csvLabels
  const asked = { version: version ?? study.version, language: labels ?? null, filter: '', everybody: true }
  const { dataVersion } = sameData(await c.var.ports.db.read(versionsOfStudy({ studyId: study.id })), asked.version)
  const name = nameOfFile(study.slug, { format, language: asked.language, parts: [{ dataVersion }] })
  return { study, asked: { ...asked, format: format.id }, name }
}

async function showList(
  c: Context<AppEnv>,
  study: Study,
  typed: { chosen: ChosenFile; refused: keyof FilesMessages['refused'] } | null,
) {
  const { db } = c.var.ports
  const query = new URL(c.req.url).searchParams
  const asked = await db.read(versionsOfStudy({ studyId: study.id }))
  const live = sameData(asked, study.version).dataVersion
  const versions = versionChoices(asked, live)
  const named = versions.find(({ ns }) => ns.includes(Number(query.get('v'))))
  const filter = filterFromQuery(query)
  const chosen = typed?.chosen ?? {
    version: named?.version ?? live,
    format: 'csv',
    language: languageOf(c),
    held: filter.held,
    everybody: false,
    filter: filterToQuery({ ...filter, held: 'in' }),
  }
  const asks = { before: query.get('before') ?? undefined, after: query.get('after') ?? undefined }
  const listed = await pageByTime<Listed>(c, asks, onAPage, {
    keyOf: ({ id }) => id,
    read: (way, from, limit) => {
      const [read, end] = way === 'behind' ? [store.exportsBehind, '~'] : [store.exportsAhead, '']
      return db.read(read({ studyId: study.id, from: from ?? end, limit }))
    },
  })
  const page = (
    <ExportsPage
      c={c}
      study={{ title: study.questionnaire.title[languageOf(c)], version: live }}
      here={exportsPath(study.slug)}
      formats={exportFormats.filter(({ permission }) => may(staffOf(c), permission, study.id))}
      versions={versions}
      exports={listed.rows.map((row) => ({ ...store.exportOf(row), by: row.by }))}
      pages={around(c, listed)}
      chosen={chosen}
      filtered={await filteredWords(c, study, asked, chosen)}
      refused={typed && refusedWords(c, typed.refused, chosen.format)}
    />
  )
  return c.html(page, typed === null ? 200 : 422)
}

function refusedWords(c: Context<AppEnv>, why: keyof FilesMessages['refused'], id: string): string {
  const [words, format] = [filesMessages(languageOf(c)).refused, formatOf(id)]
  if (why !== 'large') return words[why]
  return words.large({ most: format === undefined ? '' : figures(mostRecords(c.var.ports.db, format)) })
}

/** The one asked now first, then the newest. */
function versionChoices(asked: readonly StudyVersion[], live: string): VersionChoice[] {
  const others = asked.map(({ dataVersion }) => dataVersion).toReversed()
  return [...new Set([live, ...others])].map((version) => ({
    version,
    ns: asked.filter(({ dataVersion }) => dataVersion === version).map(({ n }) => n),
  }))
}

/** The filter in words, as the version that is chosen has them, or else the one whose codes it names, or that is asked now. */
async function filteredWords(
  c: Context<AppEnv>,
  study: Study,
  asked: readonly StudyVersion[],
  { filter: text, version }: ChosenFile,
): Promise<string[]> {
  if (text === '') return []
  const filter = filterFromQuery(new URLSearchParams(text))
  const named = asked.find(({ n }) => n === filter.of)?.version ?? study.version
  const versions = await askedVersions(c.var.ports.db, asked, version === '' ? named : version)
  const { said: own } = await filteredOf(c.var.ports, study, asked, filter, versions)
  const themes = await themesOfStudy(c.var.ports.db, study.id)
  const set = await setOfExport(c.var.ports, study.id, filter.weight)
  const filterText = filterWords({ ...own, themes }, own.filter, languageOf(c))
  return set === null ? filterText : [...filterText, marginSetName(set, languageOf(c))]
}
