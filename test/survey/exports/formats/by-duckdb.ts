/** A reader of Parquet, JSON and CSV that we did not write. */
import { writeFile } from 'node:fs/promises'
import { DuckDBInstance } from '@duckdb/node-api'

/** What a query says of a file, whose name stands where it says `FILE`. Numbers of 64 bits come as texts. */
export async function rowsOf(path: string, bytes: Uint8Array | string, query: string) {
  await writeFile(path, bytes)
  const instance = await DuckDBInstance.create(':memory:')
  try {
    const connection = await instance.connect()
    const read = await connection.runAndReadAll(query.replaceAll('FILE', `'${path}'`))
    connection.closeSync()
    return read.getRowObjectsJson()
  } finally {
    instance.closeSync()
  }
}
