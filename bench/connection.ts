/** One kept-alive HTTP/1.1 connection on a bare socket: the driver shares the server's cores, so it must cost little. */
import { connect, type Socket } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export interface Answer {
  status: number
  /** The lines of the head, as they came. */
  head: string
  /** As it came: compressed, when it was asked for so. */
  body: Buffer
  /** Everything that came over the wire, head included. */
  bytes: number
}

/** What a browser says over https, as a line of a request's head. */
export const acceptEncoding = 'Accept-Encoding: gzip, deflate, br'

const blankLine = Buffer.from('\r\n\r\n')

export class Connection {
  readonly port: number
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null

  private constructor(socket: Socket, port: number) {
    this.port = port
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('The server closed the connection')))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' })
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new Connection(socket, port))
      })
    })
  }

  /** Sends a whole request and waits for its whole answer; one at a time. */
  send(request: Buffer | string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.removeAllListeners()
    this.#socket.on('error', () => undefined)
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const answer = readAnswer(this.#received)
    if (answer === null || this.#waiting === null) return
    const { resolve } = this.#waiting
    this.#waiting = null
    this.#received = Buffer.alloc(0)
    resolve(answer)
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error)
    this.#waiting = null
  }
}

/** The answer in these bytes, or null while some of it is missing. */
function readAnswer(bytes: Buffer): Answer | null {
  const end = bytes.indexOf(blankLine)
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = headerOf(head, 'content-length')
  const start = end + blankLine.length
  if (length !== undefined) {
    const whole = start + Number(length)
    return bytes.length < whole ? null : { status, head, body: bytes.subarray(start, whole), bytes: whole }
  }
  if (headerOf(head, 'transfer-encoding') === undefined) {
    return { status, head, body: Buffer.alloc(0), bytes: start }
  }
  return readChunks(bytes, start, status, head)
}

function readChunks(bytes: Buffer, start: number, status: number, head: string): Answer | null {
  const parts: Buffer[] = []
  let at = start
  for (;;) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    const next = line + 2 + size + 2
    if (bytes.length < next) return null
    if (size === 0) return { status, head, body: Buffer.concat(parts), bytes: next }
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = next
  }
}

/** The value of a header, or undefined. */
export function headerOf(head: string, name: string): string | undefined {
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim()
}

/** The text of an answer, however it was packed. */
export function textOf({ head, body }: Pick<Answer, 'head' | 'body'>): string {
  const coding = headerOf(head, 'content-encoding')
  if (coding === undefined) return body.toString()
  return (coding === 'br' ? brotliDecompressSync(body) : gunzipSync(body)).toString()
}
