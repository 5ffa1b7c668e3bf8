/** XML as a tree, to look at what was written. Throws on what is not well-formed. */
import { SaxesParser } from 'saxes'

export interface Node {
  name: string
  attributes: Readonly<Record<string, string>>
  children: Node[]
  text: string
}

export function treeOf(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node !== undefined) node.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const [whole] = root.children
  if (whole === undefined) throw new Error('There is no element.')
  return whole
}

export const textOf = ({ text }: Node): string => text.trim()
