/** An export with all that it is written from. */
import type { Text } from '../../../schema/questionnaire.ts'
import { languageSchema } from '../../../schema/shapes/text.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import type { Ports } from '../../ports.ts'
import type { Filter } from '../insights/filter/filter.ts'
import { filterFromQuery } from '../insights/filter/filter.ts'
import { marginSetName } from '../insights/weights/bar.tsx'
import { axesOfVersion, versionOfSet } from '../insights/weights/set-version.ts'
import type { Quota } from '../quotas/quota.ts'
import { findQuestionnaire } from '../studies/store.ts'
import { type Study, type StudyAbout, startFacts } from '../studies/study.ts'
import { versionsOfStudy } from '../studies/versions.ts'
import { dictionaryOf } from '../variables/dictionary.ts'
import type { AskedVersion, Dictionary } from '../variables/variable.ts'
import type { Export } from './export.ts'
import { type Filtered, filteredOf } from './filtered.ts'
import type { ExportFormat } from './formats/format.ts'
import { formatOf } from './formats/index.ts'
import { readRecords } from './read-records.ts'
import { type Selection, selectionOf } from './selection.ts'
import { type ExportWeights, setOfExport, weightsOfExport } from './weights.ts'

type What = Pick<Export, 'studyId' | 'format' | 'language' | 'filter' | 'everybody' | 'parts' | 'madeAt'>

export interface OpenExport extends Pick<What, 'studyId' | 'everybody' | 'parts' | 'madeAt'> {
  format: ExportFormat
  language: NonNullable<What['language']> | null
  title: Text
  organiser: Text
  about: StudyAbout | null
  filter: Filter
  filtered: Filtered
  versions: readonly AskedVersion[]
  quotas: readonly Quota[]
  dictionary: Dictionary
  /** Null for a file without weights. */
  weights: ExportWeights | null
}

/**
 * What an export is of, as the study is now.
 * @throws Error for a format that there is no more
 */
export async function openExport({ db }: Pick<Ports, 'db'>, study: Study, what: What): Promise<OpenExport> {
  const format = formatOf(what.format)
  if (format === undefined) throw new Error(`There is no format ${what.format}.`)
  const asked = await db.read(versionsOfStudy({ studyId: what.studyId }))
  const versions = await Promise.all(
    what.parts.flatMap(({ dataVersion, versions: same }) =>
      same.map(async (version) => ({
        // A version from before versions were listed has no number.
        n: asked.find((known) => known.version === version)?.n ?? 0,
        version,
        dataVersion,
        questionnaire: await findQuestionnaire(db, version),
      })),
    ),
  )
  const { quotas } = study.settings
  const filter = filterFromQuery(new URLSearchParams(format.isOfEverybody === true ? '' : what.filter))
  const set = await setOfExport({ db }, what.studyId, filter.weight)
  const [only, ...others] = what.parts
  const isOfOne = only !== undefined && others.length === 0
  const keptFor =
    set === null || !isOfOne
      ? null
      : await axesOfVersion({ db }, study, asked, versionOfSet(set, asked), only.dataVersion)
  const label = set && inEachLanguage((language) => marginSetName(set, language))
  const dictionary = dictionaryOf(versions, startFacts(study.settings, study.opensAt), quotas, label)
  return {
    ...what,
    format,
    language: format.hasLanguage ? languageSchema.parse(what.language) : null,
    title: study.questionnaire.title,
    organiser: study.settings.organiser,
    about: study.settings.about ?? null,
    everybody: what.everybody || format.isOfEverybody === true,
    filter,
    filtered: await filteredOf({ db }, study, asked, filter, versions),
    versions,
    quotas,
    dictionary,
    weights: set && weightsOfExport(set, isOfOne ? dictionary : null, keptFor),
  }
}

/** Who is in it now, and how each stands. */
export const selectionOfExport = (ports: Pick<Ports, 'db' | 'keys'>, opened: OpenExport): Promise<Selection> =>
  selectionOf(ports, opened)

/** Where a pass goes on, and what it tells of its way. */
interface Way {
  /** The export reference behind which it goes on, of a format that is `byRecord`; '' for the whole file. */
  after?: string
  /** Called with each batch when it is read: how many records it has, and the reference behind which the next begins. */
  onBatch?: (records: number, behind: string) => void
  /** Ends it before the next batch: of some formats all records are read before the first piece is there. */
  signal?: AbortSignal
}

/** The file piece by piece. */
export function writeExport(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  opened: OpenExport,
  selection: Pick<Selection, 'records' | 'has'> & Partial<Pick<Selection, 'weightAt'>>,
  { after = '', onBatch = () => undefined, signal }: Way = {},
): AsyncGenerator<Uint8Array | string> {
  const { format, dictionary, language, title, organiser, about, madeAt } = opened
  // A format may go through them more than once, and then they are read again.
  async function* batches() {
    for await (const batch of readRecords(ports, { ...opened, ...selection }, after)) {
      signal?.throwIfAborted()
      onBatch(batch.records.length, batch.behind)
      yield batch
    }
  }
  return format.write(
    dictionary,
    { [Symbol.asyncIterator]: batches },
    {
      language,
      title,
      organiser,
      about,
      at: madeAt,
      count: selection.records,
      isContinued: after !== '',
      db: ports.db,
    },
  )
}
