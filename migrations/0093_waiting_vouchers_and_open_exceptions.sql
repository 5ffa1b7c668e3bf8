-- Whether anything of an offer can still be claimed or decided about is asked of each offer of a closed study every minute:
-- without this it looks through what waits of all studies.
create index vouchers_waiting_of_offer on vouchers (offer_id, state) where state in ('claimed', 'held');
-- Lists of statements say how many exceptions of each account are open: without this every open one is read to be counted.
create index exceptions_open_of_account on exceptions (provider, currency) where closed_at is null;
