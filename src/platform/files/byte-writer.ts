/** Writing binary formats: numbers and texts one after the other, little-endian. */

const encoder = new TextEncoder()

/** A buffer that grows. Whoever writes much takes what there is from time to time. */
export class ByteWriter {
  #bytes = new Uint8Array(65_536)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  /** How many bytes were written since the last `take()`. */
  get length(): number {
    return this.#length
  }

  /** What was written, and the writer begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  u8(value: number): this {
    const at = this.#room(1)
    this.#view.setUint8(at, value)
    return this
  }

  u16(value: number): this {
    const at = this.#room(2)
    this.#view.setUint16(at, value, true)
    return this
  }

  /** Signed or not: the same bytes. */
  i32(value: number): this {
    const at = this.#room(4)
    this.#view.setInt32(at, value, true)
    return this
  }

  /** A count that fits a number exactly. */
  u64(value: number): this {
    const at = this.#room(8)
    this.#view.setBigUint64(at, BigInt(value), true)
    return this
  }

  f64(value: number): this {
    const at = this.#room(8)
    this.#view.setFloat64(at, value, true)
    return this
  }

  bytes(bytes: Uint8Array): this {
    const at = this.#room(bytes.length)
    this.#bytes.set(bytes, at)
    return this
  }

  /** A byte so many times; `count` may be 0. */
  fill(byte: number, count: number): this {
    const at = this.#room(count)
    this.#bytes.fill(byte, at, at + count)
    return this
  }

  /** A text in UTF-8, as long as it is. */
  text(text: string): this {
    return this.bytes(encoder.encode(text))
  }

  /** A text in UTF-8 in a field of `size` bytes: cut on a character's edge where it is longer, filled up with `byte`. */
  field(text: string, size: number, byte: number): this {
    const at = this.#room(size)
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(at, at + size))
    this.#bytes.fill(byte, at + written, at + size)
    return this
  }

  /** Puts a byte where one was left free, counted from the last `take()`. */
  setU8(at: number, value: number): void {
    this.#bytes[at] = value
  }

  /** Room for so many bytes, at the place that is given back; the view may be another from then on. */
  #room(size: number): number {
    const at = this.#length
    if (at + size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, at + size))
      larger.set(this.#bytes.subarray(0, at))
      this.#bytes = larger
      this.#view = new DataView(larger.buffer)
    }
    this.#length = at + size
    return at
  }
}
