package vn.tungnha.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Reads administrative units as they stood on any day. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Units {

    private static final String COLUMNS =
            "select u.id, v.code, v.name, v.full_name, v.kind, u.level, p.parent_id, u.valid_from, u.valid_to ";

    /** Unit u with its version v and legal parent p on day d.day. */
    private static final String AS_OF_DAY = """
            join unit_version v on v.unit_id = u.id and d.day between v.valid_from and v.valid_to
            left join unit_parent p on p.unit_id = u.id and d.day between p.valid_from and p.valid_to
            """;

    /** Only units in force on the day asked for. */
    private static final String IN_FORCE = "from unit u cross join (select cast(:on as date) as day) d " + AS_OF_DAY;

    /** Any unit; on its last or first day where it has ended or not begun. */
    private static final String NEAREST = """
            from unit u
            cross join lateral (select least(greatest(cast(:on as date), u.valid_from), u.valid_to) as day) d
            """ + AS_OF_DAY;

    /** Whole name, whole words of the name, its beginning, then whatever else was searched (kinds, codes, other spellings). */
    private static final String BEST_NAME = "case when unit_fold(v.name) = unit_fold(:q) then 0"
            + " when ' ' || unit_fold(v.name) || ' ' like '% ' || unit_fold(:q) || ' %' then 1"
            + " when unit_fold(v.name) like unit_fold(:q) || '%' then 2 else 3 end, ";

    private static final String ORDER = " array_position(array['PROVINCE', 'DISTRICT', 'AREA', 'COMMUNE',"
            + " 'VILLAGE'], u.level), v.sort, v.code";

    private final JdbcClient jdbc;

    /**
     * The unit that bears the code on that day.
     *
     * @throws UnitNotInForce when the code was or will be in force, but not on that day
     */
    public UnitView require(String code, LocalDate on) {
        return find(code, on).orElseThrow(() -> notInForce(code, on));
    }

    /** The same by a code as written in addresses, at its own day or else at another. */
    public UnitView require(UnitRef unit, LocalDate otherwise) {
        return require(unit.code(), unit.dayOr(otherwise));
    }

    public Optional<UnitView> find(String code, LocalDate on) {
        return jdbc.sql(COLUMNS + IN_FORCE + "where v.code = :code order by" + ORDER + " limit 1")
                .param("code", code)
                .param("on", on)
                .query(Units::view)
                .optional();
    }

    /** The unit on that day; on its last day if it has ended by then, on its first if it has not begun. */
    public UnitView get(long id, LocalDate on) {
        return jdbc.sql(COLUMNS + NEAREST + "where u.id = :id")
                .param("id", id)
                .param("on", on)
                .query(Units::view)
                .optional()
                .orElseThrow(() -> new NotFound("unit", id));
    }

    /** Legal children; of an area its communes. */
    public List<UnitView> children(long id, LocalDate on) {
        return below(id, on, "c.depth = 1");
    }

    /** Root first, the unit itself and areas left out. */
    public List<UnitView> ancestors(long id, LocalDate on) {
        return jdbc.sql(COLUMNS + IN_FORCE + """
                        join unit_closure c on c.ancestor_id = u.id and d.day between c.valid_from and c.valid_to
                        where c.descendant_id = :id and c.depth > 0 and u.level <> 'AREA'
                        order by c.depth desc
                        """)
                .param("id", id)
                .param("on", on)
                .query(Units::view)
                .list();
    }

    /** Areas that hold the unit, or its commune, on that day. */
    public List<UnitView> areas(long id, LocalDate on) {
        return jdbc.sql(COLUMNS + IN_FORCE + """
                        join unit_closure c on c.ancestor_id = u.id and d.day between c.valid_from and c.valid_to
                        where c.descendant_id = :id and c.depth > 0 and u.level = 'AREA'
                        order by""" + ORDER)
                .param("id", id)
                .param("on", on)
                .query(Units::view)
                .list();
    }

    /** Areas that have a commune under the unit on that day, wholly inside it or not. */
    public List<UnitView> areasWithin(long id, LocalDate on) {
        return jdbc.sql(COLUMNS + IN_FORCE + """
                        where u.level = 'AREA' and exists (
                            select from unit_closure a join unit_closure c on c.descendant_id = a.descendant_id
                            where a.ancestor_id = u.id and a.depth = 1 and d.day between a.valid_from and a.valid_to
                              and c.ancestor_id = :id and d.day between c.valid_from and c.valid_to)
                        order by""" + ORDER)
                .param("id", id)
                .param("on", on)
                .query(Units::view)
                .list();
    }

    /** All of a level under a unit, itself included when it is of that level. */
    public List<UnitView> under(long id, UnitLevel level, LocalDate on) {
        return below(id, on, "u.level = '" + level + "'");
    }

    /** Whether a unit is the other one or lies under it on that day. */
    public boolean isUnder(long id, long ancestorId, LocalDate on) {
        return jdbc.sql("""
                        select exists (select from unit_closure
                            where descendant_id = :id and ancestor_id = :ancestor and :on between valid_from and valid_to)
                        """)
                .param("id", id)
                .param("ancestor", ancestorId)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** By id, each as {@link #get} gives it; unknown ids are left out. */
    public Map<Long, UnitView> all(Collection<Long> ids, LocalDate on) {
        Map<Long, UnitView> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(COLUMNS + NEAREST + "where u.id = any(:ids)")
                    .param("ids", ids.toArray(Long[]::new))
                    .param("on", on)
                    .query(Units::view)
                    .list()
                    .forEach(unit -> found.put(unit.id(), unit));
        }
        return found;
    }

    public PageOf<UnitView> search(UnitQuery query, Paging paging) {
        List<String> where = new ArrayList<>(List.of("true"));
        Map<String, Object> params = new HashMap<>(Map.of("on", query.on()));
        if (query.q() != null && !query.q().isBlank()) {
            where.add("strpos(v.search, unit_fold(:q)) > 0");
            params.put("q", query.q().strip());
        }
        if (query.level() != null) {
            where.add("u.level = :level");
            params.put("level", query.level().name());
        }
        if (query.parentId() != null) {
            where.add(isBelow("c.ancestor_id = :parent and c.depth = 1"));
            params.put("parent", query.parentId());
        }
        if (query.underId() != null) {
            where.add(isBelow("c.ancestor_id = :under and c.depth > 0"));
            params.put("under", query.underId());
        }
        if (query.roots() != null) {
            where.add(isBelow("c.ancestor_id = any(:roots)"));
            params.put("roots", query.roots().toArray(Long[]::new));
        }
        boolean named = params.containsKey("q");
        String matching = IN_FORCE + "where " + String.join(" and ", where);
        long total = jdbc.sql("select count(*) " + matching)
                .params(params)
                .query(Long.class)
                .single();
        List<UnitView> items = jdbc.sql(COLUMNS + matching + " order by " + (named ? BEST_NAME : "") + ORDER
                        + " limit :size offset :offset")
                .params(params)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Units::view)
                .list();
        return PageOf.of(items, paging, total);
    }

    /** What carries the unit's figures on a day: itself while in force, then its successors; empty before its time. */
    public List<UnitView> successors(long id, LocalDate on) {
        return jdbc.sql(COLUMNS + IN_FORCE + """
                        join unit_lineage l on l.to_id = u.id and d.day between l.valid_from and l.valid_to
                        where l.from_id = :id order by l.weight desc, v.sort
                        """)
                .param("id", id)
                .param("on", on)
                .query(Units::view)
                .list();
    }

    /** What carries all of the unit on a day: itself, or the one it went into wholly; empty where it was split or lost. */
    public Optional<UnitView> wholeSuccessor(long id, LocalDate on) {
        return jdbc.sql(COLUMNS + IN_FORCE + """
                        join unit_lineage l on l.to_id = u.id and d.day between l.valid_from and l.valid_to
                        where l.from_id = :id and l.weight = 1
                        """)
                .param("id", id)
                .param("on", on)
                .query(Units::view)
                .optional();
    }

    /** Units that ended and went straight into this one, wholly or in part, each as on its last day. */
    public List<UnitView> predecessors(long id) {
        return jdbc.sql(COLUMNS + NEAREST
                        + "join unit_succession s on s.from_id = u.id where s.to_id = :id order by s.effective, v.sort")
                .param("id", id)
                .param("on", Days.FOREVER)
                .query(Units::view)
                .list();
    }

    /** Who bears the code on that day, else who bore it last before, else first after. */
    public Optional<UnitView> nearest(String code, LocalDate on) {
        return jdbc.sql("""
                        select unit_id from unit_version where code = :code
                        order by :on between valid_from and valid_to desc, valid_from <= :on desc, abs(valid_from - :on)
                        limit 1
                        """)
                .param("code", code)
                .param("on", on)
                .query(Long.class)
                .optional()
                .map(id -> get(id, on));
    }

    private NotFound notInForce(String code, LocalDate on) {
        return nearest(code, on)
                .<NotFound>map(bearer -> new UnitNotInForce(code, on, successors(bearer.id(), on)))
                .orElseGet(() -> new NotFound("unit", code));
    }

    private List<UnitView> below(long id, LocalDate on, String which) {
        return jdbc.sql(COLUMNS + IN_FORCE
                        + "join unit_closure c on c.descendant_id = u.id and d.day between c.valid_from and c.valid_to "
                        + "where c.ancestor_id = :id and " + which + " order by" + ORDER)
                .param("id", id)
                .param("on", on)
                .query(Units::view)
                .list();
    }

    private static String isBelow(String ancestor) {
        return "exists (select from unit_closure c where c.descendant_id = u.id and " + ancestor
                + " and d.day between c.valid_from and c.valid_to)";
    }

    private static UnitView view(ResultSet row, int number) throws SQLException {
        long parent = row.getLong("parent_id");
        return new UnitView(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("full_name"),
                row.getString("kind"),
                UnitLevel.valueOf(row.getString("level")),
                parent == 0 ? null : parent,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
