-- The days on which banks of Hong Kong and Macao are closed, beside the mainland's calendar that payments go out by: a
-- bank is asked to pay on a day on which it works. Closed are the public holidays, and in Macao the days in lieu as well,
-- which the Macau Association of Banks lists among the days on which banks close. Weekends are no banking days. Days of
-- which public employees have the afternoon off are banking days. The source stands beside each closed day.
--
-- Hong Kong: the government's list of 2026, announced on 16 May 2025, and of 2027. Macao: the government's list of 2026;
-- 2027 by the order that the lists follow and their rule for days in lieu, its lunar days as Hong Kong's list has them.

insert into calendars (id, zone) values ('hk', 'Asia/Hong_Kong'), ('mo', 'Asia/Macau');

insert into calendar_years (calendar_id, year, source, proposal_id, at) values
  ('hk', 2026, 'info.gov.hk/gia/general/202505/16/P2025051300354.htm', null, '2026-11-29T00:00:00.000Z'),
  ('hk', 2027, 'gov.hk/en/about/abouthk/holiday/2027.htm', null, '2026-11-29T00:00:00.000Z'),
  ('mo', 2026, 'gov.mo/zh-hans/?p=820123', null, '2026-11-29T00:00:00.000Z'),
  ('mo', 2027, 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp', null, '2026-11-29T00:00:00.000Z');

insert into calendar_days (calendar_id, day, n, year, kind, slow, open, source, proposal_id)
with
  holidays (calendar_id, day, source) as (values
    ('hk', '2026-01-01', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-02-17', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-02-18', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-02-19', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-04-03', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-04-04', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-04-06', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-04-07', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-05-01', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-05-25', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-06-19', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-07-01', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-09-26', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-10-01', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-10-19', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-12-25', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2026-12-26', 'info.gov.hk/gia/general/202505/16/P2025051300354.htm'),
    ('hk', '2027-01-01', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-02-06', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-02-08', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-02-09', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-03-26', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-03-27', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-03-29', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-04-05', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-05-01', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-05-13', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-06-09', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-07-01', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-09-16', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-10-01', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-10-08', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-12-25', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('hk', '2027-12-27', 'gov.hk/en/about/abouthk/holiday/2027.htm'),
    ('mo', '2026-01-01', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-02-17', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-02-18', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-02-19', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-04-03', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-04-04', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-04-05', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-04-06', 'gov.mo/zh-hans/?p=820123 abm.org.mo'),
    ('mo', '2026-04-07', 'gov.mo/zh-hans/?p=820123 abm.org.mo'),
    ('mo', '2026-05-01', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-05-24', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-05-25', 'gov.mo/zh-hans/?p=820123 abm.org.mo'),
    ('mo', '2026-06-19', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-09-26', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-09-28', 'gov.mo/zh-hans/?p=820123 abm.org.mo'),
    ('mo', '2026-10-01', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-10-02', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-10-18', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-10-19', 'gov.mo/zh-hans/?p=820123 abm.org.mo'),
    ('mo', '2026-11-02', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-12-08', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-12-20', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-12-21', 'gov.mo/zh-hans/?p=820123 abm.org.mo'),
    ('mo', '2026-12-22', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-12-24', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2026-12-25', 'gov.mo/zh-hans/?p=820123'),
    ('mo', '2027-01-01', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-02-06', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-02-07', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-02-08', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-02-09', 'abm.org.mo'),
    ('mo', '2027-02-10', 'abm.org.mo'),
    ('mo', '2027-03-26', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-03-27', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-03-29', 'abm.org.mo'),
    ('mo', '2027-04-05', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-05-01', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-05-03', 'abm.org.mo'),
    ('mo', '2027-05-13', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-06-09', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-09-16', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-10-01', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-10-02', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-10-04', 'abm.org.mo'),
    ('mo', '2027-10-08', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-11-02', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-12-08', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-12-20', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-12-22', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-12-24', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-12-25', 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'),
    ('mo', '2027-12-27', 'abm.org.mo')
  ),
  -- The weekday of the first of January, from Monday (0).
  years (year, weekday) as (values (2026, 3), (2027, 4)),
  -- Its days, and those of the months before it.
  months (month, days, before) as (values
    ('01', 31, 0), ('02', 28, 31), ('03', 31, 59), ('04', 30, 90), ('05', 31, 120), ('06', 30, 151), ('07',
    31, 181), ('08', 31, 212), ('09', 30, 243), ('10', 31, 273), ('11', 30, 304), ('12', 31, 334)
  ),
  dates (date, d) as (values
    ('01', 1), ('02', 2), ('03', 3), ('04', 4), ('05', 5), ('06', 6), ('07', 7), ('08', 8), ('09', 9), ('10',
    10), ('11', 11), ('12', 12), ('13', 13), ('14', 14), ('15', 15), ('16', 16), ('17', 17), ('18', 18),
    ('19', 19), ('20', 20), ('21', 21), ('22', 22), ('23', 23), ('24', 24), ('25', 25), ('26', 26), ('27',
    27), ('28', 28), ('29', 29), ('30', 30), ('31', 31)
  ),
  weekdays (calendar_id, year, day, weekday) as (
    select calendars.id, years.year, years.year || '-' || months.month || '-' || dates.date,
      (years.weekday + months.before + dates.d - 1) % 7
    from calendars, years, months, dates
    where calendars.id in ('hk', 'mo') and dates.d <= months.days
  )
select weekdays.calendar_id, weekdays.day, 1, weekdays.year,
  case when holidays.day is not null then 'closed' when weekdays.weekday < 5 then 'working' else 'rest' end,
  0, case when holidays.day is null then 1 else 0 end, coalesce(holidays.source, 'shipped'), null
from weekdays
left join holidays on holidays.calendar_id = weekdays.calendar_id and holidays.day = weekdays.day;
