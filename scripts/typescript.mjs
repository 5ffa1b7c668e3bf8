// `node --import ./scripts/typescript.mjs FILE` runs TypeScript: tsx, with its cache in a directory of this clone's own.
import { privateCache, temporary } from './private-cache.mjs'

// tsx asks once, as it is loaded, where temporary files go; what it runs finds the directory of before.
const before = process.env[temporary]
process.env[temporary] = privateCache()
await import('tsx')
if (before === undefined) delete process.env[temporary]
else process.env[temporary] = before
