/**
 * ISO 20022 cash management messages, cut while they stream: containers (`Document`, the message, its section,
 * `Ntry`, `NtryDtls`) are opened and closed, everything right inside of one comes as a small tree. An entry of a batch
 * may have any number of transactions, and none of them is kept. No DTD, no entity but XML's own five. A file may have
 * several documents, one behind the other or in one envelope.
 */
import { piecesOf } from '../../../platform/files/bytes.ts'
import { decoded, type Encoding } from '../../../platform/files/encoding.ts'
import { longestText, mostNodes, mostNodesOfAUnit } from '../../../platform/files/limits.ts'
import { xmlBeginning } from '../../../platform/files/xml/declaration.ts'
import { XmlReader } from '../../../platform/files/xml/read.ts'
import type { FilePosition, ParsedBatch, ParsedRecord, Source } from '../parser.ts'
import { BrokenFile } from '../statement.ts'
import { growTree, type XmlTree } from './tree.ts'

const containers = [
  'BkToCstmrStmt',
  'BkToCstmrDbtCdtNtfctn',
  'BkToCstmrAcctRpt',
  'Stmt',
  'Ntfctn',
  'Rpt',
  'Ntry',
  'NtryDtls',
] as const
export type Container = 'Document' | (typeof containers)[number]

export type CamtEvent =
  | { is: 'open'; name: Container; version: string | null }
  | { is: 'unit'; within: Container; tree: XmlTree }
  | { is: 'close'; name: Container }

/** Replaced, never changed: one is kept behind every event. */
interface Memory {
  /** The tags that are open, as they stand in the file. */
  readonly open: readonly { tag: string; name: string }[]
  /** The namespace's prefix in the document; null outside of one. */
  readonly prefix: string | null
  /** A document has ended. */
  readonly isOver?: boolean
  /** As declared; absent for UTF-8. */
  readonly encoding?: Encoding
  /** Elements, texts and the like so far; absent in older checkpoints. */
  readonly nodes?: number
}

const greaterThan = 0x3e
/** A document behind another has its own declaration, which stands at the beginning of a file otherwise. */
const declarations = /<\?xml(\s[^<>]*)\?>/g
/** As long, and with as many ends of tags. */
const asComment = (_: string, inside: string) => `<!--${inside.replaceAll('-', ' ')}-->`
/** Documents stand in it, so that there may be several. */
const around = 'documents'
const nothingBefore = { length: 0, lines: 0 }

export const camtSource: Source<CamtEvent> = {
  begin: (head): Memory => {
    const { encoding, declared } = xmlBeginning(head)
    if (encoding === null) throw new BrokenFile('encoding', 1, declared)
    return { open: [], prefix: null, ...(encoding === 'utf-8' ? {} : { encoding }) }
  },
  batches: (stream, place, memory) => eventsOf(stream, place, memory as Memory),
}

async function* eventsOf(
  stream: ReadableStream<Uint8Array>,
  from: FilePosition,
  memory: Memory,
): AsyncGenerator<ParsedBatch<CamtEvent>> {
  let reader = new CamtReader(memory, from.line)
  const { encoding = 'utf-8' } = memory
  let { offset } = from
  let rest: Uint8Array = new Uint8Array()
  for await (const piece of piecesOf(stream)) {
    const { length: skipped, lines } = offset === 0 && rest.length === 0 ? xmlBeginning(piece) : nothingBefore
    if (lines > 0) reader = new CamtReader(memory, from.line + lines)
    offset += skipped
    const bytes = new Uint8Array(rest.length + piece.length - skipped)
    bytes.set(rest)
    bytes.set(piece.subarray(skipped), rest.length)
    // A tag's end is one byte in each of them, and no part of another character.
    const end = bytes.lastIndexOf(greaterThan) + 1
    if (end === 0 && bytes.length > 2 * longestText) throw new BrokenFile('line_too_long', reader.line)
    const read = decoded(bytes.subarray(0, end), encoding)
    if (read === null) throw new BrokenFile('encoding', reader.line)
    const text = read.replace(declarations, asComment)
    const { parts, last } = reader.read(text)
    if (last !== null) {
      const before = text.slice(0, last.chars)
      const length = text.length === end ? before.length : encodedLength(before, bytes, encoding)
      yield {
        parts,
        place: { line: last.line - 1, offset: offset + length },
        memory: { ...last.memory, nodes: last.nodes },
      }
    }
    offset += end
    rest = bytes.slice(end)
  }
  // Mainframes and old programs fill a file up with zeros, or end it with Ctrl-Z.
  const tail = decoded(rest, encoding)?.replaceAll('\0', '').replaceAll('\x1a', '').trim()
  if (tail !== '') throw new BrokenFile('truncated', reader.line)
  reader.close()
}

/** How many bytes a text takes, of which `bytes` begin with it. It ends behind a tag, or the next event would not. */
function encodedLength(text: string, bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-8') return new TextEncoder().encode(text).length
  if (encoding === 'windows-1252') return text.length
  // Behind as many tags' ends as the text has.
  let at = 0
  for (let found = text.indexOf('>'); found >= 0; found = text.indexOf('>', found + 1)) {
    at = bytes.indexOf(greaterThan, at) + 1
  }
  return at
}

