/** A form that was uploaded, of either kind, as people are told of it. */
import { type Language, languages } from '../../../../schema/questionnaire.ts'
import type { Ports } from '../../../ports.ts'
import { faultWords } from '../../editor/fault-words.ts'
import type { ContentError } from '../../questionnaire/checks/content-error.ts'
import { looksLikeJson, readQuestionnaireJson } from '../../questionnaire/xlsform/json.ts'
import { jsonOr } from '../../questionnaire/xlsform/parse-json.ts'
import { readXlsformOffloaded } from '../../questionnaire/xlsform/read-offloaded.ts'
import { addedText, cellReference, formFaultText, leftOutText } from '../../questionnaire/xlsform/words.ts'
import { readableDraft } from '../draft.ts'
import type { ShownFault } from './faults.tsx'

export type UploadedDocument =
  | {
      document: unknown
      leftOut: ShownFault[]
      added: string[]
      /** What stops it from being published, by cell; not there where its paths say where. */
      unfinished?: ShownFault[]
    }
  | { faults: ShownFault[] }

/**
 * Reads JSON, or else a workbook, by its first bytes, whatever it is called.
 * @param language of the page that tells of it; `wanted` are those of the study
 */
export async function readUploadedDocument(
  ports: Pick<Ports, 'offload'>,
  { bytes, name, wanted = languages }: { bytes: Uint8Array; name: string; wanted?: readonly Language[] | undefined },
  language: Language,
): Promise<UploadedDocument> {
  if (looksLikeJson(bytes)) return readJson(new TextDecoder().decode(bytes), language)
  const read = await readXlsformOffloaded(ports, { bytes, name, wanted })
  const shown = (fault: Parameters<typeof formFaultText>[0]) => ({
    where: cellReference(fault),
    what: formFaultText(fault, language),
  })
  if ('faults' in read) return { faults: read.faults.map(shown) }
  return {
    document: read.questionnaire,
    leftOut: read.leftOut.map((one) => ({
      where: cellReference(one),
      what: `${one.what} (${leftOutText(one, language)})`,
    })),
    added: read.added.map((one) => addedText(one, language)),
    unfinished: read.unfinished.map(shown),
  }
}

/** A draft may be taken away unfinished, and comes back as it was. */
function readJson(text: string, language: Language): UploadedDocument {
  const read = readQuestionnaireJson(text)
  if (!('faults' in read)) return { document: read.questionnaire, leftOut: [], added: [] }
  const document = jsonOr(text)
  if (document !== undefined && readableDraft(document).ok) return { document, leftOut: [], added: [] }
  return { faults: read.faults.map(shownFault(language)) }
}

/** What is wrong with JSON, by its path. */
export const shownFault =
  (language: Language) =>
  (error: ContentError): ShownFault => ({ where: error.path, what: faultWords(error, language) })
