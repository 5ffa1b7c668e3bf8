/** Makes a file of so many rows at a path, and prints what a person has to say to have it read. */
import { writeFileSync } from 'node:fs'
import { makeFile } from '../simulation/statements/make.ts'
import { paymentsFrom } from '../simulation/statements/movement.ts'
import type { StatementFormat } from '../src/reconciliation/formats/statement.ts'

const [path = '', format = '', rows = '0', options = '{}'] = process.argv.slice(2)
const { batch = false, ...rest } = JSON.parse(options)
const movements = paymentsFrom(1, Number(rows)).map((movement) => (batch ? { ...movement, batch: '1' } : movement))
const made = await makeFile(format as StatementFormat, movements, rest)
writeFileSync(path, made.bytes)
console.log(JSON.stringify(made.read))
