-- What each household, person and team contributes to the counters, straight from the raw log. The live roll-up takes
-- the difference of these rows before and after a change; `reconcile` sums them all. Nothing else defines a FIELD figure.
-- Every view keeps its subject column in each partition, so that "where subject = any(..)" reads a few rows only.

drop view if exists household_contribution, person_contribution, team_contribution;
drop view if exists household_contact, person_contact, trainee_contact, team_contact;
drop view if exists holding, valid_contact;

-- Contacts that count, each at the village where the household was on that day. A meeting at a desk counts persons and
-- accounts; the household itself was neither visited nor reached.
create view valid_contact as
select v.id, v.household_id, v.team_id, v.visited_at, v.visited_on, v.outcome, v.guided_unnamed, v.place,
       p.village_id, h.kind as household_kind
from visit v
join household h on h.id = v.household_id
join household_placement p on p.household_id = v.household_id and v.visited_on between p.valid_from and p.valid_to
where v.status <> 'WITHDRAWN';

-- Who was met, for each measure that counts the same one only once a period: of calendar periods below, and of any run of
-- days where it is asked for.
create view household_contact as
select c.household_id as subject, m.id as measure_id, c.village_id, c.team_id, c.visited_on, c.visited_at, c.id
from valid_contact c
join measure m on m.basis = 'HOUSEHOLDS' and c.place = 'HOME'
    and (m.outcome is null or m.outcome = c.outcome)
    and (m.household_kind is null or m.household_kind = c.household_kind)
    and (m.topic is null or exists (select from visit_topic t where t.visit_id = c.id and t.topic = m.topic));

create view person_contact as
select pg.resident_id as subject, m.id as measure_id, c.village_id, c.team_id, c.visited_on, c.visited_at, c.id
from visit_guided pg
join valid_contact c on c.id = pg.visit_id
join resident r on r.id = pg.resident_id
join measure m on m.basis = 'PERSONS'
    and (m.household_kind is null or m.household_kind = c.household_kind)
    and (m.topic is null or exists (select from visit_topic t where t.visit_id = c.id and t.topic = m.topic))
    and (m.age_from is null or extract(year from c.visited_on) - r.birth_year >= m.age_from)
    and (m.age_to is null or extract(year from c.visited_on) - r.birth_year <= m.age_to);

-- Residents who were at an activity that trains, where they lived that day.
create view trainee_contact as
select p.resident_id as subject, m.id as measure_id, h.village_id, a.team_id, a.held_on as visited_on, a.starts_at as visited_at, a.id
from activity_person p
join activity a on a.id = p.activity_id and a.trains and a.state <> 'CANCELLED'
join resident r on r.id = p.resident_id
join residence s on s.resident_id = p.resident_id and a.held_on between s.valid_from and s.valid_to
join household_placement h on h.household_id = s.household_id and a.held_on between h.valid_from and h.valid_to
join household hh on hh.id = s.household_id
join measure m on m.basis = 'TRAINEES'
    and (m.activity_kind is null or m.activity_kind = a.kind)
    and (m.household_kind is null or m.household_kind = hh.kind)
    and (m.age_from is null or extract(year from a.held_on) - r.birth_year >= m.age_from)
    and (m.age_to is null or extract(year from a.held_on) - r.birth_year <= m.age_to)
where p.present_at is not null and not p.on_duty;

-- Teams that logged a contact, or counted people at a desk.
create view team_contact as
select c.team_id as subject, m.id as measure_id, c.village_id, c.team_id, c.visited_on, c.visited_at, c.id
from (select team_id, village_id, visited_on, visited_at, id from valid_contact
      union all
      select k.team_id, k.village_id, k.held_on, k.started_at, k.id from desk k
      where exists (select from desk_count n where n.desk_id = k.id and n.withdrawn_at is null)) c
join measure m on m.basis = 'ACTIVE_TEAMS';

create view household_contribution as
-- flows: contacts, unnamed persons guided
select c.household_id as subject, c.village_id as unit_id, c.team_id, m.id as measure_id, 'DAY' as grain, c.visited_on as day,
       case m.basis when 'UNNAMED' then c.guided_unnamed else 1 end::bigint as amount
