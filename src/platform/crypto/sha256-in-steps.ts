/** SHA-256 of what is written over many steps, in different processes: between them its state is a text. */
import { _SHA256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'

const stateSchema = z.object({ words: z.array(z.int()).length(8), rest: z.string(), length: z.int() })

class Steps extends _SHA256 {
  /** All that decides the digest, as JSON. */
  save(): string {
    const rest = bytesToHex(this.buffer.slice(0, this.pos))
    return JSON.stringify({ words: this.get(), rest, length: this.length } satisfies z.infer<typeof stateSchema>)
  }

  restore(saved: string): this {
    const { words, rest, length } = stateSchema.parse(JSON.parse(saved))
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words
    this.set(a, b, c, d, e, f, g, h)
    const bytes = hexToBytes(rest)
    this.buffer.set(bytes)
    this.pos = bytes.length
    this.length = length
    return this
  }
}

export interface Sha256InSteps {
  update(bytes: Uint8Array): unknown
  /** The state so far; give it to `sha256InSteps` to go on. */
  save(): string
  /** 64 lower-case hex digits; nothing may be added then. */
  end(): string
}

/** @param saved a state to go on from; nothing, or '', for a new one */
export function sha256InSteps(saved = ''): Sha256InSteps {
  const steps = new Steps()
  if (saved !== '') steps.restore(saved)
  return {
    update: (bytes) => steps.update(bytes),
    save: () => steps.save(),
    end: () => bytesToHex(steps.digest()),
  }
}
