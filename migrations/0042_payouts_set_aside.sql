-- Since when a payout is not sent, though its batch may be: because its response is held or rejected, or so that such a
-- one does not stand alone. A sending and this refuse each other.
alter table payouts add column aside_since text constraint payouts_aside_is_not_sent check (aside_since is null or state in ('queued', 'cancelled', 'failed'));
create index payouts_aside on payouts (batch_id) where aside_since is not null and state = 'queued';
