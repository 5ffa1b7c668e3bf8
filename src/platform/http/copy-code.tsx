/** A code to be kept: in groups for the eye, with a button to copy it that shows only where scripts run. */

import { groupedCode } from '../crypto/codes.ts'
import type { Words } from '../i18n/words/index.ts'
import type { Html } from './html.ts'

/** `text` as it is (an address, say) when `plain`, in groups of four otherwise. */
export function CopyCode(props: { words: Words; text: string; label: string; plain?: boolean }): Html {
  const { words, text } = props
  const shown = props.plain || text.includes('-') ? text : groupedCode(text)
  return (
    <p class="code">
      <span class="sr">{props.label}: </span>
      <code class={props.plain ? 'plain' : undefined}>{shown}</code>
      <button class="copy" type="button" hidden data-copy={shown} data-done={words.copy.copied}>
        {words.copy.copy}
      </button>
    </p>
  )
}