from valid_contact c
join measure m on m.basis in ('VISITS', 'UNNAMED')
    and (m.outcome is null or m.outcome = c.outcome)
    and (m.household_kind is null or m.household_kind = c.household_kind)
    and (m.topic is null or exists (select from visit_topic t where t.visit_id = c.id and t.topic = m.topic))
where (m.basis = 'VISITS' and c.place = 'HOME') or (m.basis = 'UNNAMED' and c.guided_unnamed > 0)
union all
-- distinct households, once a period at the village of the first contact, and once a period of each team; one row where
-- both begin with the same contact. A contact is the first of a period if the one before it was earlier.
select subject, case when here then village_id end, case when of_team then team_id end,
       measure_id, grain, visited_on, 1
from (select subject, village_id, team_id, measure_id, visited_on,
             lag(visited_on) over (partition by subject, measure_id order by visited_on, visited_at, id) as before,
             lag(visited_on) over (partition by subject, measure_id, team_id order by visited_on, visited_at, id) as team_before
      from household_contact) contact
cross join (values ('MONTH', 'month'), ('QUARTER', 'quarter'), ('YEAR', 'year'), ('ALL', null)) g (grain, field)
cross join lateral (select coalesce(date_trunc(field, visited_on::timestamp)::date, date '1900-01-01') as period_start) p
cross join lateral (select before is null or before < period_start as here,
                           team_before is null or team_before < period_start as of_team) first
where here or of_team
union all
-- stock: households in the register
select h.id, p.village_id, null, m.id, 'DAY', case e.amount when 1 then i.from_day else i.to_day + 1 end, e.amount
from household h
join household_placement p on p.household_id = h.id
join measure m on m.basis = 'REGISTERED_HOUSEHOLDS' and (m.household_kind is null or m.household_kind = h.kind)
cross join lateral (select greatest(h.registered_on, p.valid_from) as from_day, least(h.ended_on, p.valid_to) as to_day) i
cross join (values (1::bigint), (-1::bigint)) e (amount)
where i.from_day <= i.to_day and (e.amount = 1 or i.to_day < '9999-12-31');

-- Days on which a person holds an account: ACTIVATED, ALREADY_ACTIVE or USED in a valid contact, until LOST.
create view holding as
select resident_id, account_type, visited_on as from_day, coalesce(next_on - 1, '9999-12-31') as to_day
from (select resident_id, account_type, visited_on, holds,
             lead(visited_on) over (partition by resident_id, account_type order by visited_at, id, told_as) as next_on
      from (select a.resident_id, a.account_type, c.visited_on, c.visited_at, c.id, a.told_as, a.result <> 'LOST' as holds,
                   lag(a.result <> 'LOST') over (partition by a.resident_id, a.account_type order by c.visited_at, c.id, a.told_as) as held
            from activation a
            join valid_contact c on c.id = a.visit_id
            where a.result in ('ACTIVATED', 'ALREADY_ACTIVE', 'USED', 'LOST')) event
      where holds is distinct from held) change
where holds and visited_on <= coalesce(next_on - 1, '9999-12-31');

create view person_contribution as
-- distinct persons guided by name, in the same way
select subject, case when here then village_id end as unit_id, case when of_team then team_id end as team_id,
       measure_id, grain, visited_on as day, 1::bigint as amount
from (select subject, village_id, team_id, measure_id, visited_on,
             lag(visited_on) over (partition by subject, measure_id order by visited_on, visited_at, id) as before,
             lag(visited_on) over (partition by subject, measure_id, team_id order by visited_on, visited_at, id) as team_before
      from person_contact) contact
cross join (values ('MONTH', 'month'), ('QUARTER', 'quarter'), ('YEAR', 'year'), ('ALL', null)) g (grain, field)
cross join lateral (select coalesce(date_trunc(field, visited_on::timestamp)::date, date '1900-01-01') as period_start) p
cross join lateral (select before is null or before < period_start as here,
                           team_before is null or team_before < period_start as of_team) first
where here or of_team
union all
-- distinct residents trained, in the same way
select subject, case when here then village_id end, case when of_team then team_id end, measure_id, grain, visited_on, 1
from (select subject, village_id, team_id, measure_id, visited_on,
             lag(visited_on) over (partition by subject, measure_id order by visited_on, visited_at, id) as before,
             lag(visited_on) over (partition by subject, measure_id, team_id order by visited_on, visited_at, id) as team_before
      from trainee_contact) contact
