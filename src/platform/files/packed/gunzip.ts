/**
 * Unpacking a gzip of any number of members, which are unpacked one behind the other (RFC 1952, 2.2): `cat day1.gz
 * day2.gz` is one, and so is what some servers write as they go. The platform unpacks one alone, and does not say where
 * it ended.
 */
import {
  Z_BUF_ERROR,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
} from 'pako'
import { piecesOf, streamOf } from '../bytes.ts'
import { mostMembers } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** zlib's number for the largest window, within the header and the checksum of a gzip and of nothing else. */
const gzipAlone = 15 + 16
/** Bytes that come out in one go. */
const pieceSize = 65_536

/**
 * What is in a gzip.
 * @returns a stream that fails with an `UnreadableFile`: `container` where it is damaged, `too_many` members
 */
export function gunzipped(packed: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return streamOf(unpacking(packed))
}

async function* unpacking(packed: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const zlib = new ZStream()
  zlibInflateInit2(zlib, gzipAlone)
  zlib.output = new Uint8Array(pieceSize)
  let members = 1
  let isWhole = false
  for await (const piece of piecesOf(packed)) {
    Object.assign(zlib, { input: piece, next_in: 0, avail_in: piece.length, avail_out: 0 })
    // What fills the output may not have been all of it, though all that was packed has been taken.
    while (zlib.avail_in > 0 || (zlib.avail_out === 0 && !isWhole)) {
      if (isWhole) {
        // Zeros that fill the block of a tape or a disk are passed over, as gzip itself does.
        let next = zlib.next_in
        while (piece[next] === 0) next += 1
        if (next === piece.length) break
        Object.assign(zlib, { next_in: next, avail_in: piece.length - next })
        members += 1
        if (members > mostMembers) throw new UnreadableFile('too_many', 0, `${mostMembers} members`)
        zlibInflateReset(zlib)
      }
      Object.assign(zlib, { next_out: 0, avail_out: pieceSize })
      const status = zlibInflate(zlib, Z_NO_FLUSH)
      if (status !== Z_OK && status !== Z_STREAM_END && status !== Z_BUF_ERROR)
        throw new UnreadableFile('container', 0, 'gzip')
      isWhole = status === Z_STREAM_END
      if (zlib.next_out > 0) yield zlib.output.slice(0, zlib.next_out)
    }
  }
  if (!isWhole) throw new UnreadableFile('container', 0, 'gzip')
}
