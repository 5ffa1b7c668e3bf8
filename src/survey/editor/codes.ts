/**
 * Codes for what is added. A code names a column of the answers: one that any version ever had means what it meant
 * there, and is never given to something else.
 */
import type { QuestionnaireDocument } from './document.ts'

/** Codes that stand for degrees and kinds end here; 97, 98 and 99 are those of "other" and "none". */
const firstSpecial = 90

/** `Q13` after `Q12`, in the width that the others have; and its variable's name, `q13`. */
export function newQuestionCode(versions: readonly QuestionnaireDocument[]): { code: string; name: string } {
  const taken = new Set(versions.flatMap(fieldsOf))
  const numbers = [...taken].flatMap((code) => /^Q(\d{1,6})$/.exec(code)?.[1] ?? [])
  const width = Math.max(2, ...numbers.map((digits) => digits.length))
  let number = Math.max(0, ...numbers.map(Number))
  const names = new Set(versions.flatMap(namesOf))
  for (;;) {
    number += 1
    const code = `Q${String(number).padStart(width, '0')}`
    const name = code.toLowerCase()
    if (!taken.has(code) && !names.has(name)) return { code, name }
  }
}

/** `page-5`: the last part of a page's address. */
export function newPageCode(versions: readonly QuestionnaireDocument[]): string {
  const taken = new Set(versions.flatMap(({ pages }) => pages.map(({ code }) => code)))
  for (let n = (versions[0]?.pages.length ?? 0) + 1; ; n += 1) if (!taken.has(`page-${n}`)) return `page-${n}`
}

/** `C1` for a consent, `A1` for a row that checks attention, …: they stand among the answers, beside questions. */
export function newFieldCode(letter: 'C' | 'A', versions: readonly QuestionnaireDocument[]): string {
  const taken = new Set(versions.flatMap(fieldsOf))
  for (let n = 1; ; n += 1) if (!taken.has(`${letter}${n}`)) return `${letter}${n}`
}

/** The next code of a list of options or rows, whose codes in all versions are given. */
export function newItemCode(codes: readonly number[]): number {
  const taken = new Set(codes)
  let code = Math.max(0, ...codes.filter((one) => one < firstSpecial)) + 1
  while (taken.has(code) || (code >= firstSpecial && code < 100)) code += 1
  return code
}

function fieldsOf({ pages }: QuestionnaireDocument): string[] {
  return pages.flatMap(({ questions, consents = [] }) => [
    ...questions.map(({ code }) => code),
    ...questions.flatMap((question) => ('attention' in question && question.attention?.code) || []),
    ...consents.map(({ code }) => code),
  ])
}

function namesOf({ pages }: QuestionnaireDocument): string[] {
  return pages.flatMap(({ questions }) => questions.flatMap((question) => ('name' in question ? question.name : [])))
}
