-- What was noted at a desk that could not be opened - its team dissolved, its village gone - is kept like a visit.
alter table held_visit
    drop constraint held_visit_kind_check,
    add constraint held_visit_kind_check check (kind in ('VISIT', 'CORRECTION', 'WITHDRAWAL', 'DESK', 'COUNT'));
comment on column held_visit.visit_id is 'the visit this is or is about, the desk of a count; no foreign key: it may not have come yet';
