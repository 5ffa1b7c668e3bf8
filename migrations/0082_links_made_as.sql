-- As whom else whoever made a sign-in link counted then, since they had come in by a link of somebody's: whoever comes in by
-- it counts as all of them. Ids, the nearest maker's first, with a space between; null where they counted as nobody else.
-- What is kept as `counts_as` beside an action lists its ids in the same way, from now on.
alter table sign_ins add column made_as text;
alter table staff_sessions add column link_as text;
