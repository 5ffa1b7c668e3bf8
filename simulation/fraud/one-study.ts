/** The process of one study: its seed and its crowd as arguments, what it tells as messages. */
import { beOneStudy } from './studies.ts'

const [seed = '', crowd = ''] = process.argv.slice(2)
await beOneStudy(seed, JSON.parse(crowd), (message) => process.send?.(message))
process.once('message', () => process.disconnect())
