-- Households a team leaves for another day. Not a visit: counts nowhere.
create table field_skip (
    team_id       bigint not null references team,
    household_id  uuid   not null references household,
    day           date   not null,
    skipped_by    uuid   references account,
    primary key (team_id, household_id, day)
);
create index field_skip_household on field_skip (household_id);
create index field_skip_skipped_by on field_skip (skipped_by);