cross join (values ('MONTH', 'month'), ('QUARTER', 'quarter'), ('YEAR', 'year'), ('ALL', null)) g (grain, field)
cross join lateral (select coalesce(date_trunc(field, visited_on::timestamp)::date, date '1900-01-01') as period_start) p
cross join lateral (select before is null or before < period_start as here,
                           team_before is null or team_before < period_start as of_team) first
where here or of_team
union all
-- flow: newly activated = a person's first ACTIVATED per account type, at the village and team of that contact
select f.subject, f.village_id, f.team_id, m.id, 'DAY', f.visited_on, 1
from (select distinct on (a.resident_id, a.account_type)
             a.resident_id as subject, a.account_type, c.village_id, c.team_id, c.visited_on, c.household_kind, r.birth_year
      from activation a
      join valid_contact c on c.id = a.visit_id
      join resident r on r.id = a.resident_id
      where a.result = 'ACTIVATED'
      order by a.resident_id, a.account_type, c.visited_at, c.id) f
join measure m on m.basis = 'ACTIVATIONS' and (m.account_type is null or m.account_type = f.account_type)
    and (m.household_kind is null or m.household_kind = f.household_kind)
    and (m.age_from is null or extract(year from f.visited_on) - f.birth_year >= m.age_from)
    and (m.age_to is null or extract(year from f.visited_on) - f.birth_year <= m.age_to)
union all
-- flow: attempts that failed, by reason
select a.resident_id, c.village_id, c.team_id, m.id, 'DAY', c.visited_on, 1
from activation a
join valid_contact c on c.id = a.visit_id
join measure m on m.basis = 'FAILURES' and (m.account_type is null or m.account_type = a.account_type)
    and (m.failure_reason is null or m.failure_reason = a.failure_reason)
    and (m.household_kind is null or m.household_kind = c.household_kind)
where a.result = 'FAILED'
  -- one attempt at one account in one visit, also where the person was named twice and merged since
  and (a.told_as = a.resident_id or not exists (
    select from activation b where b.visit_id = a.visit_id and b.resident_id = a.resident_id
    and b.account_type = a.account_type and b.result = 'FAILED'
    and (b.told_as = b.resident_id or b.told_as < a.told_as)))
union all
-- stock: holders, while they hold, live here and are of the age; moves with the person
select h.resident_id, p.village_id, null, m.id, 'DAY', case e.amount when 1 then i.from_day else i.to_day + 1 end, e.amount
from holding h
join resident r on r.id = h.resident_id
join residence s on s.resident_id = h.resident_id
join household_placement p on p.household_id = s.household_id
join household hh on hh.id = s.household_id
join measure m on m.basis = 'HOLDERS' and m.account_type = h.account_type
    and (m.household_kind is null or m.household_kind = hh.kind)
    and ((m.age_from is null and m.age_to is null) or r.birth_year is not null)
cross join lateral (
    select greatest(h.from_day, s.valid_from, p.valid_from,
                    case when m.age_from is null then date '1900-01-01' else make_date(r.birth_year + m.age_from, 1, 1) end) as from_day,
           least(h.to_day, s.valid_to, p.valid_to,
                 case when m.age_to is null then date '9999-12-31' else make_date(r.birth_year + m.age_to, 12, 31) end) as to_day) i
cross join (values (1::bigint), (-1::bigint)) e (amount)
where i.from_day <= i.to_day and (e.amount = 1 or i.to_day < '9999-12-31')
union all
-- stock: persons in the register
select r.id, p.village_id, null, m.id, 'DAY', case e.amount when 1 then i.from_day else i.to_day + 1 end, e.amount
from resident r
join residence s on s.resident_id = r.id
join household_placement p on p.household_id = s.household_id
join household hh on hh.id = s.household_id
join measure m on m.basis = 'REGISTERED_PERSONS'
    and (m.household_kind is null or m.household_kind = hh.kind)
    and (m.smartphone is null or m.smartphone = r.smartphone)
    and ((m.age_from is null and m.age_to is null) or r.birth_year is not null)
cross join lateral (
    select greatest(s.valid_from, p.valid_from,
                    case when m.age_from is null then date '1900-01-01' else make_date(r.birth_year + m.age_from, 1, 1) end) as from_day,
           least(s.valid_to, p.valid_to,
                 case when m.age_to is null then date '9999-12-31' else make_date(r.birth_year + m.age_to, 12, 31) end) as to_day) i
