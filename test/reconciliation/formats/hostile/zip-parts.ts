/** ZIPs of which every field may lie: each says what it is told to, and otherwise the truth. */
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../../../src/platform/files/crc32.ts'
import { asBytes } from '../reading.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What the directory says of a file; `local` is what its own header says otherwise. */
interface Said {
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
}

export interface ZipPart extends Partial<Said> {
  name?: string | Bytes
  content?: string | Bytes
  /** The packed bytes; deflated content unless told. */
  packed?: Bytes
  local?: Partial<Said>
  /** Where its header is said to be. */
  offset?: number
  /** Extra fields, in the directory and before the file. */
  extra?: Bytes
  comment?: Bytes
  /** Unix permissions and kind, such as those of a link. */
  mode?: number
  /** What stands behind its bytes. */
  behind?: Bytes
  /** In the directory alone: its header is another one's. */
  isListed?: boolean
}

export interface ZipEnd {
  count?: number
  start?: number
  length?: number
  disk?: number
  comment?: Bytes
  /** Between the directory and its end. */
  between?: Bytes
}

export const u16 = (value: number): Bytes => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff)
export const u32 = (value: number): Bytes =>
  Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff)

export function joinedBytes(...parts: readonly (Bytes | string)[]): Bytes {
  return new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? asBytes(part) : part))))
}

export function zipOf(parts: readonly ZipPart[], end: ZipEnd = {}): Bytes {
  const pieces: Bytes[] = []
  const directory: Bytes[] = []
  let at = 0
  for (const part of parts) {
    const content = asBytes(part.content ?? '')
    const packed = part.packed ?? (part.method === 0 ? content : new Uint8Array(deflateRawSync(content)))
    const { flags = 0, method = 8, crc = crc32(content), packedSize = packed.length, size = content.length } = part
    const name = asBytes(part.name ?? 'a')
    const [extra, comment] = [part.extra ?? new Uint8Array(), part.comment ?? new Uint8Array()]
    const headerFields = { flags, method, crc, packedSize, size }
    directory.push(
      joinedBytes(
        ...[u32(0x02014b50), u16(0x0314), u16(20), common(headerFields), u16(name.length), u16(extra.length)],
        ...[u16(comment.length), u16(0), u16(0), u32((part.mode ?? 0o100644) * 65_536), u32(part.offset ?? at)],
        ...[name, extra, comment],
      ),
    )
    if (part.isListed) continue
    const header = [
      u32(0x04034b50),
      u16(20),
      common({ ...headerFields, ...part.local }),
      u16(name.length),
      u16(extra.length),
    ]
    const whole = joinedBytes(...header, name, extra, packed, part.behind ?? new Uint8Array())
    pieces.push(whole)
    at += whole.length
  }
  const list = joinedBytes(...directory)
  const count = u16(end.count ?? parts.length)
  const [length, start] = [end.length ?? list.length, end.start ?? at]
  const comment = end.comment ?? new Uint8Array()
  const last = [u16(end.disk ?? 0), u16(0), count, count, u32(length), u32(start), u16(comment.length), comment]
  return joinedBytes(...pieces, list, end.between ?? new Uint8Array(), u32(0x06054b50), ...last)
}

function common({ flags, method, crc, packedSize, size }: Said): Bytes {
  return joinedBytes(...[u16(flags), u16(method), u16(0), u16(0x21), u32(crc), u32(packedSize), u32(size)])
}
