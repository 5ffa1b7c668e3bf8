/** `/admin/studies/:slug/exports/:id`: what a file is of, how far it is written, and whether its data still stands. */
import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type FilesMessages, filesMessages } from '../../../messages/generated/insights/files.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { Fact } from '../../platform/http/fact.tsx'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DownloadButton } from '../../staff/frame/download.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import type { Filter } from '../insights/filter/filter.ts'
import type { Export } from './export.ts'
import { formatName } from './format-name.ts'
import type { ExportFormat } from './formats/format.ts'

interface ExportPageProps {
  c: Context<AppEnv>
  title: string
  /** The address of the list. */
  list: string
  of: Export
  by: string
  format: ExportFormat
  filter: Filter
  /** Its clauses in words. */
  filtered: readonly string[]
  /** By what it is weighted, in words; null for a file without weights. */
  weighted: string | null
  /** Whether its weights cannot be found any more. */
  lacksWeights: boolean
  /** Whether its bytes are still those that were hashed; null before they were. */
  stands: boolean | null
  /** How many have been withdrawn since, of all from which it was chosen: which of them it had is not kept. */
  withdrawn: number
  /** The variables of which a label is not there in full. */
  cut: readonly string[]
  /** Whether it is too much to be taken before it is written to its end, or once its data has changed. */
  isTakenLater: boolean
  /** Whether a step of the first pass is short enough to be waited for. */
  mayGoOn: boolean
}

export function ExportPage({
  c,
  title,
  list,
  of,
  by,
  format,
  filter,
  filtered,
  weighted,
  lacksWeights,
  stands,
  withdrawn,
  cut,
  isTakenLater,
  mayGoOn,
}: ExportPageProps) {
  const language = languageOf(c)
  const words = filesMessages(language)
  const here = `${list}/${of.id}`
  const when = formatDateTime(of.madeAt, language)
  return (
    <StaffPage
      c={c}
      title={words.one({ when })}
      study={title}
      crumbs={[{ href: list, label: words.title }]}
      scripts={stands === null ? [assetUrls(c.var.ports.assets).live] : []}
    >
      {stands === null && <Progress of={of} here={here} mayGoOn={mayGoOn} words={words} />}
      <Facts
        of={of}
        by={by}
        format={format}
        filter={filter}
        filtered={filtered}
        weighted={weighted}
        language={language}
      />
      <p>{words.withdrawn({ count: withdrawn })}</p>
      {stands !== null && <p class={stands ? undefined : 'notice wait'}>{stands ? words.stands : words.changed}</p>}
      {lacksWeights && (
        <p class="notice bad" role="alert">
          {words.noWeights}
        </p>
      )}
      {cut.length > 0 && (
        <details>
          <summary>{words.cut({ count: cut.length })}</summary>
          <p class="small break">{cut.join(', ')}</p>
        </details>
      )}
      {isTakenLater ? (
        <p>{words.takenLater}</p>
      ) : (
        <>
          <div class="actions">
            <DownloadButton action={`${here}/file`}>{words.download}</DownloadButton>
          </div>
          <p class="hint">{words.downloadHint}</p>
        </>
      )}
    </StaffPage>
  )
}

interface ProgressProps extends Pick<ExportPageProps, 'of' | 'mayGoOn'> {
  /** The address of this export. */
  here: string
  words: FilesMessages
}

/** How far the first pass over it has come; the page's script reads it anew. */
function Progress({ of, here, mayGoOn, words }: ProgressProps) {
  return (
    <section class="note">
      <div data-part="progress">
        <p role="status">{words.progress({ written: figures(of.written), records: figures(of.records) })}</p>
        {of.records > 0 && <progress max={of.records} value={of.written} aria-label={words.state} />}
      </div>
      <p id="live-says" data-every="4000" data-changed="" data-paused="" hidden />
      {mayGoOn ? (
        <form method="post" action={`${here}/steps`}>
          <p class="actions">
            <button class="button quiet small" type="submit">
              {words.goOn}
            </button>
          </p>
        </form>
      ) : (
        <p class="small">{words.tooLarge}</p>
      )}
    </section>
  )
}

interface FactsProps extends Pick<ExportPageProps, 'of' | 'by' | 'format' | 'filter' | 'filtered' | 'weighted'> {
  language: Language
}

/** Of what it is: its format and version, whose answers, and by when and whom it was asked for. */
function Facts({ of, by, format, filter, filtered, weighted, language }: FactsProps) {
  const words = filesMessages(language)
  const { facts } = words
  return (
    <dl class="facts">
      <Fact name={facts.format}>
        {formatName(format, words)}
        {of.language !== null && (
          <>
            {' '}
            · <span lang={of.language}>{commonMessages(of.language).name}</span>
          </>
        )}
      </Fact>
      <Fact name={facts.version}>
        {of.parts.map(({ dataVersion }) => (
          <>
            <code>{dataVersion.slice(0, 8)}</code>{' '}
          </>
        ))}
      </Fact>
      <Fact name={facts.base}>
        {of.everybody ? facts.everybody : filter.held === 'in' ? facts.complete : facts.completeBut}
      </Fact>
      <Fact name={facts.filter}>{filtered.length === 0 ? facts.noFilter : filtered.join(' · ')}</Fact>
      {weighted !== null && (
        <Fact name={facts.weights}>
          {weighted}
          <br />
          <span class="small">{words.weighs[format.countsOnly ? 'counted' : (format.weights ?? 'column')]}</span>
        </Fact>
      )}
      <Fact name={facts.n}>{figures(of.records)}</Fact>
      <Fact name={facts.made}>{formatDateTime(of.madeAt, language)}</Fact>
      <Fact name={facts.by}>{by}</Fact>
      <Fact name={facts.size}>{of.sha256 === null ? facts.hashLater : figures(of.bytes)}</Fact>
      <Fact name={facts.hash}>{of.sha256 === null ? facts.hashLater : <code class="break">{of.sha256}</code>}</Fact>
    </dl>
  )
}
