-- Walking order is an order of bytes, whatever the database's own collation.
alter table household alter column sort_key type text collate "C";
