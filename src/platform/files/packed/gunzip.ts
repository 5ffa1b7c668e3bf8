/**
 * Unpacking a gzip of any number of members, which are unpacked one behind the other (RFC 1952, 2.2): `cat day1.gz
 * day2.gz` is one, and so is what some servers write as they go. The platform unpacks one alone, and does not say where
 * it ended. So each place that could begin another is tried as the end of the one before, whose checksum has to hold.
 */
import { piecesOf, streamOf } from '../bytes.ts'
import { inflated } from '../inflate.ts'
import { mostMembers } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** Packed bytes may look like the beginning of a member: once in some thousand of the largest files, if nobody means to. */
const mostMistaken = 3
/** Bytes that come out of a packed one, at most, whatever is packed with deflate. */
const mostOfAByte = 1_032
/** Bytes of a header without the fields that may follow, and of the checksum and the size behind a member. */
const [headerLength, trailerLength] = [10, 8]

/** What was taken for a member's end is none. */
class NoEnd extends Error {
  readonly at: number

  constructor(at: number) {
    super()
    this.at = at
  }
}

/**
 * What is in a gzip.
 * @param open gives its bytes from the beginning, as often as it is asked
 * @returns a stream that fails with an `UnreadableFile`: `container` where it is damaged, `too_many` members
 */
export function gunzipped(open: () => ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return streamOf(unpacking(open))
}

async function* unpacking(open: () => ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const mistaken = new Set<number>()
  let given = 0
  for (;;) {
    let passed = 0
    try {
      for await (const piece of membersIn(open(), mistaken)) {
        const isNew = passed + piece.length > given
        const known = Math.max(0, given - passed)
        passed += piece.length
        if (!isNew) continue
        given = passed
        yield known === 0 ? piece : piece.subarray(known)
      }
      return
    } catch (error) {
      if (!(error instanceof NoEnd)) throw error
      if (mistaken.size === mostMistaken) throw new UnreadableFile('container', 0, 'gzip')
      mistaken.add(error.at)
    }
  }
}

async function* membersIn(
  packed: ReadableStream<Uint8Array>,
  mistaken: ReadonlySet<number>,
): AsyncGenerator<Uint8Array> {
  const cut = new Cut(packed, mistaken)
  try {
    for (let n = 1; !cut.isOver; n += 1) {
      if (n > mostMembers) throw new UnreadableFile('too_many', 0, `${mostMembers} members`)
      try {
        yield* piecesOf(inflated(streamOf(cut.member()), 'gzip'))
      } catch (error) {
        const isAtEnd = error instanceof UnreadableFile && error.detail === 'gzip' && cut.end !== null
        throw isAtEnd ? new NoEnd(cut.end ?? 0) : error
      }
    }
  } finally {
    await cut.close()
  }
}

/** The bytes of one member after the other. */
class Cut {
  readonly #pieces: AsyncGenerator<Uint8Array>
  readonly #mistaken: ReadonlySet<number>
  #bytes: Uint8Array = new Uint8Array()
  /** Where `#bytes` begin in the file. */
  #at = 0
  #hasMore = true
  /** Where the last member was taken to end; null while its end has not come, and for the last. */
  end: number | null = null

  constructor(packed: ReadableStream<Uint8Array>, mistaken: ReadonlySet<number>) {
    this.#pieces = piecesOf(packed)
    this.#mistaken = mistaken
  }

  get isOver(): boolean {
    return !this.#hasMore && this.#bytes.length === 0
  }

  async close(): Promise<void> {
    await this.#pieces.return(undefined)
  }

  async *member(): AsyncGenerator<Uint8Array> {
    this.end = null
    const begins = this.#at
    // No other begins before this one's header and what stands behind it.
    let from = headerLength + trailerLength
    for (;;) {
      const found = this.#next(from, begins)
      if (found >= 0) {
        this.end = this.#at + found
        yield* this.#give(found)
        return
      }
      // The beginning of a header may be all that has come of it, and what stands before one is looked at as well.
      const kept = this.#hasMore ? headerLength + trailerLength : 0
      const sure = Math.max(0, this.#bytes.length - kept)
      from = Math.max(from, this.#bytes.length - headerLength + 1) - sure
      yield* this.#give(sure)
      if (!this.#hasMore) return
      const { done, value } = await this.#pieces.next()
      if (done) this.#hasMore = false
      else this.#bytes = joined(this.#bytes, value)
    }
  }

  /** Where a member could end that begins at a place of the file: a whole header follows, and the size before it may be. */
  #next(from: number, begins: number): number {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)
    for (let at = nextHeader(this.#bytes, from); at >= 0; at = nextHeader(this.#bytes, at + 1)) {
      const place = this.#at + at
      const mayBe = view.getUint32(at - 4, true) <= mostOfAByte * (place - begins)
      if (mayBe && !this.#mistaken.has(place)) return at
    }
    return -1
  }

  *#give(length: number): Generator<Uint8Array> {
    if (length === 0) return
    const given = this.#bytes.subarray(0, length)
    this.#bytes = this.#bytes.subarray(length)
    this.#at += length
    yield given
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/**
 * Where a whole header stands in some bytes, from a place on; -1 for nowhere: deflate, no flag that is reserved, and what
 * programs write as the effort and the system.
 */
function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + headerLength > bytes.length) return -1
    if (bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) continue
    const [flags = 0xff, effort = 0xff, system = 0x80] = [bytes[at + 3], bytes[at + 8], bytes[at + 9]]
    if (flags < 0x20 && [0, 2, 4].includes(effort) && (system < 20 || system === 0xff)) return at
  }
  return -1
}

/** How much comes out of a gzip, as each member says in its last four bytes (ISIZE). */
export async function sizeOfGzip(packed: ReadableStream<Uint8Array>): Promise<number> {
  const cut = new Cut(packed, new Set())
  let size = 0
  try {
    while (!cut.isOver) {
      let tail: number[] = []
      for await (const piece of cut.member()) tail = [...tail, ...piece.subarray(-4)].slice(-4)
      size += tail.reduceRight((sum, byte) => sum * 256 + byte, 0)
    }
  } finally {
    await cut.close()
  }
  return size
}
