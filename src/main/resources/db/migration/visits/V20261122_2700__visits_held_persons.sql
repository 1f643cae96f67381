-- Whoever was met by name at a desk that the ward will not have is booked without it, or decided about alone.
alter table held_visit
    drop constraint held_visit_decision_check,
    add constraint held_visit_decision_check check (decision in ('AUTOMATIC', 'AS_TOLD', 'AT_HOUSEHOLD', 'WITHOUT_PERSONS', 'MERGED', 'DISMISSED', 'TAKEN_BACK', 'PERSONS', 'ONE_BY_ONE'));
alter table visit
    drop constraint visit_place,
    add constraint visit_place check (place = 'DESK' or desk_id is null);
comment on column visit.desk_id is 'where a meeting away from home counts; null where the ward dismissed that desk';
