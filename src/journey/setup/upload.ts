/** A questionnaire that was uploaded into a set-up: read, checked, and kept under the hash that is its version. */
import { setupMessages } from '../../../messages/generated/studies/setup.ts'
import type { Language, Questionnaire } from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import { canonicalJson, versionOf } from '../../platform/crypto/version.ts'
import type { Database, Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { faultWords } from '../../survey/editor/fault-words.ts'
import { checkQuestionnaire } from '../../survey/questionnaire/checks/check.ts'
import type { ContentError } from '../../survey/questionnaire/checks/content-error.ts'
import { missingTranslations } from '../../survey/questionnaire/checks/texts.ts'
import { looksLikeJson, readQuestionnaireJson } from '../../survey/questionnaire/xlsform/json.ts'
import { readXlsformAside } from '../../survey/questionnaire/xlsform/read-aside.ts'
import { addedText, faultText, leftOutText, placeOf } from '../../survey/questionnaire/xlsform/words.ts'
import { addQuestionnaire, hasQuestionnaire } from '../../survey/studies/store.ts'

export type Uploaded =
  /** `told`: what was left out and what was put in, a line each. */
  | { questionnaire: Questionnaire; told: string[] }
  /** What is wrong, by sheet and cell or by path, a line each. */
  | { lines: string[] }

/** Reads a file by what is inside: JSON, or else a workbook. */
export async function readUploaded(
  ports: Pick<Ports, 'aside'>,
  file: File,
  wanted: readonly Language[],
  language: Language,
): Promise<Uploaded> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (looksLikeJson(bytes)) return readJson(new TextDecoder().decode(bytes), wanted, language)
  const read = await readXlsformAside(ports, { bytes, name: file.name, wanted: [] })
  const faults = 'faults' in read ? read.faults : read.unfinished
  if ('faults' in read || faults.length > 0) {
    return { lines: faults.map((fault) => [placeOf(fault), faultText(fault, language)].filter(Boolean).join(': ')) }
  }
  const left = read.leftOut.map((one) => `${placeOf(one)}: ${one.what} (${leftOutText(one, language)})`)
  // What is kept is what came, no language filled in: its version is the hash of that.
  const questionnaire = read.questionnaire as Questionnaire
  const added = read.added.map((one) => addedText(one, language))
  return { questionnaire, told: [...left, ...added, ...untranslated(questionnaire, wanted, language)] }
}

function readJson(text: string, wanted: readonly Language[], language: Language): Uploaded {
  const read = readQuestionnaireJson(text)
  const lines = (errors: readonly ContentError[]) =>
    errors.map((error) => [error.path, faultWords(error, language)].filter(Boolean).join(': '))
  if ('faults' in read) return { lines: lines(read.faults) }
  const result = checkQuestionnaire(read.questionnaire, [])
  if (!result.ok) return { lines: lines(result.errors) }
  const questionnaire = read.questionnaire as Questionnaire
  return { questionnaire, told: untranslated(questionnaire, wanted, language) }
}

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
