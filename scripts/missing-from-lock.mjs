/**
 * The optional packages that a parsed package-lock.json asks for but holds no entry of: `npm ci` would refuse it.
 * Answers with their names, versions and the entry that needs each.
 */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([path, neededBy]) =>
    Object.entries(neededBy.optionalDependencies ?? {})
      .filter(([name]) => !placesToLook(path, name).some((place) => place in packages))
      .map(([name, version]) => ({ name, version, neededBy })),
  )
}

/** Where Node looks for a package: beside the one that asks, then further and further out. */
function placesToLook(path, name) {
  const folders = path.split('/node_modules/').map((_, i, all) => all.slice(0, i + 1).join('/node_modules/'))
  return [...folders.filter(Boolean).map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}
