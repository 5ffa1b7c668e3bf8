/** A process of its own that looks through the file of the embedded database once, and says what is wrong with it. */
import { checkFile } from '../../platform/db/sqlite-file/check-file.ts'
import type { FromFileProcess } from './watch-file.ts'

const say = (message: FromFileProcess) => process.send?.(message)
const [, , path = ''] = process.argv
try {
  say({ lines: checkFile(path, false) })
} catch (error) {
  say({ failed: String(error) })
}
