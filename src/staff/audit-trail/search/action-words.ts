/** What an action is called: in words where the catalogue has them, as its code where it has none. */
import { auditMessages } from '../../../../messages/generated/studies/audit.ts'
import type { Language } from '../../../../schema/questionnaire.ts'

type Tree = { readonly [name: string]: unknown }

/** Such as "Signed in" for `staff.signed_in`. */
export function actionInWords(action: string, language: Language): string {
  const words = action.split('.').reduce<unknown>(inside, auditMessages(language).actions)
  return typeof words === 'string' ? words : action
}

function inside(tree: unknown, name: string): unknown {
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, name) ? (tree as Tree)[name] : undefined
}

/** The actions that have words, in the order of their words: what a list offers. */
export function knownActions(language: Language): (readonly [action: string, words: string])[] {
  const { actions } = auditMessages(language)
  return Object.entries(actions)
    .flatMap(([of, whats]) => Object.entries(whats).map(([what, words]) => [`${of}.${what}`, String(words)] as const))
    .sort(([, a], [, b]) => a.localeCompare(b, language))
}
