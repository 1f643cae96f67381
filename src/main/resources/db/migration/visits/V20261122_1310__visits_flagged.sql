-- The few visits the ward should look at are counted for every page of its officers.
create index visit_flagged on visit (household_id) where attention is not null and status <> 'WITHDRAWN';
