/** Makes a file of so many rows at a path, and prints what a person has to say to have it read. */
import { writeFileSync } from 'node:fs'
import { makeFile } from '../src/statements/generate/make.ts'
import { paymentsFrom } from '../src/statements/generate/movement.ts'
import type { Format } from '../src/statements/statement.ts'

const [path = '', format = '', rows = '0', options = '{}'] = process.argv.slice(2)
const { batch = false, ...rest } = JSON.parse(options)
const movements = paymentsFrom(1, Number(rows)).map((movement) => (batch ? { ...movement, batch: '1' } : movement))
const made = await makeFile(format as Format, movements, rest)
writeFileSync(path, made.bytes)
console.log(JSON.stringify(made.read))
