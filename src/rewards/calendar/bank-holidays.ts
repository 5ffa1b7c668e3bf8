/**
 * Days besides Saturdays and Sundays on which banks are closed where a currency is cleared, beside the calendar that instructions go
 * out by. Only whole published years are here: of any other, nothing is known.
 */

interface Holidays {
  /** Where the days are published. */
  source: string
  /** `MM-DD`, in order. */
  days: readonly string[]
}

/** By currency (ISO 4217), then by year. */
export const bankHolidays: Readonly<Record<string, Readonly<Record<string, Holidays>>>> = {
  // Hong Kong: general holidays. New Year, Lunar New Year, Easter, Ching Ming, Labour Day, the Buddha's Birthday, Tuen Ng,
  // Establishment Day, the day after Mid-Autumn, National Day, Chung Yeung, Christmas; with the days in lieu.
  HKD: {
    2026: {
      source: 'www.info.gov.hk/gia/general/202505/16/P2025051300354.htm',
      days: split(
        '01-01 02-17 02-18 02-19 04-03 04-04 04-06 04-07 05-01 05-25 06-19 07-01 09-26 10-01 10-19 12-25 12-26',
      ),
    },
    2027: {
      source: 'General Holidays Ordinance (Cap. 149), schedule',
      days: split(
        '01-01 02-06 02-08 02-09 03-26 03-27 03-29 04-05 05-01 05-13 06-09 07-01 09-16 10-01 10-08 12-25 12-27',
      ),
    },
  },
  // Macao: public holidays of Executive Order 60/2000. There is no day in lieu: those of public employees bind no bank.
  MOP: {
    2026: {
      source: 'bo.io.gov.mo/BO/i/2000/40/ordem60.asp',
      days: split(
        '01-01 02-17 02-18 02-19 04-03 04-04 04-05 05-01 05-24 06-19 09-26 10-01 10-02 10-18 11-02 12-08 12-20 12-22 12-24 12-25',
      ),
    },
    2027: {
      source: 'bo.io.gov.mo/BO/i/2000/40/ordem60.asp',
      days: split(
        '01-01 02-06 02-07 02-08 03-26 03-27 04-05 05-01 05-13 06-09 09-16 10-01 10-02 10-08 11-02 12-08 12-20 12-22 12-24 12-25',
      ),
    },
  },
}

function split(days: string): string[] {
  return days.split(' ')
}
