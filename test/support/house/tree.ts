import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, with a slash at the end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface TextFile {
  /** Relative to the project, with forward slashes. */
  path: string
  text: string
}

/** Every text file of the project that is not ignored by git, in order of path. */
export function textFiles(): TextFile[] {
  const ignored = readFileSync(`${root}.gitignore`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/\/$/, ''))
  // As git reads it: with a slash in front or inside, a line is a path; without, a name in any folder.
  const isIgnored = (path: string, name: string) =>
    name === '.git' ||
    ignored.some((line) =>
      line.includes('/')
        ? line.replace(/^\//, '') === path
        : line === name || (line[0] === '*' && name.endsWith(line.slice(1))),
    )
  const walk = (folder: string): string[] =>
    readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
      const path = folder + entry.name
      if (isIgnored(path, entry.name)) return []
      return entry.isDirectory() ? walk(`${path}/`) : [path]
    })
  return walk('')
    .filter((path) => !/\.(png|jpg|webp|ico|woff2|db)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))
}

/** TypeScript without its comments, line for line. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ')
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|\s)\/\/.*$/gm, blank)
}

export interface Import {
  /** The file that imports. */
  from: string
  line: number
  /** A path of the project, or the name of a package or of a part of Node. */
  to: string
  /** Only a type, which is gone when the program runs. */
  typeOnly: boolean
}

/** What a TypeScript file imports, exports from elsewhere, or loads when needed. */
export function importsOf({ path, text }: TextFile): Import[] {
  const code = withoutComments(text)
  const found = code.matchAll(
    /^(?:import|export)(?<type> type)?\s[^'"`;]*?from '(?<from>[^']+)'|^import '(?<bare>[^']+)'|\bimport\('(?<lazy>[^']+)'\)/gm,
  )
  return [...found].map(({ index, groups = {} }) => {
    const name = groups.from ?? groups.bare ?? groups.lazy ?? ''
    return {
      from: path,
      line: code.slice(0, index).split('\n').length,
      to: name.startsWith('.') ? normalize(join(dirname(path), name)) : name,
      typeOnly: groups.type !== undefined,
    }
  })
}

export interface Link {
  line: number
  to: string
}

/** The links and pictures of a Markdown page whose target is a file of the project that does not exist. */
export function deadLinks({ path, text }: TextFile): Link[] {
  const found = text.matchAll(/\]\((?<link>[^()\s]+)(?: "[^"]*")?\)|(?:src|href)="(?<attribute>[^"]+)"/g)
  return [...found]
    .map(({ index, groups = {} }) => ({
      line: text.slice(0, index).split('\n').length,
      to: groups.link ?? groups.attribute ?? '',
    }))
    .filter(({ to }) => !/^([a-z]+:|#)/.test(to))
    .filter(({ to }) => !existsSync(join(root, dirname(path), decodeURI(to.replace(/[#?].*$/, '')))))
}

/**
 * The files and folders in code marks of a Markdown page that the project does not have. Those that stand for any of their
 * kind are left out: `x`, `fr` and words in capitals.
 */
export function deadPaths({ path, text }: TextFile): Link[] {
  const named = /`((?:src|schema|messages|demo|simulation|scripts|bench|docs|test|migrations)\/[\w./-]+)`/g
  return [...text.matchAll(named)]
    .map(({ index, 1: to = '' }) => ({ line: text.slice(0, index).split('\n').length, to }))
    .filter(({ to }) => !to.split('/').some((part) => /^(x|fr|[A-Z]+)$/.test(part)))
    .filter(({ to }) => ![root, join(root, dirname(path))].some((from) => existsSync(join(from, to))))
}
