-- Whether a statement of a day has any line of a direction is asked of each line that a notification tells of that day: without
-- this each looks through all of the statement's lines, and so through as many as both have, multiplied.
create index statement_lines_by_direction on statement_lines (statement_id, day, direction);
