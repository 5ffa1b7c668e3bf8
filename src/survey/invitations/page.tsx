import type { Context } from 'hono'
import { type PeopleMessages, peopleMessages } from '../../../messages/generated/studies/people.ts'
import { formatDate, formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { TextField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import type { TagRefusal } from '../sources/make-tag.ts'
import { TagsSection } from '../sources/page.tsx'
import type { SourceTag } from '../sources/store.ts'
import { type LinkState, type LinksRequest, mostLinks } from './make.ts'

export interface ListLine {
  id: string
  links: number
  hasGuardian: number
  expiresAt: string
  at: string
  by: string
}

interface ListsPageProps {
  c: Context<AppEnv>
  /** The study's title. */
  study: string
  slug: string
  here: string
  lists: readonly ListLine[]
  /** Whether the reader has reviewed responses of the study, and so may make no links. */
  hasReviewed: boolean
  typed: { wanted: LinksRequest; refused: 'count' | 'reviews' } | null
  tags: readonly SourceTag[]
  typedTag: { tag: string; refused: TagRefusal } | null
}

/** The lists of links of a study, and the form for more. */
export function ListsPage(props: ListsPageProps) {
  const { c, study, slug, here, lists, hasReviewed, typed, tags, typedTag } = props
  const language = languageOf(c)
  const words = peopleMessages(language).lists
  return (
    <StaffPage c={c} title={words.title} study={study}>
      {typed !== null && (
        <p class="notice bad" role="alert">
          {words.said[typed.refused]}
        </p>
      )}
      <p>{words.lead}</p>
      <DataTable
        language={language}
        label={words.title}
        rows={lists}
        sortedIn={c}
        empty={words.none}
        columns={[
          {
            head: words.made,
            is: 'name',
            key: { name: 'made', of: ({ at }) => at },
            cell: ({ id, at }) => <a href={`${here}/${id}`}>{formatDateTime(at, language)}</a>,
          },
          { head: words.by, key: { name: 'by', of: ({ by }) => by }, cell: ({ by }) => by },
          {
            head: words.links,
            is: 'number',
            key: { name: 'links', of: ({ links }) => links },
            cell: ({ links, hasGuardian }) => (hasGuardian === 1 ? `${links} (${words.withGuardian})` : String(links)),
          },
          { head: words.until, is: 'when', cell: ({ expiresAt }) => formatDate(expiresAt, language) },
        ]}
      />
      <h2>{words.make}</h2>
      {hasReviewed ? <p class="note">{words.reviewed}</p> : <LinksForm here={here} typed={typed} words={words} />}
      <TagsSection language={language} slug={slug} tags={tags} typed={typedTag} />
    </StaffPage>
  )
}

type LinksFormProps = Pick<ListsPageProps, 'here' | 'typed'> & { words: PeopleMessages['lists'] }

function LinksForm({ here, typed, words }: LinksFormProps) {
  return (
    <>
      <p>{words.duty}</p>
      <form method="post" action={here}>
        <TextField
          name="count"
          label={words.count}
          hint={words.countHint({ most: mostLinks })}
          value={typed === null ? '' : String(typed.wanted.count)}
          class="short"
        />
        <TextField
          name="days"
          label={words.days}
          hint={words.daysHint}
          value={typed === null ? '90' : String(typed.wanted.days)}
          class="short"
        />
        <p>
          <label>
            <input type="checkbox" name="guardian" value="yes" checked={typed?.wanted.hasGuardian} /> {words.guardian}
          </label>
        </p>
        <p class="actions">
          <button class="button" type="submit">
            {words.button}
          </button>
        </p>
      </form>
    </>
  )
}

interface ListPageProps {
  c: Context<AppEnv>
  here: string
  list: { id: string; at: string; links: number }
  links: readonly { n: number; state: LinkState }[]
  /** The first number of the page before and after; null where there is none. */
  before: number | null
  after: number | null
}

/** The links of one list by number: whom to remind, without who they are. */
export function InvitationListPage({ c, here, list, links, before, after }: ListPageProps) {
  const language = languageOf(c)
  const words = peopleMessages(language).lists
  const page = (from: number) => `${here}/${list.id}?from=${from}`
  return (
    <StaffPage
      c={c}
      title={words.listTitle({ at: formatDateTime(list.at, language) })}
      crumbs={[{ href: here, label: words.title }]}
    >
      <p>{words.remind}</p>
      <DataTable
        language={language}
        label={words.links}
        rows={links}
        empty={words.none}
        columns={[
          { head: words.number, is: 'name', cell: ({ n }) => String(n) },
          { head: words.state, cell: ({ state }) => words.states[state] },
        ]}
      />
      <p class="actions">
        {before !== null && <a href={page(before)}>{words.previous}</a>}{' '}
        {after !== null && <a href={page(after)}>{words.next}</a>}
      </p>
    </StaffPage>
  )
}
