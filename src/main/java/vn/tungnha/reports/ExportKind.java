package vn.tungnha.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tungnha.identity.Data;

/**
 * A table that can be taken away. Its columns bear the names that files are read in with.
 *
 * <p>Every statement knows {@code :everything}, {@code :roots} (of the kind of data), {@code :teams} (the reader's own),
 * {@code :today} and {@code :unit} (null = all within reach).
 */
public enum ExportKind {
    /** Villages and residential groups; everything above them is the catalogue's. */
    UNITS(
            Data.FIGURES,
            List.of("commune", "communeName", "name", "kind", "from", "code"),
            """
            select cv.code, cv.full_name, v.full_name, v.kind, nullif(u.valid_from, '1900-01-01'), v.code
            from unit u
            join unit_version v on v.unit_id = u.id and :today between v.valid_from and v.valid_to
            join unit_closure o on o.descendant_id = u.id and o.depth = 1 and :today between o.valid_from and o.valid_to
            join unit cu on cu.id = o.ancestor_id and cu.level = 'COMMUNE'
            join unit_version cv on cv.unit_id = cu.id and :today between cv.valid_from and cv.valid_to
            where u.level = 'VILLAGE' and """ + Scoped.under("u.id") + " order by cv.code, v.code"),

    /** Teams at work today, without their members. */
    TEAMS(
            Data.FIGURES,
            List.of(
                    "id",
                    "commune",
                    "team",
                    "number",
                    "villages",
                    "kind",
                    "decisionNumber",
                    "decisionDate",
                    "signer",
                    "establishedOn",
                    "responsible",
                    "members"),
            """
            select t.id, w.unit, t.name, t.number, w.villages, t.kind, t.decision_number, t.decision_date, t.decision_signer,
                   t.established_on, (select r.name from team_responsible r where r.team_id = t.id and :today between r.valid_from and r.valid_to),
                   (select count(*) from team_member m where m.team_id = t.id and :today between m.joined_on and m.left_on)
            from team t
            join lateral (select string_agg(distinct v.code, '; ') as villages, min(cv.code) as unit
                from team_area a
                join unit_version v on v.unit_id = a.village_id and :today between v.valid_from and v.valid_to
                join unit_closure c on c.descendant_id = a.village_id and c.depth = 1 and :today between c.valid_from and c.valid_to
                join unit_version cv on cv.unit_id = c.ancestor_id and :today between cv.valid_from and cv.valid_to
                where a.team_id = t.id and :today between a.valid_from and a.valid_to) w on true
            where :today between t.established_on and t.ended_on and """ + Scoped.TEAM + " order by w.unit, t.number nulls last, t.id"),

    /** Who is a member today. */
    MEMBERS(
            Data.FIGURES,
            List.of("commune", "team", "member", "role", "organisation", "joinedOn", "trainedOn"),
            """
            select w.unit, t.name, m.name, m.role, m.organisation, m.joined_on, m.trained_on
            from team_member m join team t on t.id = m.team_id
            join lateral (select min(cv.code) as unit
                from team_area a
                join unit_closure c on c.descendant_id = a.village_id and c.depth = 1 and :today between c.valid_from and c.valid_to
                join unit_version cv on cv.unit_id = c.ancestor_id and :today between cv.valid_from and cv.valid_to
                where a.team_id = t.id and :today between a.valid_from and a.valid_to) w on true
            where :today between t.established_on and t.ended_on and :today between m.joined_on and m.left_on and """ + Scoped.TEAM + " order by w.unit, t.number nulls last, t.id, m.joined_on, m.sort_key"),

    HOUSEHOLDS(
            Data.PEOPLE,
            List.of(
                    "household",
                    "commune",
                    "village",
                    "alley",
                    "number",
                    "kind",
                    "label",
                    "children",
                    "name",
                    "householder",
                    "birthYear",
                    "sex",
                    "smartphone",
                    "stay"),
            """
            select h.id, cv.code, v.code, h.alley, h.number, h.kind, h.label, h.children, r.name,
                   case when r.householder then 'x' end, r.birth_year, r.sex,
                   case r.smartphone when true then 'có' when false then 'không' end, s.stay
            from household h
            join unit_version v on v.unit_id = h.village_id and :today between v.valid_from and v.valid_to
            join unit_closure o on o.descendant_id = h.village_id and o.depth = 1 and :today between o.valid_from and o.valid_to
            join unit_version cv on cv.unit_id = o.ancestor_id and :today between cv.valid_from and cv.valid_to
            left join residence s on s.household_id = h.id and :today between s.valid_from and s.valid_to
            left join resident r on r.id = s.resident_id
            where h.ended_on >= :today and """
                    + Scoped.under("h.village_id")
                    + " order by v.code, h.sort_key, h.id, r.householder desc nulls last, r.id"),

