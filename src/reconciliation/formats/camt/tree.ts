/** Small trees of XML, and finding what is in them. */

export interface XmlTree {
  name: string
  attributes: { [name: string]: string }
  text: string
  children: XmlTree[]
}

/** Grows one tree out of what a parser sees; `close` gives it once its root is closed. */
export function growTree(name: string, attributes: { [name: string]: string }) {
  const root: XmlTree = { name, attributes, text: '', children: [] }
  const path = [root]
  return {
    open(child: string, given: { [name: string]: string }) {
      const tree: XmlTree = { name: child, attributes: given, text: '', children: [] }
      path.at(-1)?.children.push(tree)
      path.push(tree)
    },
    text(text: string) {
      const tree = path.at(-1)
      if (tree !== undefined) tree.text += text
    },
    close(): XmlTree | null {
      path.pop()
      return path.length === 0 ? root : null
    },
  }
}

/** The first tree at a path such as `Refs/EndToEndId`. */
export function treeAt(tree: XmlTree | undefined, path: string): XmlTree | undefined {
  let found = tree
  for (const name of path.split('/')) found = found?.children.find((child) => child.name === name)
  return found
}

/** The text at the first of several paths that has one. */
export function textAt(tree: XmlTree | undefined, ...paths: string[]): string | null {
  for (const path of paths) {
    const text = treeAt(tree, path)?.text.trim() ?? ''
    if (text !== '') return text
  }
  return null
}

/** All trees of a name right inside. */
export function treesIn(tree: XmlTree | undefined, name: string): XmlTree[] {
  return tree?.children.filter((child) => child.name === name) ?? []
}
