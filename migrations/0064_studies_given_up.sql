insert into study_moves values ('ready>closed');
