/** Whether somebody else has changed meanwhile what an edit is about. Pure. */
import { canonicalOf } from '../../../platform/crypto/version.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { type Address, type QuestionnaireDocument, stepsTo } from '../document.ts'
import type { Edit } from '../edit.ts'
import { isWording } from '../edits/parts.ts'

/** What an edit overwrites or takes away; nothing where it only adds or moves, which spoils nothing that others did. */
function overwrites(edit: Edit): readonly Address[] {
  switch (edit.edit) {
    case 'text':
      return [`${edit.at}/${edit.language}`]
    case 'set':
      return [`${edit.at}/${edit.key}`]
    case 'condition':
      // Wordings have no codes: their addresses are their places, where another may stand by now.
      return [isWording(edit.at) ? edit.at : `${edit.at}/when`]
    case 'remove':
      return [edit.at]
    case 'move':
      return isWording(edit.at) ? [edit.at.replace(/\/\d+$/, '')] : []
    case 'carry':
      // Of a matrix its rows become those options.
      return [`${edit.at}/carry`, `${edit.at}/rows`]
    case 'without':
      return [`${edit.at}/without`]
    case 'targets':
      return [`${edit.at}/attention/targets`]
    case 'share':
    case 'add_set':
      return [`${edit.at}/options`, `${edit.at}/scale`, ...(edit.set === null ? [] : [`sets/${edit.set}`])]
    case 'place':
      return ['place']
    case 'rate':
      return [`rates/${edit.name}`]
    case 'remove_end':
      return [`pages/${edit.page}/ends`]
    default:
      return []
  }
}

/** The edits whose place is no longer as it was shown. */
export function conflicts(edits: readonly Edit[], shown: QuestionnaireDocument, now: QuestionnaireDocument): Edit[] {
  return edits.filter(
    (edit) =>
      overwrites(edit).some((at) => saidAt(shown, at) !== saidAt(now, at)) ||
      (edit.edit === 'lease' && leased(shown) !== leased(now)),
  )
}

/** The page on which the reward is set aside: there is one. */
const leased = ({ pages }: QuestionnaireDocument) => pages.find(({ lease }) => lease)?.code

function saidAt(document: QuestionnaireDocument, at: Address): string | null {
  const steps = stepsTo(document, at)
  return steps === null ? null : canonicalOf(valueAt(document, steps))
}
