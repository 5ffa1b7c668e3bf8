/** The filters of a study that somebody gave a name. */
import type { Context } from 'hono'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { formatDate, leadIn } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { DataTable } from '../../../staff/frame/data-table.tsx'
import { controlAttributes, Field, mustBeFilled } from '../../../staff/frame/field.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { Filter } from '../filter/filter.ts'
import { clauseWords, type FilterSubject } from '../filter/subjects.ts'
import { ChangeForm } from './change-form.tsx'
import type { SavedFilterHere } from './here.ts'
import { longestFilterName } from './named.ts'
import { SaveForm } from './save-form.tsx'

interface SavedPageProps {
  c: Context<AppEnv>
  study: { slug: string; title: string }
  saved: readonly SavedFilterHere[]
  subjects: readonly FilterSubject[]
  notice: Notice | null
  /** One that was just taken away, to be brought back. */
  removed: string | null
  /** What was typed and not saved: whose name, or the filter that was to be saved. */
  typed: { id: string | null; name: string; query: string; error: string } | null
}

export function SavedFiltersPage({ c, study, saved, subjects, notice, removed, typed }: SavedPageProps) {
  const language = languageOf(c)
  const words = questionsMessages(language).saved
  const insights = `/admin/studies/${study.slug}/insights`
  const here = `${insights}/filters`
  return (
    <StaffPage c={c} title={words.title} study={study.title}>
      <NoticeLine notice={notice} />
      {removed !== null && (
        <ChangeForm action={here} id={removed} way="restore" label={words.restore} class="actions" />
      )}
      {typed !== null && typed.id === null && (
        <SaveForm action={here} query={typed.query} language={language} typed={typed} />
      )}
      <DataTable
        language={language}
        label={words.title}
        rows={saved}
        empty={words.none}
        columns={[
          {
            head: words.name,
            is: 'name',
            cell: ({ name, query }) => (
              <a href={`${insights}?${query}`} lang="">
                {name}
              </a>
            ),
          },
          {
            head: words.what,
            cell: ({ filter }) => filterWords(subjects, filter, language).map((line) => <div>{line}</div>),
          },
          {
            head: words.author,
            cell: ({ madeBy, madeAt }) => words.by({ who: madeBy ?? '', day: formatDate(madeAt, language) }),
          },
          {
            head: words.change,
            cell: ({ id, name }) => (
              <>
                <RenameForm action={here} id={id} name={name} typed={typed?.id === id ? typed : null} words={words} />
                <ChangeForm action={here} id={id} way="remove" label={words.remove} />
              </>
            ),
          },
        ]}
      />
    </StaffPage>
  )
}

interface RenameFormProps {
  action: string
  id: string
  name: string
  typed: SavedPageProps['typed']
  words: ReturnType<typeof questionsMessages>['saved']
}

function RenameForm({ action, id, name, typed, words }: RenameFormProps) {
  const about = { name: `name-${id}`, label: words.name, error: typed?.error }
  return (
    <details open={typed !== null}>
      <summary>{words.rename}</summary>
      <form method="post" action={action}>
        <input type="hidden" name="id" value={id} />
        <Field {...about}>
          <input
            {...controlAttributes(about)}
            {...mustBeFilled(about.error)}
            name="name"
            type="text"
            maxlength={longestFilterName}
            value={typed?.name ?? name}
          />
        </Field>
        <button class="button quiet small" type="submit" name="do" value="rename">
          {words.rename}
        </button>
      </form>
    </details>
  )
}

function filterWords(subjects: readonly FilterSubject[], { held, clauses }: Filter, language: Language): string[] {
  const words = questionsMessages(language).held
  const clauseTexts = clauses.map((clause) => clauseWords(subjects, clause, language))
  return held === 'out' ? [...clauseTexts, leadIn(words.label, language) + words.out] : clauseTexts
}
