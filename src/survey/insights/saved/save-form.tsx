/** The form that gives the filter a name. */
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { controlAttributes, Field, mustBeFilled } from '../../../staff/frame/field.tsx'
import { longestFilterName } from './named.ts'

interface SaveFormProps {
  action: string
  /** The filter as an address has it. */
  query: string
  language: Language
  typed?: { name: string; error: string } | undefined
}

export function SaveForm({ action, query, language, typed }: SaveFormProps) {
  const words = questionsMessages(language).saved
  const about = { name: 'name', label: words.name, hint: words.nameHint, error: typed?.error }
  return (
    <form method="post" action={action}>
      <input type="hidden" name="query" value={query} />
      <Field {...about}>
        <input
          {...controlAttributes(about)}
          {...mustBeFilled(about.error)}
          type="text"
          maxlength={longestFilterName}
          value={typed?.name ?? ''}
        />
      </Field>
      <button class="button quiet small" type="submit" name="do" value="save">
        {words.save}
      </button>
    </form>
  )
}
