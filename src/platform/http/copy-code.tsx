/** A code to be kept: in groups for the eye, with a button to copy it that shows only where scripts run. */

import { commonMessages } from '../../../messages/generated/common.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { groupedCode } from '../crypto/codes.ts'
import { leadIn } from '../i18n/format.ts'
import type { Html } from './html.ts'

/** `text` as it is (an address, say) when `plain`, in groups of four otherwise. */
export function CopyCode(props: { language: Language; text: string; label: string; plain?: boolean }): Html {
  const { language, text } = props
  const { copy, copied } = commonMessages(language).copy
  const shown = props.plain || text.includes('-') ? text : groupedCode(text)
  return (
    <p class="code with-copy">
      <span class="sr">{leadIn(props.label, language)}</span>
      <code class={props.plain ? 'plain' : undefined} translate="no">
        {shown}
      </code>
      <button class="copy" type="button" hidden data-copy={shown} data-done={copied}>
        {copy}
      </button>
    </p>
  )
}
