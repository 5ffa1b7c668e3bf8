/** A calendar file with one event (RFC 5545), for a reader's own calendar. */

export interface Event {
  /** Names the event for good: the same one again replaces it. An id, never a code. */
  uid: string
  /** ISO 8601 instants; `end` is later than `start`. */
  start: string
  end: string
  title: string
  /** What to do then. The file ends up in calendars that others may read, so no code, token or account. */
  text: string
  /** When this was written. */
  stampedAt: string
}

/**
 * The file's text, to be served as `text/calendar; charset=utf-8`.
 * @throws RangeError when a time is none, or the end is not later than the start
 */
export function icsFile({ uid, start, end, title, text, stampedAt }: Event): string {
  if (Date.parse(end) <= Date.parse(start)) throw new RangeError('An event ends later than it begins.')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Honorarium//Honorarium//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** `20260214T080000Z` (section 3.3.5, form 2). */
function utc(iso: string): string {
  return new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Section 3.3.11: a backslash before what has a meaning, `\n` for a new line, and no other control character. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** Section 3.1: at most 75 octets a line, the rest on lines that begin with a space; no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let out = ''
  let octets = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (octets + size > 75) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += size
  }
  return out
}
