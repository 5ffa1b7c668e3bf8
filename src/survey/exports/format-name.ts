import type { FilesMessages } from '../../../messages/generated/insights/files.ts'
import type { Format } from './formats/format.ts'

/** What a format is called; its id where the catalogue has no name for it. */
export function formatName({ id }: Pick<Format, 'id'>, words: FilesMessages): string {
  const names: Readonly<Record<string, string | undefined>> = words.formats
  return names[id.replaceAll('-', '_')] ?? id
}
