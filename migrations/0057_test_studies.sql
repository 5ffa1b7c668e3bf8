-- A test study: what staff answer to try a study out belongs to a row of its own, so that every figure, file and page that
-- goes by study leaves it out. It asks what its study asks, at an address that nobody guesses, and has no offer: nothing
-- can be promised by it. Its id is that of its study with test_ before it, so that a study has one at the most.
alter table studies add column test_of text constraint studies_of_test references studies (id);
create index studies_tests on studies (test_of) where test_of is not null;
