-- How one person likes a list: the columns beside the fixed ones. No row = as everybody.
create table list_columns (
    account_id uuid   not null references account,
    list       text   not null,
    columns    text[] not null,
    primary key (account_id, list)
);

-- What somebody looks for again and again, under a name.
create table list_filter (
    id         uuid        primary key,
    owner_id   uuid        not null references account,
    list       text        not null,
    name       text        not null,
    address    text        not null,
    created_at timestamptz not null,
    removed_at timestamptz
);
comment on column list_filter.address is 'path and query within the application; whoever opens it is asked for his own scope';
create index list_filter_owner on list_filter (owner_id, list) where removed_at is null;

-- What somebody opened last; nobody else reads it.
create table seen (
    account_id uuid        not null references account,
    kind       text        not null,
    ref        text        not null,
    seen_at    timestamptz not null,
    primary key (account_id, kind, ref)
);
create index seen_lately on seen (account_id, seen_at desc);

-- One value set for one row or many, to be taken back for half an hour.
create table bulk_change (
    id         uuid        primary key,
    account_id uuid        not null references account,
    list       text        not null,
    edit       text        not null,
    value      text        not null,
    back       text        not null,
    made_at    timestamptz not null,
    undone_at  timestamptz
);
comment on column bulk_change.back is 'the list as it was asked for, to go back to';
create index bulk_change_account on bulk_change (account_id, made_at desc);

create table bulk_change_row (
    change_id uuid not null references bulk_change on delete cascade,
    ref       text not null,
    before    text not null,
    state     text not null,
    primary key (change_id, ref)
);
comment on column bulk_change_row.before is 'the value it had';
comment on column bulk_change_row.state is 'of the row after the change; another one means that somebody has changed it since';

-- Single letters as keys can be switched off (WCAG 2.1.4). No row = they work.
create table desk_preference (
    account_id uuid    primary key references account,
    keys       boolean not null
);
