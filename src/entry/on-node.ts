/**
 * What every built program does before anything else of it is read: it refuses a Node that is too old, is in production
 * unless told, and names lines of the sources in its errors.
 */
import { withSourceLines } from './source-lines.ts'

const needed = 22
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < needed) {
  process.stderr.write(
    `Honorarium needs Node ${needed} or newer, and this is Node ${process.versions.node}: install a newer one.\n`,
  )
  process.exit(1)
}
process.env.MODE ||= 'production'
// What ends a program is printed with its stack; whatever else fails is a line in the log, without one.
process.on('uncaughtExceptionMonitor', (error: unknown) => {
  if (error instanceof Error && error.stack !== undefined) Reflect.set(error, 'stack', withSourceLines(error.stack))
})
