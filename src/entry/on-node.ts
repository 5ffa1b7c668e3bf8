/**
 * What every built program does before anything else of it is read: it refuses a Node that is too old, is in production
 * unless told, and names lines of the sources in its errors.
 */
import module from 'node:module'

const { setSourceMapsSupport } = module as { setSourceMapsSupport?: (on: boolean) => void }
const needed = 22
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < needed) {
  process.stderr.write(
    `Honorarium needs Node ${needed} or newer, and this is Node ${process.versions.node}: install a newer one.\n`,
  )
  process.exit(1)
}
process.env.MODE ||= 'production'
// Maps of packages would be read at each start, and their errors are found by their lines as they are.
if (setSourceMapsSupport === undefined) process.setSourceMapsEnabled(true)
else setSourceMapsSupport(true)
