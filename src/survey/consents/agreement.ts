/** What people agree to, as a text that can be told from every other by its hash. */

import { surveyMessages } from '../../../messages/generated/survey.ts'
import type { Answers, Circumstances } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../schema/text.ts'
import { sha256 } from '../../platform/crypto/sha256.ts'
import { canonicalOf } from '../../platform/crypto/version.ts'
import { keptByText } from '../../platform/memory/kept-by-text.ts'
import { indexOf } from '../questionnaire/indexed.ts'
import { fillText } from '../questionnaire/page/fill.ts'

/** The code of the privacy notice, which is no consent. */
export const noticeCode = 'notice'

export interface AgreementText {
  /** `notice`, `paradata`, or the code of a consent. */
  code: string
  /** The SHA-256 of `text`, in 64 lower-case hex digits. */
  hash: string
  /** Canonical JSON (RFC 8785, strings in NFC) of what was said, in every language. */
  text: string
}

/** Everybody who begins agrees to the same few. */
const hashes = keptByText<string>({ most: 100, longest: 100_000 })

/** The text of what `content`, plain data in every language, says. */
export function agreementText(code: string, content: unknown): AgreementText {
  const text = canonicalOf(content)
  return { code, hash: hashes(text, () => sha256(text)), text }
}

/** The consents that were ticked, as they stood there; and the box for counting, where that was ticked too. */
export function consentTexts(
  questionnaire: Questionnaire,
  answers: Answers,
  circumstances: Circumstances,
  paradata: boolean,
): AgreementText[] {
  const index = indexOf(questionnaire)
  const ticked = questionnaire.pages
    .flatMap((page) => page.consents ?? [])
    .filter(({ code }) => answers[code] === 1)
    // What is typed on the page is nobody's text but the person's own: of it a kept text says nothing.
    .map(({ code, text }) => agreementText(code, fillText(text, index, {}, circumstances)))
  return paradata ? [...ticked, paradataAgreement()] : ticked
}

/** What is said beside the box for counting. */
export function paradataAgreement(): AgreementText {
  return agreementText(
    'paradata',
    inEachLanguage((language) => surveyMessages(language).page.paradata),
  )
}
