/** A text file from somebody's spreadsheet. */
import { utf16Text } from '../../platform/files/encoding.ts'

/**
 * The text without its byte order mark. Excel saves CSV in the code page of the machine: GB 18030 (and GBK) in the
 * mainland, Big5 in Hong Kong and Macao. Which of the two it is shows in the words: only one of them has the header's.
 * @returns null when it is none of these
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Text(bytes)
  if (utf16 !== undefined) return utf16
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  const texts = ['gb18030', 'big5'].map((encoding) => decoded(bytes, encoding)).filter((text) => text !== null)
  return texts.find((text) => usual.test(text.slice(0, 2000))) ?? texts[0] ?? null
}

/** Characters that a header or a result has, and that the other encoding turns into rare ones. */
const usual = /[参參结結状狀态態金额額银銀行币幣原因编編号號成功失败敗]{2}/

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
