/** A parsed package-lock.json, as far as it matters here. */
export interface Lock {
  packages: Record<string, Entry>
  [key: string]: unknown
}

interface Entry {
  dev?: boolean
  devOptional?: boolean
  optionalDependencies?: Record<string, string>
  [key: string]: unknown
}

/** What a folder with a lock says of itself in its package.json. */
export interface Manifest {
  name: string
  version: string
  license: string
  engines: Record<string, string>
  dependencies: Record<string, string>
}

/** The lock of what production installs: no tools, and no Node, which is the machine's own there. */
export function productionLock(lock: Lock, manifest: Manifest): Lock {
  const { '': whole, ...entries } = lock.packages
  const nodes = Object.keys(whole?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`)
  const needed = Object.entries(entries).filter(
    ([path, { dev, devOptional }]) => !dev && !devOptional && !nodes.includes(path),
  )
  const { name, version, license, dependencies, engines } = manifest
  return { ...lock, packages: { '': { name, version, license, dependencies, engines }, ...Object.fromEntries(needed) } }
}
