package vn.tungnha.indicators;

import vn.tungnha.identity.ScopeSql;

/** The statements of {@link RowsBehind}, after the places that are counted for one spot. */
final class RowsBehindSql {

    /** Only who was met there in time: the views are made to be asked for a few subjects. */
    private static final String MET = """
            select distinct x.subject from roof r
            join household_placement p on p.village_id = r.unit_id
            join visit v on v.household_id = p.household_id and v.visited_on between p.valid_from and p.valid_to
                and v.visited_on between r.from_day and r.to_day
            cross join lateral (%s) x
            """;

    private static final String TRAINED = """
            select distinct n.resident_id from roof r
            join household_placement p on p.village_id = r.unit_id
            join residence s on s.household_id = p.household_id
            join activity_person n on n.resident_id = s.resident_id
            join activity a on a.id = n.activity_id and a.trains and a.held_on between r.from_day and r.to_day
            """;

    private static final String LIVED = """
            select distinct %s from roof r
            join household_placement p on p.village_id = r.unit_id
            """;

    private static final String FLOWS = """
            , behind as (
                select f.subject, f.day, f.team_id, f.amount * r.weight as amount
                from roof r join %s f on f.unit_id = r.unit_id and f.measure_id = :measure and f.grain = :grain
                    and f.day between r.from_day and r.to_day and f.subject = any(:subjects))
            """;

    private static final String STOCKS = """
            , behind as (
                select f.subject, max(f.day) filter (where f.amount > 0) as day, null::bigint as team_id,
                       sum(f.amount * r.weight) as amount
                from roof r join %s f on f.unit_id = r.unit_id and f.measure_id = :measure and f.grain = :grain
                    and f.day <= r.last_day and f.subject = any(:subjects)
                group by f.subject having sum(f.amount * r.weight) <> 0)
            """;

    private static final String RUNS = """
            , behind as (
                select f.subject, f.visited_on as day, f.team_id, r.weight as amount
                from (select distinct on (c.subject) c.* from w join %s c on c.measure_id = :measure
                          and c.subject = any(:subjects) and c.visited_on between w.first_day and w.last_day
                      order by c.subject, c.visited_at, c.id) f
                join roof r on r.unit_id = f.village_id and f.visited_on between r.from_day and r.to_day
                where :grain = :grain)
            """;

    /** Nothing is told of whoever lives outside the reader's scope today. */
    private static final String SHOWN = """
            select count(*) over () as total, sum(b.amount) over () as sum, b.day, b.amount, t.name as team,
                   case when i.inside then h.id end as household, case when i.inside then h.alley end as alley,
                   case when i.inside then h.number end as number, case when i.inside then h.label end as label,
                   case when i.inside then v.name end as village, case when i.inside then n.name end as name,
                   case when i.inside then n.birth_year end as birth_year
            from behind b %s
            cross join lateral (select %s as inside) i
            left join team t on t.id = b.team_id
            left join lateral (select name from unit_version where unit_id = h.village_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            order by i.inside desc, v.name, h.sort_key, h.id, n.name, b.subject, b.day, b.team_id
            limit :size offset :offset
            """;

    private RowsBehindSql() {}

    /** @param trained whether those are counted who were at an activity that trains */
    static String candidates(boolean households, boolean stock, boolean trained) {
        if (trained) {
            return TRAINED;
        }
        if (stock) {
            return households
                    ? LIVED.formatted("p.household_id")
                    : LIVED.formatted("s.resident_id") + "join residence s on s.household_id = p.household_id";
        }
        return MET.formatted(
                households
                        ? "select v.household_id as subject"
                        : "select a.resident_id as subject from activation a where a.visit_id = v.id "
                                + "union select g.resident_id from visit_guided g where g.visit_id = v.id");
    }

    /** @param run whether each is counted once in a run of days that is no calendar period */
    static String rows(boolean households, boolean stock, boolean run, boolean trained) {
        String kind = households ? "household" : "person";
        String behind = run
                ? RUNS.formatted(trained ? "trainee_contact" : kind + "_contact")
                : (stock ? STOCKS : FLOWS).formatted(kind + "_contribution");
        String who = households
                ? "join household h on h.id = b.subject left join lateral (select r.name, null::int as birth_year "
                        + "from resident r where r.household_id = h.id and r.householder and r.status = 'PRESENT' limit 1) n on true"
                : "join resident n on n.id = b.subject join household h on h.id = n.household_id";
        return behind + SHOWN.formatted(who, ScopeSql.covers("h.village_id"));
    }
}
