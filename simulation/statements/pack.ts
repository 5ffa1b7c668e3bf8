/** Packing as providers do: gzip, and a ZIP of the kind that Alipay gives. */
import { allBytes } from '../../src/platform/files/bytes.ts'
import { crc32 } from '../../src/platform/files/crc32.ts'

type Bytes = Uint8Array<ArrayBuffer>

function compressed(bytes: Bytes, format: 'gzip' | 'deflate-raw'): Promise<Bytes> {
  const through = new CompressionStream(format) as unknown as ReadableWritablePair<Uint8Array, Uint8Array>
  const stream: ReadableStream<Uint8Array> = new Blob([bytes]).stream()
  return allBytes(stream.pipeThrough(through), Number.MAX_SAFE_INTEGER)
}

export function gzipped(bytes: Bytes): Promise<Bytes> {
  return compressed(bytes, 'gzip')
}

/**
 * A ZIP of several files. Names are bytes, in whatever encoding.
 * @param streamed sizes stand behind each file, and not before it
 */
export async function zipped(
  files: readonly { name: Bytes; content: Bytes; isStored?: boolean }[],
  streamed: boolean,
): Promise<Bytes> {
  const pieces: Bytes[] = []
  const directory: Bytes[] = []
  let offset = 0
  for (const { name, content, isStored = false } of files) {
    const packed = isStored ? content : await compressed(content, 'deflate-raw')
    const sizes = { crc: crc32(content), packed: packed.length, size: content.length }
    const method = isStored ? 0 : 8
    const flags = streamed && !isStored ? 8 : 0
    const headerSizes = flags === 0 ? sizes : { crc: 0, packed: 0, size: 0 }
    const local = [
      ...u32(0x04034b50),
      ...u16(20),
      ...common(flags, method, headerSizes),
      ...u16(name.length),
      ...u16(0),
      ...name,
    ]
    const behind = flags === 0 ? [] : [...u32(0x08074b50), ...u32(sizes.crc), ...u32(sizes.packed), ...u32(sizes.size)]
    directory.push(
      Uint8Array.from([
        ...[...u32(0x02014b50), ...u16(20), ...u16(20), ...common(flags, method, sizes), ...u16(name.length)],
        ...[...u16(0), ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(offset), ...name],
      ]),
    )
    pieces.push(Uint8Array.from(local), packed, Uint8Array.from(behind))
    offset += local.length + packed.length + behind.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = u16(files.length)
  const end = [...u32(0x06054b50), ...u16(0), ...u16(0), ...count, ...count, ...u32(size), ...u32(offset), ...u16(0)]
  return joined([...pieces, ...directory, Uint8Array.from(end)])
}

function common(flags: number, method: number, sizes: { crc: number; packed: number; size: number }): number[] {
  const head = [...u16(flags), ...u16(method), ...u16(0), ...u16(0x21)]
  return [...head, ...u32(sizes.crc), ...u32(sizes.packed), ...u32(sizes.size)]
}

const u16 = (value: number) => [value & 0xff, (value >>> 8) & 0xff]
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]

export function joined(pieces: readonly Bytes[]): Bytes {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
