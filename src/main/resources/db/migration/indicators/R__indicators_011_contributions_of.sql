-- What some households, people and teams add to the counters now.
--
-- A handful of subjects is always found fastest by index, but PostgreSQL cannot know that while an import fills the
-- tables in one transaction: nobody has counted their rows yet, and it reads all of them for every chunk. Planned once
-- for all, as the three views cost more to plan than to read.
create or replace function contributions_of(households uuid[], residents uuid[], teams bigint[])
returns table (unit_id bigint, team_id bigint, measure_id integer, grain text, day date, amount bigint)
language sql stable rows 100
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
    -- without what a new measure has yet to count: its turn comes, and finds it as it is then
    select c.unit_id, c.team_id, c.measure_id, c.grain, c.day, c.amount from household_contribution c where c.subject = any(contributions_of.households)
    and not exists (select from measure_count n where n.measure_id = c.measure_id and (n.households is null or c.subject > n.households))
    union all
    select c.unit_id, c.team_id, c.measure_id, c.grain, c.day, c.amount from person_contribution c where c.subject = any(contributions_of.residents)
    and not exists (select from measure_count n where n.measure_id = c.measure_id and (n.persons is null or c.subject > n.persons))
    union all
    select c.unit_id, c.team_id, c.measure_id, c.grain, c.day, c.amount from team_contribution c where c.subject = any(contributions_of.teams)
    and not exists (select from measure_count n where n.measure_id = c.measure_id and (n.teams is null or c.subject > n.teams))
$$;
