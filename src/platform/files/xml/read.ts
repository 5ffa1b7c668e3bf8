/**
 * XML as it streams, no more of it than any message needs: no DTD, no entity but XML's own five, and nothing deeper,
 * longer or more than `limits.ts` says.
 */
import { SaxesParser } from 'saxes'
import { deepest, longestText, mostAttributes } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

export type XmlFault = 'xml' | 'truncated' | 'doctype' | 'too_deep' | 'too_many' | 'line_too_long'

export interface XmlHandlers {
  open(name: string, attributes: { [name: string]: string }): void
  close(name: string): void
  /** A text between tags; CDATA is text, too. */
  text(text: string): void
}

export interface XmlLimits {
  /** Elements, texts and the like since the last call of `counted`. */
  ofAUnit: number
  /** The same in all. */
  inAll: number
}

/** What is told of a `&` that begins no entity, which XML wants to be written otherwise. */
const bareAmpersand = '& → &amp;'
/** A text with a `&` that begins none of XML's entities, and soon behind it something that no name of one has. */
const withBareAmpersand = /^([^<&]*(?:&(?:#\w+|\w+);[^<&]*)*)&(?!#?\w+;)#?\w{0,40}[^\w#;]/

/** Throws `UnreadableFile` with an `XmlFault` and its line. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #limits: XmlLimits
  readonly #linesBefore: number
  #depth = 0
  /** Characters that were written before the text that is being written. */
  #given = 0
  #unit = 0
  #attributes = 0
  /** Where the last thing ended that was whole. */
  #wholeAt = 0
  /** What was written since then, but for what was whole before the last text came; and where it begins. */
  #text = ''
  #textAt = 0
  /** Elements, texts and the like, so far. */
  nodes: number

  /**
   * @param from lines of the file, and nodes, before the first that it counts
   * @param open tags that stand open already, of which nobody hears again; the first is around the whole file
   */
  constructor(handlers: XmlHandlers, limits: XmlLimits, from = { line: 0, nodes: 0 }, open: readonly string[] = []) {
    this.#limits = limits
    this.#linesBefore = from.line
    this.nodes = from.nodes
    const parser = this.#parser
    parser.on('error', ({ message }) => {
      if (message.includes('entity')) this.#fail('xml', bareAmpersand)
      if (message.includes('doctype')) this.#fail('doctype')
      this.#fail(/unclosed|document must contain a root/.test(message) ? 'truncated' : 'xml')
    })
    parser.on('doctype', () => this.#fail('doctype'))
    const tags = open.join('')
    if (tags !== '') parser.write(tags)
    this.#depth = Math.max(0, open.length - 1)
    this.#given = tags.length
    this.#wholeAt = tags.length
    this.#textAt = tags.length
    parser.on('attribute', () => {
      this.#attributes += 1
      if (this.#attributes > mostAttributes) this.#fail('too_many', `${mostAttributes} attributes`)
      this.#whole()
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#node()
      this.#attributes = 0
      this.#depth += 1
      if (this.#depth > deepest) this.#fail('too_deep', String(deepest))
      handlers.open(name, attributes)
    })
    parser.on('closetag', ({ name }) => {
      this.#whole()
      this.#depth -= 1
      handlers.close(name)
    })
    const hear = (text: string) => {
      this.#node()
      handlers.text(text)
    }
    parser.on('text', hear)
    parser.on('cdata', hear)
    parser.on('comment', () => this.#node())
    parser.on('processinginstruction', () => this.#node())
  }

  /** The line of the file at which it stands. */
  get line(): number {
    return this.#linesBefore + this.#parser.line
  }

  /** Within a handler: how many characters of the text that is being written have been read. */
  get position(): number {
    return this.#parser.position - this.#given
  }

  write(text: string): void {
    this.#text = this.#text.slice(this.#wholeAt - this.#textAt) + text
    this.#textAt = this.#wholeAt
    this.#parser.write(text)
    this.#given += text.length
    this.#checkLength(this.#given)
  }

  close(): void {
    this.#parser.close()
  }

  /** Something was made of what came since the last call. */
  counted(): void {
    this.#unit = 0
  }

  #node(): void {
    this.nodes += 1
    this.#unit += 1
    const { ofAUnit, inAll } = this.#limits
    if (this.#unit > ofAUnit) this.#fail('too_many', `${ofAUnit} elements`)
    if (this.nodes > inAll) this.#fail('too_many', `${inAll} elements`)
    this.#whole()
  }

  /** Between two things that are whole stands one text, name, attribute or comment. */
  #whole(): void {
    const { position } = this.#parser
    this.#checkLength(position)
    this.#wholeAt = position
  }

  #checkLength(position: number): void {
    if (position - this.#wholeAt > longestText) this.#fail('line_too_long', String(longestText))
  }

  /** What was written behind the last thing that was whole. */
  #unfinished(): string {
    return this.#text.slice(this.#wholeAt - this.#textAt)
  }

  #fail(why: XmlFault, detail: string | null = null): never {
    // The parser looks for the end of an entity, through all that follows.
    const [, before] = (/^(?:truncated|line_too_long)$/.test(why) && withBareAmpersand.exec(this.#unfinished())) || []
    if (before !== undefined) {
      const behind = this.#unfinished().slice(before.length).split('\n').length - 1
      throw new UnreadableFile<XmlFault>('xml', this.line - behind, bareAmpersand)
    }
    throw new UnreadableFile<XmlFault>(why, this.line, detail)
  }
}
