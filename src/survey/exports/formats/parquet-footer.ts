/**
 * The end of a Parquet file says where each column of each group of rows lies. The library keeps an object for each until then, 580
 * bytes, and makes as much again of all of them at once; here each group is kept as the 40 bytes a column that are written of it.
 * @see https://parquet.apache.org/docs/file-format/metadata/
 */
import type { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import type { writeMetadata } from 'hyparquet-writer/src/metadata.js'

type FileMetadata = Parameters<typeof writeMetadata>[1]
type RowGroup = FileMetadata['row_groups'][number]
type Metadata = Omit<FileMetadata, 'row_groups' | 'metadata_length'>

interface Library {
  ByteWriter: typeof ByteWriter
  writeMetadata: typeof writeMetadata
}

const emptyGroup: RowGroup = { columns: [], total_byte_size: 0n, num_rows: 0n }
/** Thrift's compact protocol: a list's head has its length before the type of its items, where that is below 15. One of nothing has no type. */
const [struct, longest] = [12, 15]

/** No group yet. */
export function footerInParts({ ByteWriter, writeMetadata }: Library) {
  const groups: Uint8Array[] = []
  const written = (metadata: Metadata, rowGroups: RowGroup[]): Uint8Array => {
    const writer = new ByteWriter()
    writeMetadata(writer, { ...metadata, row_groups: rowGroups } as FileMetadata)
    // Its length comes behind it.
    return writer.getBytes().slice(0, -4)
  }
  /** What stands before the list of groups, and behind it: a list of one has another head than one of none. */
  const around = (metadata: Metadata) => {
    const [none, one] = [written(metadata, []), written(metadata, [emptyGroup])]
    const head = none.findIndex((byte, at) => byte !== one[at])
    return { before: none.subarray(0, head), behind: none.subarray(head + 1) }
  }
  const bare: Metadata = { version: 2, schema: [{ name: 'responses', num_children: 0 }], num_rows: 0n }
  const { before, behind } = around(bare)
  return {
    /** Behind those that were added before. */
    add(group: RowGroup): void {
      groups.push(written(bare, [group]).slice(before.length + 1, -behind.length))
    },
    /** Writes it, its length and the mark that ends a file. @param metadata all but the groups */
    write(writer: ByteWriter, metadata: Metadata): void {
      const { before, behind } = around(metadata)
      const start = writer.offset
      writer.appendBytes(before)
      writer.appendUint8((Math.min(groups.length, longest) << 4) | (groups.length > 0 ? struct : 0))
      if (groups.length >= longest) writer.appendVarInt(groups.length)
      for (const group of groups) writer.appendBytes(group)
      writer.appendBytes(behind)
      writer.appendUint32(writer.offset - start)
      writer.appendBytes(new TextEncoder().encode('PAR1'))
    },
  }
}
