/** Where something stands in the sources: maps are read when a program ends by an error, since all of them take megabytes. */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const place = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g

/** The stack with places of the sources, `src/entry/node.ts:3:1`, as far as a map lies beside what was built. */
export function withSourceLines(stack: string): string {
  const maps = new Map<string, SourceMap | null>()
  return stack.replace(place, (built: string, url: string, line: string, column: string) => {
    const map = maps.get(url) ?? mapBeside(fileURLToPath(url))
    maps.set(url, map)
    const origin = map?.findOrigin(Number(line), Number(column))
    if (origin === undefined || !('fileName' in origin)) return built
    return `${origin.fileName.replace(/^(\.\.\/)+/, '')}:${origin.lineNumber}:${origin.columnNumber}`
  })
}

function mapBeside(path: string): SourceMap | null {
  if (!existsSync(`${path}.map`)) return null
  return new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')))
}