interface Last {
  /** How far into the text that is being read. */
  chars: number
  line: number
  memory: Memory
  nodes: number
}

class CamtReader {
  readonly #xml: XmlReader
  #memory: Memory
  #parts: ParsedRecord<CamtEvent>[] = []
  /** Behind the last event, and what to remember there. */
  #last: Last | null = null
  /** The tree that is growing. */
  #tree: ReturnType<typeof growTree> | null = null

  constructor(memory: Memory, lines: number) {
    // A checkpoint of an earlier release still has the prefix of a document that has ended.
    const isOver = memory.prefix !== null && memory.open.length === 0
    this.#memory = isOver ? { ...memory, prefix: null, isOver } : memory
    // The tags that were open at the checkpoint are opened again, without anybody hearing of it.
    this.#xml = new XmlReader(
      {
        open: (name, attributes) => this.#open(name, attributes),
        close: (name) => this.#close(name),
        text: (text) => this.#text(text),
      },
      { ofAUnit: mostNodesOfAUnit, inAll: mostNodes },
      { line: lines, nodes: memory.nodes ?? 0 },
      [`<${around}>`, ...memory.open.map(({ tag }) => tag)],
    )
  }

  /** The line of the file at which it stands. */
  get line(): number {
    return this.#xml.line
  }

  read(text: string) {
    this.#parts = []
    this.#last = null
    this.#xml.write(text)
    return { parts: this.#parts, last: this.#last as Last | null }
  }

  close() {
    const { open, isOver } = this.#memory
    // What stands open still is unclosed, and the reader says so.
    if (open.length === 0 && this.#tree === null) this.#xml.write(`</${around}>`)
    this.#xml.close()
    if (isOver !== true) throw new BrokenFile('unknown_format', this.line)
  }

  #open(name: string, attributes: { [name: string]: string }) {
    if (this.#tree !== null) {
      this.#tree.open(this.#local(name), attributes)
      return
    }
    const { open } = this.#memory
    const namespace = this.#memory.prefix === null ? namespaceOf(name, attributes) : null
    if (namespace !== null) {
      this.#memory = { ...this.#memory, prefix: namespace.prefix }
      this.#push(name, attributes, 'Document')
      this.#emit({ is: 'open', name: 'Document', version: namespace.version })
      return
    }
    const local = this.#local(name)
    if (local === 'Document' && this.#memory.prefix !== null) throw new BrokenFile('xml', this.line, 'Document')
    const within = open.at(-1)?.name ?? ''
    if (this.#memory.prefix === null || within === '' || within === '?') this.#push(name, attributes, '?')
    else if ((containers as readonly string[]).includes(local)) {
      this.#push(name, attributes, local)
      this.#emit({ is: 'open', name: local as Container, version: null })
    } else this.#tree = growTree(local, attributes)
  }

  #close(name: string) {
    if (this.#tree !== null) {
      const tree = this.#tree.close()
      if (tree === null) return
      this.#tree = null
      this.#emit({ is: 'unit', within: (this.#memory.open.at(-1)?.name ?? 'Document') as Container, tree })
      return
    }
    // Ours is closed when nothing else stands open.
    if (name === around && this.#memory.open.length === 0) return
    this.#memory = { ...this.#memory, open: this.#memory.open.slice(0, -1) }
    const local = this.#local(name)
    const isContainer = local === 'Document' || (containers as readonly string[]).includes(local)
    if (this.#memory.prefix === null || !isContainer) return
    if (local === 'Document') this.#memory = { ...this.#memory, prefix: null, isOver: true }
    this.#emit({ is: 'close', name: local as Container })
  }

  #text(text: string) {
    if (this.#tree !== null) this.#tree.text(text)
    else if (this.#memory.open.length === 0 && text.trim() !== '') throw new BrokenFile('xml', this.line)
  }

  #push(tag: string, attributes: { [name: string]: string }, name: string) {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
    this.#memory = { ...this.#memory, open: [...this.#memory.open, { tag: `<${tag}${written.join('')}>`, name }] }
  }

  #emit(value: CamtEvent) {
    const { line } = this
    this.#parts.push({ value, line })
    this.#last = { chars: this.#xml.position, line, memory: this.#memory, nodes: this.#xml.nodes }
    this.#xml.counted()
  }

  /** The name within our namespace; another one's is nothing we know. */
  #local(name: string): string {
    const { prefix } = this.#memory
    const isOurs = prefix === null || prefix === '' || name.startsWith(`${prefix}:`)
    const local = prefix ? name.slice(prefix.length + 1) : name
    // The very first version had its number in the message's name.
    return isOurs ? local.replace(/^(BkToCstmr\w+)V01$/, '$1') : '?'
  }
}

/** The message's namespace and version, on whichever element declares it. */
function namespaceOf(name: string, attributes: { [name: string]: string }): { prefix: string; version: string } | null {
  const [prefix, local] = name.includes(':') ? (name.split(':') as [string, string]) : ['', name]
  if (local !== 'Document') return null
  const uri = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? ''
  return { prefix, version: uri.replace(/^urn:iso:std:iso:20022:tech:xsd:/, '') }
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
