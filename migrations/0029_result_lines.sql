-- What each line of a file of results came to when it was uploaded, as JSON; null for files from before that was kept.
alter table result_files add column outcomes text;
