import type { FilesMessages } from '../../../messages/generated/insights/files.ts'
import type { Format } from './formats/format.ts'

/** What a format is called. */
export function formatName({ id }: Pick<Format, 'id'>, words: FilesMessages): string {
  return words.formats[id.replaceAll('-', '_') as keyof FilesMessages['formats']]
}
