-- The files of results that staff upload for a batch, as evidence for what they are read as. They may hold names and
-- accounts: their pieces are encrypted, and go when the payees of their batch are erased.
create table result_files (
  id text not null,
  batch_id text not null,
  file_hash text not null,
  bytes bigint not null,
  pieces bigint not null,
  uploaded_by text not null,
  at text not null,
  constraint result_files_once unique (batch_id, file_hash),
  constraint result_files_pk primary key (id),
  constraint result_files_of_batch foreign key (batch_id) references batches (id),
  constraint result_files_uploaded_by foreign key (uploaded_by) references staff (id)
);

create table result_file_pieces (
  file_id text not null,
  n bigint not null,
  content text not null,
  constraint result_file_pieces_pk primary key (file_id, n),
  constraint result_file_pieces_of_file foreign key (file_id) references result_files (id)
);
