/**
 * - `file`: what is answered is a file of answers, a piece at a time
 * - `writing`: work on one, such as its first pass
 * - `page`: what is counted for a page
 */
export type ResultsWork = 'file' | 'writing' | 'page'

const ofStudy = /^\/admin\/studies\/[^/]+\/(?:(insights|exports)(?=[/.]|$)|responses\.csv$)/

/** Which work on all answers of a study an address asks for; null for any other, and for what changes little and reads less. */
export function resultsWorkOf(method: string, path: string): ResultsWork | null {
  const found = ofStudy.exec(path)
  const isRead = method === 'GET' || method === 'HEAD'
  if (found === null || (!isRead && method !== 'POST')) return null
  const [, part] = found
  if (part === 'insights') return isRead ? 'page' : null
  if (part === undefined) return isRead ? null : 'file'
  if (isRead) return path.endsWith('/file') ? 'file' : 'page'
  return path.endsWith('/file') ? null : 'writing'
}
