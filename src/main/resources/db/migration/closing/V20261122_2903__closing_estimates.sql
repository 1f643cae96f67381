-- A kept figure says for itself that it is an estimate, and over how many units it was reckoned. Null = over all of them,
-- or kept before this was noted.
alter table locked_figure add column exact boolean not null default true, add column covered int, add column covered_of int;
alter table team_report_figure add column exact boolean not null default true, add column covered int, add column covered_of int;
