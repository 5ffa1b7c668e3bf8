import type { Ports } from '../../ports.ts'

/**
 * Writes log entries as lines of JSON.
 * @param write takes whole lines
 */
export function jsonLog(level: 'all' | 'errors' | 'none', write: (lines: string) => void): Ports['log'] {
  if (level === 'none') return () => undefined
  return (entry) => {
    if (level === 'errors' && entry.failure === undefined && Number(entry.status) < 500) return
    write(`${JSON.stringify(entry)}\n`)
  }
}
