/** A questionnaire that was uploaded into a set-up: read, checked, and kept under the hash that is its version. */
import type { Language, Questionnaire } from '../../../schema/questionnaire.ts'
import { canonicalJson, versionOf } from '../../platform/crypto/version.ts'
import type { Database, Write } from '../../platform/db/together.ts'
import { checkQuestionnaire } from '../../survey/questionnaire/checks/check.ts'
import type { FormFault, LeftOut } from '../../survey/questionnaire/xlsform/form.ts'
import { readQuestionnaireJson } from '../../survey/questionnaire/xlsform/json.ts'
import { readXlsform } from '../../survey/questionnaire/xlsform/xlsform.ts'
import { addQuestionnaire, hasQuestionnaire } from '../../survey/studies/store.ts'

export type Uploaded =
  | { questionnaire: Questionnaire; leftOut: readonly LeftOut[] }
  /** By path, each a line. */
  | { lines: string[] }
  /** By sheet and cell. */
  | { faults: readonly FormFault[] }

/** Reads a file by what is inside: a workbook is a zip, anything else is JSON. */
export async function readUploaded(file: File, wanted: readonly Language[]): Promise<Uploaded> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const read = await readXlsform(bytes, file.name)
    if ('faults' in read) return { faults: read.faults }
    return checked(read.questionnaire, wanted, read.leftOut)
  }
  const read = readQuestionnaireJson(new TextDecoder().decode(bytes))
  if ('faults' in read) return { lines: read.faults.map(({ path, message }) => `${path}: ${message}`) }
  return checked(read.questionnaire, wanted, [])
}

function checked(data: unknown, wanted: readonly Language[], leftOut: readonly LeftOut[]): Uploaded {
  const result = checkQuestionnaire(data, wanted)
  if (!result.ok) return { lines: result.errors.map(({ path, message }) => `${path}: ${message}`) }
  // What is kept is what came, no language filled in: its version is the hash of that.
  return { questionnaire: data as Questionnaire, leftOut }
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
