/**
 * What TSX is compiled to: markup is written as it is made, innermost first, so that a page is one text in the end and no
 * tree of nodes is built and walked. It writes what `hono/jsx` writes of the same, which a test compares (but for a 0 alone in a fragment, which that leaves out); what no page needs,
 * such as handlers and styles in attributes, it does not take.
 */
import type { JSX } from 'hono/jsx/jsx-runtime'

export type { JSX } from 'hono/jsx/jsx-runtime'

/** Markup that is written; `c.html` takes it, and `hono/html` does not escape it again. */
class Written {
  readonly isEscaped = true
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** Markup that waits for what some component of it reads. */
class Awaited {
  readonly isEscaped = true
  readonly promise: Promise<Written>

  constructor(promise: Promise<Written>) {
    this.promise = promise
    // Whoever it was made for may have failed first, and then nobody asks any more; an error that nobody hears would end a
    // process.
    promise.catch(() => undefined)
  }

  /** As `c.html` asks for it. */
  toString(): Promise<string> {
    return this.promise.then(({ text }) => text)
  }
}

type Props = Record<string, unknown>
type Component = (props: Props) => unknown

const withoutEnd = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
])

/** Attributes that are there or not, and have no value. */
const plain = new Set(
  'async autofocus checked controls default defer disabled download formnovalidate hidden inert loop multiple muted nomodule novalidate open readonly required reversed selected'.split(
    ' ',
  ),
)

/** Writes an element, or what a component makes of its properties. */
export function jsx(tag: string | Component, props: Props): JSX.Element {
  return written(tag, props) as unknown as JSX.Element
}

export { jsx as jsxDEV, jsx as jsxs }

/** Several things one after the other. */
export function Fragment({ children }: { children?: unknown }): JSX.Element {
  return inner(children, (text) => text) as unknown as JSX.Element
}

function written(tag: string | Component, props: Props): Written | Awaited {
  if (typeof tag === 'function') return inner(tag(props), (text) => text)
  let start = `<${tag}`
  for (const name in props) {
    if (name !== 'children') start += attribute(name, props[name])
  }
  if (withoutEnd.has(tag)) return new Written(`${start}/>`)
  return inner(props.children, (text) => `${start}>${text}</${tag}>`)
}

function inner(children: unknown, around: (text: string) => string): Written | Awaited {
  const text = textOf(children)
  if (text !== null) return new Written(around(text))
  return new Awaited(known(children).then((all) => new Written(around(textOf(all) ?? ''))))
}

/** The markup of children, texts among them escaped; null when something of it is yet to come. */
function textOf(child: unknown): string | null {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Written) return child.text
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (Array.isArray(child)) {
    let text = ''
    for (const one of child) {
      const more = textOf(one)
      if (more === null) return null
      text += more
    }
    return text
  }
  if (child instanceof Awaited || child instanceof Promise) return null
  if (isEscaped(child)) return String(child)
  throw new TypeError('Markup has texts, numbers and markup in it, and nothing else')
}

/** The same children when all of them are there. */
async function known(child: unknown): Promise<unknown> {
  if (Array.isArray(child)) return Promise.all(child.map(known))
  if (child instanceof Awaited) return child.promise
  return child instanceof Promise ? known(await child) : child
}

function attribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean' && plain.has(name)) return value ? ` ${name}=""` : ''
  if (typeof value === 'boolean' || typeof value === 'number') return ` ${name}="${value}"`
  throw new TypeError(`The attribute ${name} is neither a text nor a number`)
}

/** What `raw` of `hono/html` makes. */
function isEscaped(child: unknown): boolean {
  return typeof child === 'object' && child !== null && 'isEscaped' in child && child.isEscaped === true
}

const special = /[&<>'"]/
const specials = /[&<>'"]/g
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' }

function escaped(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => escapes[character] ?? character) : text
}
