/** A file of answers, from the records to its bytes. */
import type { Facts } from '../../../schema/answers.ts'
import type { Language, Text } from '../../../schema/questionnaire.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import type { Quota } from '../quotas/quota.ts'
import type { StudyAbout } from '../studies/study.ts'
import { dictionaryOf } from '../variables/dictionary.ts'
import type { AskedVersion } from '../variables/variable.ts'
import type { Format } from './formats/format.ts'
import { readRecords } from './read-records.ts'

export interface FileOfAnswers {
  format: Format
  language: Language | null
  studyId: string
  title: Text
  organiser: Text
  about: StudyAbout | null
  /** In the order in which they were asked. */
  versions: readonly AskedVersion[]
  /** What the study's texts leave open. */
  facts: Facts
  quotas: readonly Quota[]
  at: string
  count: number
}

/**
 * The file piece by piece.
 * @param after the export reference behind which it goes on, of a format that is `byRecord`; '' for the whole file
 */
export function writeFile(
  ports: Omit<KeyPorts, 'ids'>,
  { studyId, format, versions, facts, quotas, ...file }: FileOfAnswers,
  after = '',
): AsyncGenerator<Uint8Array | string> {
  const dictionary = dictionaryOf(versions, facts, quotas)
  // A format may go through them more than once, and then they are read again.
  const batches = { [Symbol.asyncIterator]: () => readRecords(ports, { studyId, versions, dictionary, quotas }, after) }
  return format.write(dictionary, batches, { ...file, isContinued: after !== '', db: ports.db })
}
