import { expect, test } from 'vitest'
import { type Event, icsFile } from '../../../src/platform/files/ics.ts'

const event: Event = {
  uid: 'v-1@study.example.org',
  start: '2026-02-24T01:00:00.000Z',
  end: '2026-02-25T01:00:00.000Z',
  title: 'Confirm your reward',
  text: 'Open the page in WeChat.',
  stampedAt: '2026-02-13T08:00:00.000Z',
}
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

test('a calendar file has one event with its times in UTC', () => {
  expect(icsFile(event)).toBe(
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Honorarium//Honorarium//EN', 'BEGIN:VEVENT'],
      ...['UID:v-1@study.example.org', 'DTSTAMP:20260213T080000Z'],
      ...['DTSTART:20260224T010000Z', 'DTEND:20260225T010000Z'],
      ...['SUMMARY:Confirm your reward', 'DESCRIPTION:Open the page in WeChat.', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n'),
  )
})

test('every line ends with CR LF, and none is longer than 75 octets or cuts a letter in two', () => {
  const text = `微信里确认领取，${'每行最多七十五个八位组'.repeat(20)}😀`.repeat(3)
  const file = icsFile({ ...event, text })
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = file.split('\r\n')
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(20)
  expect(unfolded(file)).toContain(`DESCRIPTION:${text}`)
})

test('what has a meaning in the format is escaped, and no text can add a line', () => {
  const text = 'one; two, three\\four\r\nEND:VEVENT\nSUMMARY:other\u0007'
  const lines = unfolded(icsFile({ ...event, text, uid: 'a\r\nATTACH:x' }))
  expect(lines).toContain('DESCRIPTION:one\\; two\\, three\\\\four\\nEND:VEVENT\\nSUMMARY:other')
  expect(lines.filter((line) => /^(END:VEVENT|SUMMARY|ATTACH)/.test(line))).toHaveLength(2)
})

test('an event that ends before it begins, or at no time, is a mistake', () => {
  expect(() => icsFile({ ...event, end: event.start })).toThrow(RangeError)
  expect(() => icsFile({ ...event, stampedAt: 'soon' })).toThrow(RangeError)
})
