/** What people call a batch by: the part of its id that tells it apart. */
export function batchNumber(id: string): string {
  return id.replace('batch_', '')
}
