/** How large a ZIP says it is inside, before anything of it is unpacked (APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16). */

const endRecord = 0x06054b50
const entryRecord = 0x02014b50
const endLength = 22
const entryLength = 46
/** Stands where the value is too large for its place. */
const zip64Mark = 0xffffffff

/**
 * The sum of its files' sizes once unpacked, in bytes. A reader that holds every file to its own size is then safe from
 * one that unpacks without end.
 * @returns null when it is no whole ZIP, or of a kind that a small file has no need to be (ZIP64, or a file of unknown size)
 */
export function unzippedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const isZip64 = count === 0xffff || at === zip64Mark || view.getUint32(end + 12, true) === zip64Mark
  if (isZip64) return null
  let size = 0
  for (let i = 0; i < count; i += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entryRecord) return null
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    // Two bytes are what nothing comes to when it is packed; with bit 3 the sizes stand elsewhere.
    const isUnsaid = packed > 2 || (view.getUint16(at + 8, true) & 8) !== 0
    if (unpacked === 0 && isUnsaid) return null
    size += unpacked
    at += entryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return size
}

/** The record at the end has a comment of at most 65,535 bytes behind it. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at
  }
  return null
}
