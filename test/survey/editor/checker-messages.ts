/** What the checker may say, read from its own text, so that a sentence that is new is not forgotten. */
import { textFiles } from '../../support/house/tree.ts'

/** Each sentence of the checks below a folder, with a code in place of whatever it names. */
export function checkerMessages(folder: string): string[] {
  const texts = textFiles().filter(
    ({ path }) => path.startsWith(`${folder}/checks/`) || path.startsWith(`${folder}/types/data/`),
  )
  const found = texts.flatMap(({ text }) => [
    ...[...text.matchAll(/contentErrorAt\([^;]*?,\s*(`[^`]+`|'[^']+')(?:,?\s*\)|\s*:)/gs)].map(([, said = '']) => said),
    ...[...text.matchAll(/message: ('[^']+')/g)].map(([, said = '']) => said),
    ...[...text.matchAll(/[?:] (`\$\{code\} is not [^`]+`)/g)].map(([, said = '']) => said),
  ])
  const messages = found.map((one) =>
    one
      .slice(1, -1)
      .replaceAll(/\{\$\{name\}\}/g, '{Q1}')
      .replaceAll(/\$\{[^}]+\}/g, '12'),
  )
  return [...new Set(messages)].filter((one) => one !== 'this is not known here')
}
