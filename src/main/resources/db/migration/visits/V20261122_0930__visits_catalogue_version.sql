-- Rows of the catalogue are edited by administrators: two at once must not overwrite each other.
alter table topic add column version int not null default 0;
alter table account_type add column version int not null default 0;
alter table failure_reason add column version int not null default 0;
alter table outcome add column version int not null default 0;
