import type { Context } from 'hono'
import { raw } from 'hono/html'
import { liveMessages } from '../../../messages/generated/insights/live.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { CopyCode } from '../../platform/http/copy-code.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { TextField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { mostTags, type TagRefusal } from './make-tag.ts'
import type { SourceTag } from './store.ts'

/** Where the tags of a study are made. */
export const tagsPath = (slug: string) => `/admin/studies/${slug}/sources`

interface TagsSectionProps {
  language: Language
  slug: string
  tags: readonly SourceTag[]
  typed: { tag: string; refused: TagRefusal } | null
}

/** Links for posters and posts, with the form for one more: by its tag a study knows which of them people came by. */
export function TagsSection({ language, slug, tags, typed }: TagsSectionProps) {
  const words = liveMessages(language).sources
  return (
    <section aria-labelledby="tags">
      <h2 id="tags">{words.title}</h2>
      <p>{words.lead}</p>
      <DataTable
        language={language}
        label={words.title}
        rows={tags}
        empty={words.none}
        columns={[
          {
            head: words.tag,
            is: 'name',
            cell: ({ tag }) => <a href={`${tagsPath(slug)}/${tag}`}>{tag}</a>,
          },
        ]}
      />
      <form method="post" action={tagsPath(slug)}>
        <TextField
          name="tag"
          label={words.make}
          hint={words.hint}
          error={typed === null ? undefined : refusedWords(words, typed.refused)}
          value={typed?.tag ?? ''}
        />
        <p class="actions">
          <button class="button quiet" type="submit">
            {words.button}
          </button>
        </p>
      </form>
    </section>
  )
}

type Words = ReturnType<typeof liveMessages>['sources']

const refusedWords = ({ refused }: Words, why: TagRefusal) =>
  why === 'many' ? refused.many({ most: mostTags }) : refused[why]

interface TagPageProps {
  c: Context<AppEnv>
  /** The page of the links of its study. */
  list: { href: string; label: string }
  tag: string
  link: string
  /** What a camera reads, as SVG. */
  qr: string
}

/** One link, to be copied or photographed. */
export function TagPage({ c, list, tag, link, qr }: TagPageProps) {
  const language = languageOf(c)
  const words = liveMessages(language).sources
  return (
    <StaffPage c={c} title={tag} crumbs={[list]}>
      <p>{words.copy}</p>
      <CopyCode language={language} text={link} label={words.link} plain />
      <div class="qr-code" role="img" aria-label={words.qr({ tag })}>
        {raw(qr)}
      </div>
    </StaffPage>
  )
}
