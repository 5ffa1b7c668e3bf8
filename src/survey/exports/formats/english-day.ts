/** The day of an instant as statistics' formats write it, in English and UTC: `29 Nov 2026`. */
export function englishDay(instant: string): string {
  const month = months[Number(instant.slice(5, 7)) - 1]
  return `${instant.slice(8, 10)} ${month} ${instant.slice(0, 4)}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
