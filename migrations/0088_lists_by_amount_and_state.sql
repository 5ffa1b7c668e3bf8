-- Lists of money are sorted by their amounts and by their states, a page a stretch of one of these. Those of what is open
-- hold only that, however long a study is paid. States stand in expressions, so that what the sweep asks of the few that wait goes on by
-- the indexes made for it.
create index batches_by_total on batches (currency, total_minor, id);
create index batches_by_state on batches ((state || ''), id);
create index attempts_open_by_amount on attempts (currency, amount_minor, id) where state not in ('succeeded', 'failed', 'cancelled');
create index attempts_open_by_state on attempts ((state || ''), id) where state not in ('succeeded', 'failed', 'cancelled');
create index exceptions_open_by_amount on exceptions (currency, amount_minor, id) where closed_at is null;
create index statements_by_state on statements (state, id);
