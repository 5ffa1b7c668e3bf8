/** What every part of the editor's page is drawn with. */
import type { EditorMessages } from '../../../../messages/generated/studies/editor.ts'
import type { Language, Questionnaire } from '../../../../schema/questionnaire.ts'
import { field, type Posted } from '../../../platform/http/form.ts'
import type { Draft } from '../../drafts/save.ts'
import type { ContentError } from '../../questionnaire/checks/content-error.ts'
import type { IsConfirmed } from '../confirmed.ts'
import type { Address, QuestionnaireDocument } from '../document.ts'

export interface EditorDesk {
  words: EditorMessages
  /** That of the page; texts of the questionnaire stand in each of theirs. */
  language: Language
  /** The address of the editor of this study. */
  path: string
  draft: Draft
  /** The draft as the engine reads it, with something in place of what is not written yet. */
  questionnaire: Questionnaire
  /** The version that people are asked. */
  live: QuestionnaireDocument
  /** What is in hand: a page, question or consent; empty for the questionnaire as a whole. */
  at: Address
  /** Whose condition is being put together, and by which question. */
  cond: Address
  about: string
  /** What is looked for in a long list, and which page of what was found is shown, from 1. */
  find: string
  page: number
  /** What was typed and could not be saved, to be shown again. */
  fill: Posted | null
  faults: readonly ContentError[]
  /** Which translations were found right although another language was changed. */
  isConfirmed: IsConfirmed
}

/** Where the editor shows a part. */
export function hrefOf({ path }: Pick<EditorDesk, 'path'>, at: Address, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(at === '' ? {} : { at }), ...more }).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What a field shows: what was typed there, or what is stored. */
export function shownIn({ fill }: Pick<EditorDesk, 'fill'>, name: string, stored: string): string {
  return (fill && field(fill, name)) ?? stored
}

/** The id of a field, by its name. */
export function idOfField(name: string): string {
  return `e-${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`
}
