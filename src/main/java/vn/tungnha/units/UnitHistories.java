package vn.tungnha.units;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;

/** Tells the history of a unit, in as many statements for a long one as for a short one. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class UnitHistories {

    private static final String WALK = """
            with recursive walk as (
                select s.* from unit_succession s where s.%1$s = :id
                union
                select s.* from walk w join unit_succession s on s.%1$s = w.%2$s
            )
            select w.from_id, w.to_id, w.effective, w.kind = 'WHOLE' as whole, w.detail, w.decree
            from walk w order by w.effective, w.from_id, w.to_id
            """;

    private final JdbcClient jdbc;
    private final Units units;

    public UnitHistory of(long id) {
        List<Step> before = steps(id, "to_id", "from_id");
        List<Step> after = steps(id, "from_id", "to_id");
        List<Link> links = links(id);
        Set<Long> ids = new HashSet<>(Set.of(id));
        before.forEach(step -> ids.add(step.fromId()));
        after.forEach(step -> ids.add(step.toId()));
        links.forEach(link -> ids.add(link.parentId()));
        Map<Long, UnitView> views = units.all(ids, Days.FOREVER);
        return new UnitHistory(
                units.get(id, Days.FOREVER),
                versions(id),
                links.stream()
                        .map(link ->
                                new UnitHistory.Parent(view(views, link.parentId()), link.validFrom(), link.validTo()))
                        .toList(),
                kin(id, before, Step::toId, Step::fromId, views),
                kin(id, after, Step::fromId, Step::toId, views));
    }

    /** From the nearest relative outwards. */
    private static List<UnitHistory.Kin> kin(
            long id, List<Step> steps, ToLongFunction<Step> near, ToLongFunction<Step> far, Map<Long, UnitView> views) {
        return steps.stream()
                .filter(step -> near.applyAsLong(step) == id)
                .map(step -> new UnitHistory.Kin(
                        view(views, far.applyAsLong(step)),
                        step.effective(),
                        step.whole(),
                        step.detail(),
                        step.decree(),
                        kin(far.applyAsLong(step), steps, near, far, views)))
                .toList();
    }

    private static UnitView view(Map<Long, UnitView> views, long id) {
        return Objects.requireNonNull(views.get(id));
    }

    private List<Step> steps(long id, String near, String far) {
        return jdbc.sql(WALK.formatted(near, far))
                .param("id", id)
                .query(Step.class)
                .list();
    }

    private List<Link> links(long id) {
        return jdbc.sql(
                        "select parent_id, valid_from, valid_to from unit_link where child_id = :id order by valid_from, parent_id")
                .param("id", id)
                .query(Link.class)
                .list();
    }

    private List<UnitHistory.Version> versions(long id) {
        return jdbc.sql("""
                        select code, name, full_name, kind, valid_from, valid_to from unit_version
                        where unit_id = :id order by valid_from
                        """).param("id", id).query(UnitHistory.Version.class).list();
    }

    private record Step(
            long fromId,
            long toId,
            LocalDate effective,
            boolean whole,
            @Nullable String detail,
            @Nullable String decree) {}

    private record Link(long parentId, LocalDate validFrom, LocalDate validTo) {}
}
