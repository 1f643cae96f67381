-- Who was named, beside whom it counts for: the same until two entries of one person are merged.
alter table activation add column told_as uuid references resident;
alter table visit_guided add column told_as uuid references resident;
update activation set told_as = resident_id;
update visit_guided set told_as = resident_id;
alter table activation
    alter column told_as set not null,
    drop constraint activation_pkey,
    add primary key (visit_id, told_as, account_type);
alter table visit_guided
    alter column told_as set not null,
    drop constraint visit_guided_pkey,
    add primary key (visit_id, told_as);
create index activation_told_as on activation (told_as) where told_as <> resident_id;
create index visit_guided_told_as on visit_guided (told_as) where told_as <> resident_id;

create function told_as_named() returns trigger language plpgsql as $$
begin
    new.told_as := coalesce(new.told_as, new.resident_id);
    return new;
end $$;
create trigger activation_told_as before insert on activation for each row execute function told_as_named();
create trigger visit_guided_told_as before insert on visit_guided for each row execute function told_as_named();

alter table visit add column told_household uuid references household;
comment on column visit.told_household is 'the household it was told of, merged away since';
create index visit_told_household on visit (told_household) where told_household is not null;
