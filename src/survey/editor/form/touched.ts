/** Whether somebody else has changed meanwhile what an edit is about. Pure. */
import { canonicalOf } from '../../../platform/crypto/version.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { type Address, type QuestionnaireDocument, stepsTo } from '../document.ts'
import type { Edit } from '../edit.ts'

/** What an edit overwrites or takes away; null where it only adds or moves, which spoils nothing that others did. */
function overwrites(edit: Edit): Address | null {
  switch (edit.edit) {
    case 'text':
      return `${edit.at}/${edit.language}`
    case 'set':
      return `${edit.at}/${edit.key}`
    case 'condition':
      return `${edit.at}/when`
    case 'remove':
      return edit.at
    case 'carry':
    case 'without':
      return `${edit.at}/${edit.edit}`
    case 'targets':
      return `${edit.at}/attention/targets`
    case 'share':
      return `${edit.at}/options`
    case 'place':
      return 'place'
    case 'rate':
      return `rates/${edit.name}`
    case 'remove_end':
      return `pages/${edit.page}/ends`
    default:
      return null
  }
}

/** The edits whose place is no longer as it was shown. */
export function clashes(edits: readonly Edit[], shown: QuestionnaireDocument, now: QuestionnaireDocument): Edit[] {
  return edits.filter((edit) => {
    const at = overwrites(edit)
    return at !== null && saidAt(shown, at) !== saidAt(now, at)
  })
}

function saidAt(document: QuestionnaireDocument, at: Address): string | null {
  const steps = stepsTo(document, at)
  return steps === null ? null : canonicalOf(valueAt(document, steps))
}
