/** `/admin/studies/:slug/exports`: a form for a new file, and the files that were made. */
import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type FilesMessages, filesMessages } from '../../../messages/generated/insights/files.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../../staff/frame/address.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { ChoiceField } from '../../staff/frame/field.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { sortByTime } from '../../staff/frame/sorting.ts'
import type { Export } from './export.ts'
import { formatName } from './format-name.ts'
import type { ExportFormat } from './formats/format.ts'

/** What is chosen in the form. */
export interface ChosenFile {
  /** '' for all versions. */
  version: string
  format: string
  language: string
  held: 'in' | 'out'
  everybody: boolean
  /** What is asked of answers, as an address has it; '' for nothing. */
  filter: string
}

/** Versions whose answers are the same data: the first of them, and the numbers of all. */
export interface VersionChoice {
  version: string
  ns: readonly number[]
}

interface ExportsPageProps {
  c: Context<AppEnv>
  study: { title: string; version: string }
  here: string
  formats: readonly ExportFormat[]
  /** The one asked now first. */
  versions: readonly VersionChoice[]
  exports: readonly (Export & { by: string })[]
  pages: Around
  chosen: ChosenFile
  /** The filter that is chosen in words, part by part. */
  filtered: readonly string[]
  /** Why no export was made, in words. */
  refused: string | null
}

export function ExportsPage(props: ExportsPageProps) {
  const { c, study, here, formats, exports, pages, refused } = props
  const language = languageOf(c)
  const words = filesMessages(language)
  const names = new Map<string, string>(formats.map((format) => [format.id, formatName(format, words)]))
  return (
    <StaffPage c={c} title={words.title} study={study.title}>
      {refused !== null && (
        <p class="notice bad" role="alert">
          {refused}
        </p>
      )}
      <p>{words.about}</p>
      <h2>{words.new}</h2>
      <NewExport {...props} language={language} names={names} />
      <h2>{words.list}</h2>
      <DataTable
        language={language}
        label={words.list}
        rows={exports}
        empty={words.none}
        pages={pages}
        columns={[
          {
            head: words.made,
            is: 'name',
            sort: sortByTime(c),
            cell: ({ id, madeAt }) => <a href={`${here}/${id}`}>{formatDateTime(madeAt, language)}</a>,
          },
          { head: words.what, cell: (one) => names.get(one.format) ?? one.format },
          { head: words.by, cell: ({ by }) => by },
          { head: words.records, is: 'number', cell: ({ records }) => figures(records) },
          { head: words.size, is: 'number', cell: ({ sha256, bytes }) => (sha256 === null ? '–' : figures(bytes)) },
          { head: words.state, cell: (one) => stateOf(one, words) },
        ]}
      />
    </StaffPage>
  )
}

type NewExportProps = Pick<ExportsPageProps, 'study' | 'here' | 'versions' | 'chosen' | 'filtered'> & {
  language: Language
  /** Of formats, by their ids. */
  names: ReadonlyMap<string, string>
}

function NewExport(props: NewExportProps) {
  const { here, chosen, filtered, language, names } = props
  const words = filesMessages(language)
  return (
    <form method="post" action={here}>
      <ChoiceField name="version" label={words.version} value={chosen.version} options={versionOptions(props)} wide />
      <ChoiceField name="format" label={words.format} value={chosen.format} options={[...names]} wide />
      <ChoiceField
        name="language"
        label={words.language}
        hint={words.languageHint}
        value={chosen.language}
        options={languages.map((tag) => [tag, commonMessages(tag).name])}
      />
      <ChoiceField
        name="held"
        label={words.held}
        value={chosen.held}
        options={(['in', 'out'] as const).map((held) => [held, words.helds[held]])}
      />
      <p>
        <label>
          <input type="checkbox" name="everybody" value="yes" checked={chosen.everybody} /> {words.everybody}
        </label>
      </p>
      {chosen.filter !== '' && (
        <>
          <p>
            {words.filtered} <a href={here}>{words.unfiltered}</a>
          </p>
          <ul class="chips">
            {filtered.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
      <input type="hidden" name="filter" value={chosen.filter} />
      <p class="actions">
        <button class="button" type="submit">
          {words.make}
        </button>
      </p>
    </form>
  )
}

function versionOptions({ study, versions, language }: NewExportProps): [string, string][] {
  const words = filesMessages(language).versions
  const each = versions.map(({ version, ns }): [string, string] => {
    const numbers = { version: ns.join(commonMessages(language).listSeparator) }
    return [version, version === study.version ? words.live(numbers) : words.one(numbers)]
  })
  return versions.length > 1 ? [...each, ['', words.all]] : each
}

function stateOf({ sha256, written, records }: Export, { states }: FilesMessages): string {
  if (sha256 !== null) return states.whole
  return written === 0 ? states.waiting : states.written({ percent: Math.floor((written / records) * 100) })
}
