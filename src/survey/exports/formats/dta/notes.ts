/** Stata's notes: what the letters of missing values mean, and every label that is longer than Stata shows. */
import { exportsMessages } from '../../../../../messages/generated/exports.ts'
import type { Language } from '../../../../../schema/questionnaire.ts'
import type { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import type { DtaVariableLayout } from './layout.ts'
import { missingLetter } from './missing-letters.ts'
import { shortLabel } from './short-label.ts'

/** The file's own notes belong to this name. */
const wholeFile = '_dta'

/** Writes Stata's characteristics: which letters of missing values stand for which codes, and full labels. */
export function writeNotes(out: ByteWriter, places: readonly DtaVariableLayout[], language: Language): void {
  const letters = new Map<number, number>()
  for (const { missing } of places) for (const [code, letter] of missing) letters.set(code, letter)
  if (letters.size > 0) {
    const missingCodes = [...letters]
      .sort(([, a], [, b]) => a - b)
      .map(([code, letter]) => `${missingLetter(letter)} = ${code}`)
    writeNote(out, wholeFile, `${exportsMessages(language).missingValues} ${missingCodes.join(', ')}`)
  }
  for (const { variable, name } of places) {
    const whole = variable.label[language]
    const fullLabel = whole === shortLabel(variable, language) ? [] : [whole]
    // No file of Stata's says by what it is weighted.
    if (variable.isWeight) fullLabel.push(`svyset [pweight=${name}]`)
    if (fullLabel.length > 0) writeNote(out, name, fullLabel.join('\n'))
  }
}

/** One note: how many there are, then the note. */
function writeNote(out: ByteWriter, of: string, note: string): void {
  writeCharacteristic(out, of, 'note0', '1')
  writeCharacteristic(out, of, 'note1', note)
}

function writeCharacteristic(out: ByteWriter, of: string, name: string, contents: string): void {
  const bytes = new TextEncoder().encode(contents)
  out.text('<ch>').i32(2 * 129 + bytes.length + 1)
  out.field(of, 129, 0).field(name, 129, 0).bytes(bytes).u8(0).text('</ch>')
}
