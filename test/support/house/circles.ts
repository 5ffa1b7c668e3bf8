import type { Import } from './tree.ts'

/** The groups of files that import each other in circles (strongly connected components, by Tarjan), each in order. */
export function circles(imports: readonly Pick<Import, 'from' | 'to'>[]): string[][] {
  const uses = new Map<string, string[]>()
  for (const { from, to } of imports) uses.set(from, [...(uses.get(from) ?? []), to])
  const found: string[][] = []
  const met = new Map<string, { at: number; lowest: number; isOpen: boolean }>()
  const open: string[] = []
  const visit = (path: string) => {
    const here = { at: met.size, lowest: met.size, isOpen: true }
    met.set(path, here)
    open.push(path)
    for (const next of uses.get(path) ?? []) {
      const there = met.get(next) ?? visit(next)
      if (there.isOpen) here.lowest = Math.min(here.lowest, there.lowest)
    }
    if (here.lowest === here.at) {
      const group = open.splice(open.indexOf(path))
      for (const one of group) (met.get(one) ?? here).isOpen = false
      if (group.length > 1 || (uses.get(path) ?? []).includes(path)) found.push(group.sort())
    }
    return here
  }
  for (const path of uses.keys()) if (!met.has(path)) visit(path)
  return found
}
