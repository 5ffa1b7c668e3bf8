/**
 * Many more responses beside those that were copied whole, made by the database itself, which is several times as fast:
 * each as one was the moment it ended, its voucher issued and not yet claimed, nothing typed and nothing agreed to.
 */
import type SqliteFile from 'better-sqlite3'
import { base32Alphabet } from '../../src/platform/crypto/base32.ts'
import type { Person } from './template-rows.ts'

type File = InstanceType<typeof SqliteFile>

/** Each copied one stands for so many. */
export const timesEach = 50
/** A table's rows are made from so many at once. */
const atOnce = 5_000

/** Which of a table's rows one has whose voucher waits. What of it is not there, the others have too. */
const tables: readonly [table: string, which: string][] = [
  ['respondents', 'true'],
  ['responses', 'true'],
  ['lease_steps', 'true'],
  ['leases', 'true'],
  ['documents', 'true'],
  ['response_flags', 'true'],
  ['voucher_steps', 'n = 1'],
  ['vouchers', 'true'],
  ['transfers', `'reserved' in (debit, credit)`],
  ['audit_entries', `action = 'response.complete'`],
]

/** An id like this one, of the same moment: its first two drawn characters are others for each copy. */
const otherId = (column: string) => {
  const drawn = `instr(${column}, '_') + 10`
  const character = (nth: number, further: string) =>
    `substr('${base32Alphabet}${base32Alphabet}', instr('${base32Alphabet}', substr(${column}, ${drawn} + ${nth}, 1)) + ${further}, 1)`
  return `substr(${column}, 1, ${drawn} - 1) || ${character(0, 'copy % 32')} || ${character(1, 'copy / 32')} || substr(${column}, ${drawn} + 2)`
}

const drawn = (length: number) => `substr(lower(hex(randomblob(${Math.ceil(length / 2)}))), 1, ${length})`

/** What stands in a copy where it is not what stands in its row. */
const values: Record<string, string> = {
  'respondents.id': otherId('id'),
  'respondents.resume_hash': drawn(51),
  'responses.export_ref': drawn(13),
  'documents.texts': `''`,
  'documents.texts_key': 'null',
  'vouchers.id': otherId('id'),
  'vouchers.n': '1',
  'vouchers.state': `'issued'`,
  'vouchers.reference_hash': drawn(30),
  'transfers.id': otherId('id'),
  'audit_entries.id': otherId('id'),
}
const ids = ['respondent_id', 'voucher_id', 'subject']

/** @param part does something once, however often a process is ended */
export function addWaiting(
  file: File,
  people: readonly Person[],
  part: (name: string, act: () => void) => void,
  onDone: (done: number) => void,
): void {
  file.exec('create temp table copies (copy integer)')
  const addCopy = file.prepare('insert into temp.copies values (?)')
  for (let copy = 1; copy < timesEach; copy++) addCopy.run(copy)
  let before = 0
  for (const [table, which] of tables) {
    const count = file.prepare(`select max(rowid) from main."${table}"`).pluck().get() as number
    part(`waiting ${table}`, () => {
      const columns = (file.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
      const made = columns.map((name) => values[`${table}.${name}`] ?? (ids.includes(name) ? otherId(name) : name))
      // The copies of one row are of one moment, and stay together as ids of one moment do.
      const add =
        file.prepare(`insert into main."${table}" select ${made.join(', ')} from main."${table}" cross join temp.copies
        where "${table}".rowid > ? and "${table}".rowid <= ? and ${which}`)
      for (let from = 0; from < count; from += atOnce) {
        add.run(from, Math.min(count, from + atOnce))
        onDone(before + Math.min(1, (from + atOnce) / count))
      }
    })
    before += 1
  }
  part('waiting places', () => {
    const add = file.prepare(`insert into filling.places select ${otherId('@id')}, @person, 0 from temp.copies`)
    const copied = file.prepare('select max(rowid) from filling.places').pluck().get() as number
    for (const [person, { respondentId }] of people.entries()) add.run({ id: respondentId, person })
    file
      .prepare(`insert into filling.places select ${otherId('respondent_id')}, person, later_days
        from filling.places cross join temp.copies where places.rowid <= ?`)
      .run(copied)
  })
  file.exec('drop table temp.copies')
}

/** How far it comes, in what `onDone` is told. */
export const waitingSteps = tables.length