    REPORTED_VALUES(
            Data.FIGURES,
            List.of("unit", "unitName", "period", "measure", "amount", "source", "capturedOn"),
            "select " + Pinned.CODE + """
            , v.full_name, x.period, m.code, x.amount, x.source, x.captured_on
            from reported_value x join measure m on m.id = x.measure_id
            join unit u on u.id = x.unit_id
            """ + Pinned.JOINS + """
            where x.replaced_at is null and """ + Scoped.carried("x.unit_id")
                    + " order by v.code, x.period, m.position"),

    TARGETS(
            Data.FIGURES,
            List.of("unit", "unitName", "team", "indicator", "period", "kind", "amount", "reason", "teamId"),
            "select " + Pinned.CODE + """
            , v.full_name, t.name, i.code, x.period, x.kind, x.amount, x.reason, t.id
            from target x join indicator i on i.id = x.indicator_id
            left join team t on t.id = x.team_id
            join unit u on u.id = coalesce(x.unit_id, (
                select c.ancestor_id from team_area a
                join unit_closure c on c.descendant_id = a.village_id and least(:today, a.valid_to) between c.valid_from and c.valid_to
                join unit w on w.id = c.ancestor_id and w.level = 'COMMUNE'
                where a.team_id = x.team_id and a.home order by a.valid_from desc limit 1))
            """ + Pinned.JOINS + """
            where x.replaced_at is null and ((x.unit_id is not null and """
                    + Scoped.carried("x.unit_id")
                    + ") or (x.team_id is not null and "
                    + Scoped.TEAM
                    + ")) order by x.team_id nulls first, v.code, i.position, x.period");

    private final Data data;
    private final List<String> columns;
    private final String sql;

    ExportKind(Data data, List<String> columns, String sql) {
        this.data = data;
        this.columns = columns;
        this.sql = sql;
    }

    public static Optional<ExportKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Data data() {
        return data;
    }

    public List<String> columns() {
        return columns;
    }

    String sql() {
        return sql;
    }

    /**
     * The code a row's unit is read in by: a number may have been given to another unit since, so that where the code means
     * nobody or another one at the end of the row's period, the day goes with it.
     */
    private static final class Pinned {

        static final String CODE = "v.code || case when own.day = p.day then '' else '@' || own.day end";

        static final String JOINS = """
                cross join lateral (select case
                    when x.period like '%Q%' then (make_date(left(x.period, 4)::int, right(x.period, 1)::int * 3, 1) + interval '1 month - 1 day')::date
                    when length(x.period) = 7 then (make_date(left(x.period, 4)::int, right(x.period, 2)::int, 1) + interval '1 month - 1 day')::date
                    else make_date(x.period::int, 12, 31) end as last) e
                cross join lateral (select case
                    when :today between date_trunc(case length(x.period) when 4 then 'year' else
                        case when x.period like '%Q%' then 'quarter' else 'month' end end, e.last::timestamp)::date and e.last
                    then :today else e.last end as day) p
                cross join lateral (select greatest(least(p.day, u.valid_to), u.valid_from) as day) own
                join unit_version v on v.unit_id = u.id and own.day between v.valid_from and v.valid_to
                """;
    }

    /** The one rule of scope as predicates; everything under a root of today's tree is inside. */
    private static final class Scoped {

        static final String TEAM = """
                (:everything or t.id = any(:teams) or exists (
                    select from team_area s
                    join unit_lineage l on l.from_id = s.village_id and :today between l.valid_from and l.valid_to
                    join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                    where s.team_id = t.id and c.ancestor_id = any(:roots)))
                and (cast(:unit as bigint) is null or exists (
                    select from team_area s
                    join unit_lineage l on l.from_id = s.village_id and :today between l.valid_from and l.valid_to
                    join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                    where s.team_id = t.id and c.ancestor_id = :unit))""";

        static String under(String column) {
            return """
                    (:everything or exists (select from unit_closure c where c.descendant_id = %1$s
                        and c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to))
                    and (cast(:unit as bigint) is null or exists (select from unit_closure c where c.descendant_id = %1$s
                        and c.ancestor_id = :unit and :today between c.valid_from and c.valid_to))""".formatted(column);
        }

        /** A unit, or everything that carries its figures today, lies inside. */
        static String carried(String column) {
            return """
                    (:everything or (exists (select from unit_lineage l where l.from_id = %1$s
                            and :today between l.valid_from and l.valid_to)
                        and not exists (select from unit_lineage l where l.from_id = %1$s
                            and :today between l.valid_from and l.valid_to and not exists (
                                select from unit_closure c where c.descendant_id = l.to_id and c.ancestor_id = any(:roots)
                                and :today between c.valid_from and c.valid_to))))
                    and (cast(:unit as bigint) is null or exists (select from unit_lineage l
                        join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                        where l.from_id = %1$s and :today between l.valid_from and l.valid_to and c.ancestor_id = :unit)
                    or exists (select from unit_closure c join unit e on e.id = :unit and e.valid_to < :today
                        where c.descendant_id = %1$s and c.ancestor_id = :unit and e.valid_to between c.valid_from and c.valid_to))""".formatted(column);
        }
    }
}
