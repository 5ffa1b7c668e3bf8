-- Wallets of Hong Kong and Macao that are paid by hand.

insert into channels (channel) values ('alipayhk'), ('mpay');
