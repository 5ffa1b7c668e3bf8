import type { FilesMessages } from '../../../messages/generated/insights/files.ts'
import type { ExportFormat } from './formats/format.ts'

/** What a format is called. */
export function formatName({ id }: Pick<ExportFormat, 'id'>, words: FilesMessages): string {
  return words.formats[id.replaceAll('-', '_') as keyof FilesMessages['formats']]
}
