-- Which network a reward was held from is known while it is held, to be counted, and no longer.
update leases set network = '' where state <> 'open';
