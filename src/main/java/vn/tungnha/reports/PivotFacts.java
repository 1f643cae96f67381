package vn.tungnha.reports;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;

/** What the counters cannot tell of a figure: which account type it counts, and whose members went along. */
@Service
@RequiredArgsConstructor
public class PivotFacts {

    private static final String SIBLINGS = """
            select distinct on (m.account_type) m.account_type, i.code as indicator, a.code as variant, m.code as measure,
                   t.position
            from indicator i
            join indicator_version v on v.indicator_id = i.id and :on between v.valid_from and v.valid_to
            join indicator_variant a on a.indicator_version_id = v.id and (a.denominator is null) = :count
            join measure m on m.code = a.numerator and m.basis = :basis
            join account_type t on t.code = m.account_type
            order by m.account_type, (i.code = :indicator and a.code = :variant) desc, (a.code = :variant) desc, a.standard desc,
                     i.position
            """;

    /** Each contact once for every organisation, at the part it is shown under. */
    private static final String PLACED = """
            with span as (
                select * from unnest(cast(:codes as text[]), cast(:firsts as date[]), cast(:lasts as date[])) s (code, first_day, last_day)),
            found as (%s),
            told as (
                select distinct f.subject, f.measure, s.code as period, c.ancestor_id as unit_id, l.weight,
                       coalesce(m.organisation, '') as organisation
                from found f
                join span s on f.visited_on between s.first_day and s.last_day
                join visit_member w on w.visit_id = f.visit_id
                join team_member m on m.id = w.member_id
                join unit_lineage l on l.from_id = f.village_id
                    and coalesce(cast(:pinned as date), f.visited_on) between l.valid_from and l.valid_to
                join unit_closure c on c.descendant_id = l.to_id and c.ancestor_id = any(:units)
                    and coalesce(cast(:pinned as date), f.visited_on) between c.valid_from and c.valid_to)
            select measure, period, unit_id, organisation, sum(weight) as amount from told group by 1, 2, 3, 4
            """;

    private static final String VISITS = """
            select v.id::text as subject, v.id as visit_id, x.code as measure, v.village_id, v.visited_on
            from valid_contact v
            join measure x on x.code = any(:measures) and x.basis = 'VISITS'
                and (x.outcome is null or x.outcome = v.outcome)
                and (x.household_kind is null or x.household_kind = v.household_kind)
                and (x.topic is null or exists (select from visit_topic t where t.visit_id = v.id and t.topic = x.topic))
            where v.place = 'HOME' and v.visited_on between :first and :last
            """;

    /** Only the contact that earned the credit: the first one of a person and an account type. */
    private static final String ACTIVATIONS = """
            select a.resident_id || a.account_type as subject, v.id as visit_id, x.code as measure, v.village_id, v.visited_on
            from valid_contact v
            join activation a on a.visit_id = v.id and a.result = 'ACTIVATED'
            join resident r on r.id = a.resident_id
            join measure x on x.code = any(:measures) and x.basis = 'ACTIVATIONS'
                and (x.account_type is null or x.account_type = a.account_type)
                and (x.household_kind is null or x.household_kind = v.household_kind)
                and (x.age_from is null or extract(year from v.visited_on) - r.birth_year >= x.age_from)
                and (x.age_to is null or extract(year from v.visited_on) - r.birth_year <= x.age_to)
            where v.visited_on between :first and :last
              and not exists (select from activation b join valid_contact e on e.id = b.visit_id
                where b.resident_id = a.resident_id and b.account_type = a.account_type and b.result = 'ACTIVATED'
                  and (e.visited_at, e.id) < (v.visited_at, v.id))
            """;

    private final JdbcClient jdbc;

    /** @param account type that is counted; null where none or all are */
    public record Counted(
            String code, @Nullable String basis, @Nullable String account) {}

    /** One account type of a family of indicators that are reckoned alike. */
    public record Sibling(String account, IndicatorChoice choice, String measure, int position) {}

    /** One cell before it is placed. */
    public record Key(String measure, String period, long unit, String organisation) {}

    /** What a figure counts, where it is one measure and no formula. */
    public Optional<Counted> counted(Variant variant) {
        return jdbc.sql("select code, basis, account_type as account from measure where code = ?")
                .param(variant.numerator())
                .query(Counted.class)
                .optional();
    }

    /** The same figure of the other account types. */
    public List<Sibling> siblings(IndicatorChoice choice, Variant variant, Counted counted, LocalDate on) {
        return jdbc
                .sql(SIBLINGS)
                .param("on", on)
                .param("count", variant.denominator() == null)
                .param("basis", counted.basis())
                .param("indicator", choice.code())
                .param("variant", variant.code())
                .query((row, n) -> new Sibling(
                        row.getString("account_type"),
                        new IndicatorChoice(row.getString("indicator"), row.getString("variant")),
                        row.getString("measure"),
                        row.getInt("position")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Sibling::position))
                .toList();
    }

    /** By organisation of the members who went; what several did together counts for each of them. */
    public Map<Key, BigDecimal> byOrganisation(
            String basis, Collection<String> measures, List<Long> units, List<Period> periods, Structure structure) {
        Map<Key, BigDecimal> amounts = new HashMap<>();
        jdbc.sql(PLACED.formatted(basis.equals("VISITS") ? VISITS : ACTIVATIONS))
                .param("codes", periods.stream().map(Period::code).toArray(String[]::new))
                .param(
                        "firsts",
                        periods.stream().map(it -> it.first().toString()).toArray(String[]::new))
                .param("lasts", periods.stream().map(it -> it.last().toString()).toArray(String[]::new))
                .param("first", periods.get(0).first())
                .param("last", periods.get(periods.size() - 1).last())
                .param("measures", measures.toArray(String[]::new))
                .param("units", units.toArray(Long[]::new))
                .param("pinned", structure.pinned(), Types.DATE)
                .query(row -> {
                    amounts.put(
                            new Key(
                                    row.getString("measure"),
                                    row.getString("period"),
                                    row.getLong("unit_id"),
                                    row.getString("organisation")),
                            row.getBigDecimal("amount"));
                });
        return amounts;
    }
}
