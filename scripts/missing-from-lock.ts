/** A parsed package-lock.json, as far as it matters here. */
export interface Lock {
  packages: Record<string, LockEntry>
}

export interface LockEntry {
  version?: string
  cpu?: string[] | undefined
  dev?: boolean | undefined
  libc?: string[] | undefined
  optional?: boolean
  os?: string[] | undefined
  optionalDependencies?: Record<string, string>
}

/**
 * The optional packages that a lock asks for but holds no entry of: `npm ci` would refuse it. Answers with the name and
 * version of each, and with the entry that needs it.
 */
export function missingFromLock({ packages }: Lock): { name: string; version: string; neededBy: LockEntry }[] {
  return Object.entries(packages).flatMap(([path, neededBy]) =>
    Object.entries(neededBy.optionalDependencies ?? {})
      .filter(([name]) => !placesToLook(path, name).some((place) => place in packages))
      .map(([name, version]) => ({ name, version, neededBy })),
  )
}

/** Where Node looks for a package: beside the one that asks, then further and further out. */
function placesToLook(path: string, name: string): string[] {
  const folders = path.split('/node_modules/').map((_, i, all) => all.slice(0, i + 1).join('/node_modules/'))
  return [...folders.filter(Boolean).map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}
