/** What reading a form has to tell, in words. */
import { formsMessages } from '../../../../messages/generated/studies/forms.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Added, FormFault, LeftOut } from './form.ts'

type Message = string | ((of: never) => string)

const filledIn = (message: Message, values: Record<string, string>) =>
  typeof message === 'string' ? message : message(values as never)

/** Where something stands: `survey!C12`, or the sheet alone, or nothing for the file as a whole. */
export function cellReference({ sheet, cell }: Pick<FormFault, 'sheet' | 'cell'>): string {
  return [sheet, cell].filter((part) => part !== '').join('!')
}

/** A fault as a sentence that says a way on. */
export function formFaultText({ code, values }: FormFault, language: Language): string {
  return filledIn(formsMessages(language).faults[code], values)
}

/** Why something was left out. */
export function leftOutText({ why }: LeftOut, language: Language): string {
  return formsMessages(language).why[why]
}

/** What was put in or changed, as a sentence. */
export function addedText({ code, values }: Added, language: Language): string {
  return filledIn(formsMessages(language).added[code], values)
}
