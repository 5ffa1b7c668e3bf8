/** The filters of a list: a form that asks by its address, so that what was looked for can be kept and sent. */
import type { Child } from 'hono/jsx'
import { frameMessages } from '../../../messages/generated/studies/frame.ts'
import type { Language } from '../../../schema/questionnaire.ts'

interface FiltersProps {
  language: Language
  action: string
  /** Whether something is filtered, so that it can be undone. */
  isSet: boolean
  /** The fields, each a `Field`. */
  children?: Child
}

export function Filters({ language, action, isSet, children }: FiltersProps) {
  const words = frameMessages(language)
  return (
    <search class="no-print">
      <form class="filters" method="get" action={action}>
        {children}
        <p class="go">
          <button class="button" type="submit">
            {words.filter}
          </button>
          {isSet && <a href={action}>{words.clear}</a>}
        </p>
      </form>
    </search>
  )
}
