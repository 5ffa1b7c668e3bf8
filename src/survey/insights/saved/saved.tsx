/** Saved filters where one filters: those there are to use, and a form that saves the one in the address. */
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { ariaDescribedBy, Field } from '../../../staff/frame/field.tsx'
import { longestName } from './save.ts'
import type { SavedFilter } from './store.ts'

interface SavedProps {
  saved: readonly SavedFilter[]
  slug: string
  /** The filter in the address; '' for none. */
  query: string
  language: Language
  /** The address at which a filter is used; the page of questions where it is not said. */
  to?: (query: string) => string
}

/** @returns nothing where there is nothing to use and nothing to save */
export function Saved({ saved, slug, query, language, to }: SavedProps) {
  const words = questionsMessages(language).saved
  const insights = `/admin/studies/${slug}/insights`
  if (saved.length === 0 && query === '') return null
  return (
    <details>
      <summary>{words.title}</summary>
      {saved.length > 0 && (
        <ul>
          {saved.map((one) => (
            <li>
              {one.query === query ? (
                <strong lang="">{one.name}</strong>
              ) : (
                <a href={to === undefined ? `${insights}?${one.query}` : to(one.query)} lang="">
                  {one.name}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {query !== '' && <SaveForm action={`${insights}/filters`} query={query} language={language} />}
      <p class="small">
        <a href={`${insights}/filters`}>{words.manage}</a>
      </p>
    </details>
  )
}

interface SaveFormProps {
  action: string
  /** The filter as an address has it. */
  query: string
  language: Language
  typed?: { name: string; error: string } | undefined
}

/** The form that gives the filter a name. */
export function SaveForm({ action, query, language, typed }: SaveFormProps) {
  const words = questionsMessages(language).saved
  const about = { name: 'name', label: words.name, hint: words.nameHint, error: typed?.error }
  return (
    <form method="post" action={action}>
      <input type="hidden" name="query" value={query} />
      <Field {...about}>
        <input {...ariaDescribedBy(about)} type="text" maxlength={longestName} value={typed?.name ?? ''} required />
      </Field>
      <button class="button quiet small" type="submit" name="do" value="save">
        {words.save}
      </button>
    </form>
  )
}
