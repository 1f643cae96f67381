-- A form may be for one province, area or commune only, and one made by mistake may be taken away while nothing was sent by it.
alter table paper_form
    add column unit_id    bigint references unit,
    add column removed_by uuid references account,
    add column removed_at timestamptz;
create index paper_form_unit on paper_form (unit_id);
create index paper_form_removed_by on paper_form (removed_by);
comment on column paper_form.unit_id is 'only for what lies under it; null = for everybody';
comment on column paper_form.removed_at is 'no longer offered; null = in use';
