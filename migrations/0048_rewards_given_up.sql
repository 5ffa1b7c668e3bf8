-- Whoever does not want to wait for a person may give a held reward up: nobody has turned them down, and it is final at once.
insert into reasons (reason) values ('given_up');
insert into review_moves (move) values ('held>final');
