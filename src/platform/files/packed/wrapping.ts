/** How a file is wrapped, by its first bytes and never by its name. */

export function wrappingOf(head: Uint8Array): 'gzip' | 'zip' | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04) return 'zip'
  return null
}

/** Workbooks and documents are ZIPs as well, and their first file is always one of these. */
export function isWorkbook(head: Uint8Array): boolean {
  const name = new TextDecoder('latin1').decode(head.subarray(30, 60))
  return wrappingOf(head) === 'zip' && /^(\[Content_Types\]|_rels\/|xl\/|docProps\/|word\/|mimetype)/.test(name)
}

/** Whether a file is packed around other files: a workbook is a ZIP, and a file of its own. */
export function isPacked(head: Uint8Array): boolean {
  return wrappingOf(head) !== null && !isWorkbook(head)
}