cross join (values (1::bigint), (-1::bigint)) e (amount)
where i.from_day <= i.to_day and (e.amount = 1 or i.to_day < '9999-12-31');

create view team_contribution as
-- distinct: teams with a valid log, once a period, at the village of the first contact
select subject, village_id as unit_id, subject as team_id, measure_id, grain, visited_on as day, 1::bigint as amount
from (select subject, village_id, measure_id, visited_on,
             lag(visited_on) over (partition by subject, measure_id order by visited_on, visited_at, id) as before
      from team_contact) contact
cross join (values ('MONTH', 'month'), ('QUARTER', 'quarter'), ('YEAR', 'year'), ('ALL', null)) g (grain, field)
cross join lateral (select coalesce(date_trunc(field, visited_on::timestamp)::date, date '1900-01-01') as period_start) p
where before is null or before < period_start
union all
-- flow: turns counted at a desk without names, where the desk stood
select k.team_id, k.village_id, k.team_id, m.id, 'DAY', k.held_on, t.turns
from desk k
join desk_count n on n.desk_id = k.id and n.withdrawn_at is null
join desk_turns t on t.count_id = n.id
join measure m on m.basis = 'UNNAMED' and m.household_kind is null
    and (m.outcome is null or m.outcome = 'MET')
    and (m.topic is null or m.topic = t.topic)
union all
-- flow: activities held, whoever came to them by name, and heads counted beside; where they were
select a.team_id, a.village_id, a.team_id, m.id, 'DAY', a.held_on, n.amount
from activity a
cross join lateral (values
    ('ACTIVITIES', case a.state when 'HELD' then 1 else 0 end::bigint),
    ('ATTENDANCES', (select count(distinct coalesce(p.member_id, p.resident_id)) from activity_person p
                     where p.activity_id = a.id and p.present_at is not null and not p.on_duty)),
    ('HEADS', coalesce(a.others, 0)::bigint)) n (basis, amount)
join measure m on m.basis = n.basis and (m.activity_kind is null or m.activity_kind = a.kind)
where a.state <> 'CANCELLED' and n.amount > 0
union all
-- stock: teams at their home village
select t.id, a.village_id, t.id, m.id, 'DAY', case e.amount when 1 then i.from_day else i.to_day + 1 end, e.amount
from team t
join team_area a on a.team_id = t.id and a.home
join measure m on m.basis = 'TEAMS'
cross join lateral (select greatest(t.established_on, a.valid_from) as from_day, least(t.ended_on, a.valid_to) as to_day) i
cross join (values (1::bigint), (-1::bigint)) e (amount)
where i.from_day <= i.to_day and (e.amount = 1 or i.to_day < '9999-12-31')
union all
-- stock: members at their team's home village
select t.id, a.village_id, t.id, m.id, 'DAY', case e.amount when 1 then i.from_day else i.to_day + 1 end, e.amount
from team t
join team_area a on a.team_id = t.id and a.home
join team_member tm on tm.team_id = t.id
join measure m on m.basis = 'MEMBERS'
cross join lateral (select greatest(t.established_on, a.valid_from, tm.joined_on) as from_day,
                           least(t.ended_on, a.valid_to, tm.left_on) as to_day) i
cross join (values (1::bigint), (-1::bigint)) e (amount)
where i.from_day <= i.to_day and (e.amount = 1 or i.to_day < '9999-12-31')
union all
-- stock: members from the day they were trained on
select t.id, a.village_id, t.id, m.id, 'DAY', case e.amount when 1 then i.from_day else i.to_day + 1 end, e.amount
from team t
join team_area a on a.team_id = t.id and a.home
join team_member tm on tm.team_id = t.id and tm.trained_on is not null
join measure m on m.basis = 'TRAINED'
cross join lateral (select greatest(t.established_on, a.valid_from, tm.joined_on, tm.trained_on) as from_day,
                           least(t.ended_on, a.valid_to, tm.left_on) as to_day) i
cross join (values (1::bigint), (-1::bigint)) e (amount)
where i.from_day <= i.to_day and (e.amount = 1 or i.to_day < '9999-12-31');
