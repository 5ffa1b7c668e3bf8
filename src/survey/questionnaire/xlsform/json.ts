/** A questionnaire as JSON, in and out. */
import { questionnaireSchema } from '../../../../schema/shapes/questionnaire.ts'
import { checkQuestionnaire } from '../checks/check.ts'
import { shapeErrors } from '../checks/shape.ts'
import type { JsonResult } from './form.ts'
import { mostFormBytes } from './limits.ts'
import { parseJson } from './parse-json.ts'

/** The questionnaire as people read JSON, with its keys in the order in which they stand. */
export function writeQuestionnaireJson(questionnaire: unknown): string {
  return `${JSON.stringify(questionnaire, null, 2)}\n`
}

/**
 * Reads a questionnaire. What has its shape is read, unfinished or not; what has not is told at every path at once.
 * @param text of the file, in UTF-8; a byte order mark before it is nothing
 */
export function readQuestionnaireJson(text: string): JsonResult {
  if (text.length > mostFormBytes) return { faults: [{ path: '', message: `the file is over ${mostFormBytes} bytes` }] }
  let data: unknown
  try {
    data = parseJson(text)
  } catch (error) {
    return {
      faults: [{ path: '', message: `this is not JSON: ${error instanceof Error ? error.message : 'unreadable'}` }],
    }
  }
  const parsed = questionnaireSchema.safeParse(data)
  if (!parsed.success) return { faults: shapeErrors(parsed.error.issues, data) }
  const checked = checkQuestionnaire(data)
  return { questionnaire: data, unfinished: checked.ok ? [] : checked.errors }
}

/** Whether a file is JSON rather than a workbook, by how it begins and whatever it is called. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 200)).trimStart())
}
