/** A questionnaire that was uploaded into a set-up: read, checked, and kept under the hash that is its version. */
import { setupMessages } from '../../../messages/generated/studies/setup.ts'
import type { Language, Questionnaire } from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import { canonicalJson, versionOf } from '../../platform/crypto/version.ts'
import type { Database, Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { ShownFault } from '../../survey/drafts/pages/faults.tsx'
import { readUploadedDocument as readForm, shownFault } from '../../survey/drafts/pages/uploaded.ts'
import { checkQuestionnaire } from '../../survey/questionnaire/checks/check.ts'
import { missingTranslations } from '../../survey/questionnaire/checks/texts.ts'
import { addQuestionnaire, hasQuestionnaire } from '../../survey/studies/store.ts'

export type UploadedQuestionnaire =
  /** `told`: what was left out and what was put in, a line each. */
  | { questionnaire: Questionnaire; told: string[] }
  /** What is wrong, by sheet and cell or by path, a line each. */
  | { lines: string[] }

/**
 * Reads a file as the page of a questionnaire does, which takes an unfinished one as well; what people are asked is kept as it
 * came, no language filled in: its version is the hash of that.
 * @param wanted the languages of the study
 */
export async function readUploadedQuestionnaire(
  ports: Pick<Ports, 'offload'>,
  file: File,
  wanted: readonly Language[],
  language: Language,
): Promise<UploadedQuestionnaire> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readForm(ports, { bytes, name: file.name, wanted: [] }, language)
  if ('faults' in read) return { lines: read.faults.map(lineOf) }
  const { document, leftOut, added, unfinished = faultsOf(document, language) } = read
  if (unfinished.length > 0) return { lines: unfinished.map(lineOf) }
  const questionnaire = document as Questionnaire
  return { questionnaire, told: [...leftOut.map(lineOf), ...added, ...untranslated(questionnaire, wanted, language)] }
}

function faultsOf(document: unknown, language: Language): ShownFault[] {
  const result = checkQuestionnaire(document, [])
  return result.ok ? [] : result.errors.map(shownFault(language))
}

const lineOf = ({ where, what }: ShownFault) => [where, what].filter(Boolean).join(': ')

/** That texts are still to be translated, which keeps nobody from going on: the study does not open before. */
function untranslated(given: Questionnaire, wanted: readonly Language[], language: Language): string[] {
  const missing = missingTranslations(questionnaireSchema.parse(given), given, wanted)
  return missing.length === 0 ? [] : [setupMessages(language).upload.untranslated({ count: missing.length })]
}

/** The version of a questionnaire, and the write that keeps it where it is not kept yet. */
export async function keepQuestionnaire(
  db: Database,
  questionnaire: Questionnaire,
  at: string,
): Promise<{ version: string; writes: Write[] }> {
  const version = versionOf(questionnaire)
  const isKnown = await hasQuestionnaire(db, version)
  return { version, writes: isKnown ? [] : [addQuestionnaire({ version, document: canonicalJson(questionnaire), at })] }
}
