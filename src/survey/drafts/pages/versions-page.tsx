/** `/admin/studies/:slug/questionnaire`: what people are asked, the draft beside it, and every version there was. */
import type { Context } from 'hono'
import { type VersionsMessages, versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { DataTable, type TableColumn } from '../../../staff/frame/data-table.tsx'
import { figures } from '../../../staff/frame/figures.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { Study } from '../../studies/study.ts'
import type { Draft } from '../save.ts'
import { type ListedVersion, questionnairePath, sizeOf, when } from './listed-versions.ts'

export interface VersionsPageProps {
  c: Context<AppEnv>
  study: Study
  versions: readonly ListedVersion[]
  draft: Draft
  /** How often the draft differs from what people are asked, and what stops it from being published. */
  changes: number
  faults: number
  /** Whether somebody else saved the draft a short while ago. */
  isElsewhere: boolean
  may: { edit: boolean; publish: boolean; counts: boolean }
  notice: Notice | null
}

export function VersionsPage(props: VersionsPageProps) {
  const { c, study, versions, notice } = props
  const language = languageOf(c)
  const words = versionsMessages(language)
  const here = questionnairePath(study.slug)
  const live = versions.at(-1)
  const responses: TableColumn<ListedVersion> = {
    head: words.list.responses,
    is: 'number',
    cell: (one) => figures(one.responses),
  }
  return (
    <StaffPage c={c} title={words.title} study={study.questionnaire.title[language]}>
      <NoticeLine notice={notice} />
      {live !== undefined && (
        <>
          <h2>{words.live.title}</h2>
          <p>
            {words.live.about({
              n: String(live.n),
              when: when(live.publishedAt, language),
              who: live.publisher ?? words.system,
              ...sizeOf(study.questionnaire),
            })}
          </p>
        </>
      )}
      {props.may.edit && <DraftCard {...props} words={words} />}
      <h2>{words.list.title}</h2>
      <DataTable
        language={language}
        label={words.list.title}
        rows={versions.toReversed()}
        empty=""
        columns={[
          {
            head: words.list.version,
            is: 'name',
            cell: ({ n, version }) => (
              <>
                {n} <code>{version.slice(0, 8)}</code>{' '}
                {n === live?.n && <span class="badge good">{words.list.now}</span>}
              </>
            ),
          },
          { head: words.list.kind, cell: (one) => <Kind one={one} versions={versions} words={words} here={here} /> },
          { head: words.list.published, is: 'when', cell: ({ publishedAt }) => when(publishedAt, language) },
          { head: words.list.by, cell: ({ publisher }) => publisher ?? words.system },
          { head: words.list.note, cell: ({ note }) => note },
          ...(props.may.counts ? [responses] : []),
          { head: words.list.files, cell: ({ version }) => <FileLinks here={here} of={version} words={words} /> },
        ]}
      />
    </StaffPage>
  )
}

const firstOf = (versions: readonly ListedVersion[], version: string) =>
  versions.find((one) => one.version === version)?.n ?? 1

interface KindProps {
  one: ListedVersion
  versions: readonly ListedVersion[]
  words: VersionsMessages
  here: string
}

/** What kind of version it is, whose data it shares, and what it changed. */
function Kind({ one, versions, words, here }: KindProps) {
  return (
    <>
      {words.kinds[one.kind]}
      {one.dataVersion !== one.version && (
        <span class="small"> {words.list.together({ n: String(firstOf(versions, one.dataVersion)) })}</span>
      )}
      {one.n > 1 && (
        <>
          <br />
          <a href={`${here}/compare?from=${one.n - 1}&to=${one.n}`}>{words.list.compare}</a>
        </>
      )}
    </>
  )
}

function FileLinks({ here, of, words }: { here: string; of: string; words: VersionsMessages }) {
  return (
    <>
      <a href={`${here}/files/${of}/xlsx`}>{words.files.xlsx}</a> ·{' '}
      <a href={`${here}/files/${of}/json`}>{words.files.json}</a>
      {of !== 'draft' && (
        <>
          {' · '}
          <a href={`${here}/files/${of}/codebook`}>{words.files.codebook}</a>
        </>
      )}
    </>
  )
}

/** The draft: where it stands, and what can be done with it. */
function DraftCard({
  c,
  study,
  draft,
  changes,
  faults,
  isElsewhere,
  may,
  words,
}: VersionsPageProps & { words: VersionsMessages }) {
  const language = languageOf(c)
  const here = questionnairePath(study.slug)
  const { savedBy, savedAt, revision } = draft
  const lastSave = { who: savedBy?.name ?? '', when: savedAt === null ? '' : when(savedAt, language) }
  const press = (way: 'undo' | 'redo' | 'discard', label: string, isPossible: boolean) =>
    isPossible && (
      <form method="post" action={`${here}/${way}`} class="press">
        <input type="hidden" name="revision" value={String(revision)} />
        <button class="button quiet" type="submit">
          {label}
        </button>
      </form>
    )
  return (
    <>
      <h2>{words.draft.title}</h2>
      {changes === 0 ? (
        <p>{words.draft.none}</p>
      ) : (
        <>
          {savedBy !== null && <p>{words.draft.about(lastSave)}</p>}
          <p>
            <a href={`${here}/compare?to=draft`}>{words.draft.changes({ count: changes })}</a>
            {' · '}
            <a href={`${here}/publish`}>{words.draft.faults({ count: faults })}</a>
          </p>
        </>
      )}
      {isElsewhere && <p class="notice wait">{words.draft.both(lastSave)}</p>}
      <div class="actions">
        <a class="button" href={`${here}/edit`}>
          {words.draft.edit}
        </a>{' '}
        <a class="button quiet" href={`${here}/upload`}>
          {words.draft.upload}
        </a>{' '}
        {may.publish && changes > 0 && (
          <a class="button quiet" href={`${here}/publish`}>
            {words.draft.publish}
          </a>
        )}{' '}
        {press('undo', words.draft.undo, draft.canUndo)} {press('redo', words.draft.redo, draft.canRedo)}{' '}
        {press('discard', words.draft.discard, changes > 0)}
      </div>
      <p class="small">
        <FileLinks here={here} of="draft" words={words} />
      </p>
    </>
  )
}
