/** Reads little-endian numbers and texts one after the other. */
export class ByteReader {
  at = 0
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  u8 = () => this.#view.getUint8(this.#move(1))
  i8 = () => this.#view.getInt8(this.#move(1))
  u16 = () => this.#view.getUint16(this.#move(2), true)
  i16 = () => this.#view.getInt16(this.#move(2), true)
  i32 = () => this.#view.getInt32(this.#move(4), true)
  f64 = () => this.#view.getFloat64(this.#move(8), true)
  u64 = () => Number(this.#view.getBigUint64(this.#move(8), true))

  raw(length: number): Uint8Array {
    const at = this.#move(length)
    return this.bytes.subarray(at, at + length)
  }

  /** Fails where the bytes are no whole characters. */
  text = (length: number) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.raw(length))

  /** Up to the first zero of a field. */
  field(length: number): string {
    const raw = this.raw(length)
    const end = raw.indexOf(0)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(end < 0 ? raw : raw.subarray(0, end))
  }

  expect(text: string): void {
    const found = this.text(text.length)
    if (found !== text) throw new Error(`${text} was expected at ${this.at - text.length}, not ${found}`)
  }

  #move(length: number): number {
    const at = this.at
    this.at += length
    return at
  }
}
