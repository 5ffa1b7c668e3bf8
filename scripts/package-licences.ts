/** Under which words the packages are given that are built into the service: whoever packs it passes on their work as well. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * The names, versions and licences of the packages, in order of their names, each with the notices that lie in it.
 * @param root of the project, with a slash at its end
 * @param sources paths below it of what was built in; those of the project itself are passed over
 */
export function packageLicences(root: string, sources: readonly string[]): string {
  const folders = new Set(sources.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as {
      name: string
      version: string
      license: string
    }
    const notices = ['', 'licenses/'].flatMap((part) => noticesIn(`${root}${folder}/${part}`))
    return [`${name} ${version} (${license})`, ...notices].join('\n\n')
  })
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

function noticesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice|copying)/i.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(folder + name, 'utf8').trim())
}
