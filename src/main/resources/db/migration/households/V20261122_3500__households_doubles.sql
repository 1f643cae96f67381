-- One person, one household, entered twice. What is merged away stays as an alias, so that nothing told of it is lost.
alter table resident
    drop constraint resident_status_check,
    add constraint resident_status_check check (status in ('PRESENT', 'LEFT', 'DECEASED', 'MERGED')),
    add column merged_into uuid references resident,
    add column phone_hash bytea,
    add constraint resident_merged check ((status = 'MERGED') = (merged_into is not null));
comment on column resident.merged_into is 'the resident this one was found to be; its own stays are kept in register_merge';
comment on column resident.phone_hash is 'keyed hash of the phone number, to find the same one without opening any';
create index resident_merged_into on resident (merged_into) where merged_into is not null;
create index resident_phone_hash on resident (phone_hash) where phone_hash is not null;
create index resident_citizen_hash on resident (citizen_hash) where citizen_hash is not null;

alter table household
    drop constraint household_status_check,
    add constraint household_status_check check (status in ('ACTIVE', 'ENDED', 'MERGED')),
    add column merged_into uuid references household,
    add constraint household_merged check ((status = 'MERGED') = (merged_into is not null));
create index household_merged_into on household (merged_into) where merged_into is not null;

alter table residence add column given_by uuid references resident, add column told_household uuid references household;
comment on column residence.given_by is 'whose stay it was before the two were merged';
comment on column residence.told_household is 'the household it was entered at, merged away since';
create index residence_given_by on residence (given_by) where given_by is not null;
create index residence_told_household on residence (told_household) where told_household is not null;

-- The keys under which people alike meet: all words of the name in any order, the same with the year of birth, and with it
-- also the first and the last word alone and one word left out (a middle name missing, a letter off). No marks, y as i. Computed by the database, whoever writes the row.
create function resident_keys(search text, birth_year int) returns text[]
language sql immutable parallel safe
return (
    with word as (
        select w, n, count(*) over () as words
        from unnest(string_to_array(translate(search, 'y', 'i'), ' ')) with ordinality as t (w, n) where w <> ''
    )
    select array_remove(array[
            string_agg(w, ' ' order by w collate "C"),
            string_agg(w, ' ' order by w collate "C") || '|' || coalesce(birth_year::text, ''),
            case when max(words) > 2 then string_agg(w, ' ' order by w collate "C") filter (where n in (1, words)) || '|' || birth_year end]
        || case when max(words) between 3 and 6 then array(
            select (select string_agg(o.w, ' ' order by o.w collate "C") from word o where o.n <> i.n) || '|' || birth_year
            from word i) else '{}' end, null)
    from word
);
alter table resident add column match_keys text[] generated always as (resident_keys(search, birth_year)) stored;
create index resident_match_keys on resident using gin (match_keys) with (fastupdate = off);

-- Who somebody is now, and who they were entered as.
create function resident_kept(id uuid) returns uuid language sql stable as $$
    with recursive up (id, next) as (
        select r.id, r.merged_into from resident r where r.id = $1
        union all select r.id, r.merged_into from up join resident r on r.id = up.next)
    select up.id from up where up.next is null $$;
create function resident_aliases(id uuid) returns setof uuid language sql stable as $$
    with recursive down (id) as (
        select $1 union all select r.id from down join resident r on r.merged_into = down.id)
    select down.id from down $$;
create function household_kept(id uuid) returns uuid language sql stable as $$
    with recursive up (id, next) as (
        select h.id, h.merged_into from household h where h.id = $1
        union all select h.id, h.merged_into from up join household h on h.id = up.next)
    select up.id from up where up.next is null $$;
create function household_aliases(id uuid) returns setof uuid language sql stable as $$
    with recursive down (id) as (
        select $1 union all select h.id from down join household h on h.merged_into = down.id)
    select down.id from down $$;

create table register_merge (
    id           uuid primary key,
    position     bigint      not null generated always as identity,
    kind         text        not null check (kind in ('RESIDENT', 'HOUSEHOLD')),
    gone         uuid        not null,
    kept         uuid        not null,
    gone_before  jsonb       not null,
    gone_spans   jsonb       not null,
    kept_before  jsonb       not null,
    kept_after   jsonb       not null,
    heads        uuid[]      not null default '{}',
    merged_by    uuid references account,
    merged_at    timestamptz not null,
    why          text,
    undone_by    uuid references account,
    undone_at    timestamptz
);
comment on column register_merge.gone_spans is 'stays of the person, placements of the household, as they were';
comment on column register_merge.heads is 'householders of the household merged away, of which one household has one';
create index register_merge_gone on register_merge (gone);
create index register_merge_kept on register_merge (kept);
create index register_merge_merged_by on register_merge (merged_by);
create index register_merge_undone_by on register_merge (undone_by);

-- "Not the same": never asked again, until somebody takes it back.
create table register_distinct (
    id          uuid primary key,
    kind        text        not null check (kind in ('RESIDENT', 'HOUSEHOLD')),
    one         uuid        not null,
    other       uuid        not null check (one < other),
    why         text,
    decided_by  uuid references account,
    decided_at  timestamptz not null,
    undone_by   uuid references account,
    undone_at   timestamptz
);
create unique index register_distinct_pair on register_distinct (kind, one, other) where undone_at is null;
create index register_distinct_other on register_distinct (other);
create index register_distinct_decided_by on register_distinct (decided_by);
create index register_distinct_undone_by on register_distinct (undone_by);

-- A ward asks another whether somebody who may be in its register has moved. Each sees its own person only.
create table presence_question (
    id            uuid primary key,
    ours          uuid        not null references resident,
    theirs        uuid        not null references resident,
    asking        bigint      not null references unit,
    asked         bigint      not null references unit,
    asked_by      uuid references account,
    asked_at      timestamptz not null,
    answer        text check (answer in ('MOVED', 'HERE', 'UNKNOWN')),
    moved_on      date,
    answered_by   uuid references account,
    answered_at   timestamptz
);
create unique index presence_question_once on presence_question (ours, theirs) where answer is null;
create index presence_question_theirs on presence_question (theirs);
create index presence_question_asking on presence_question (asking);
create index presence_question_asked on presence_question (asked) where answer is null;
create index presence_question_asked_by on presence_question (asked_by, asked_at);
create index presence_question_answered_by on presence_question (answered_by);
