package vn.tungnha.indicators;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.IndicatorDefinition.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;

/** What indicators and measures mean, by day. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Definitions {

    private final JdbcClient jdbc;

    /** Every indicator as defined on a day, in the order of the pillars. */
    public List<IndicatorDefinition> list(LocalDate on) {
        return versions("where :on between v.valid_from and v.valid_to", null, on);
    }

    public Optional<IndicatorDefinition> find(String code, LocalDate on) {
        String known = canonical(code, null).code();
        return versions("where i.code = :code and :on between v.valid_from and v.valid_to", known, on).stream()
                .findFirst();
    }

    /** @throws NotFound when there is no such indicator on that day */
    public IndicatorDefinition require(String code, LocalDate on) {
        return find(code, on).orElseThrow(() -> new NotFound("indicator", code));
    }

    /**
     * As its figures of a period are reckoned: the version in force on the last day; before the first one, that one.
     *
     * @throws NotFound when there is no such indicator at all
     */
    public IndicatorDefinition atEndOf(String code, Period period) {
        List<IndicatorDefinition> known = history(code);
        return known.stream()
                .filter(it -> !it.validFrom().isAfter(period.last()))
                .findFirst()
                .or(() -> known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1)))
                .orElseThrow(() -> new NotFound("indicator", code));
    }

    /** The last version of every indicator, in force or still to come. */
    public List<IndicatorDefinition> latest() {
        return versions(
                "where v.version = (select max(x.version) from indicator_version x where x.indicator_id = i.id)",
                null,
                null);
    }

    /** All versions of one indicator, the latest first. */
    public List<IndicatorDefinition> history(String code) {
        return versions("where i.code = :code", canonical(code, null).code(), null);
    }

    /** The indicator behind another name, such as SMARTPHONES_14_PLUS = SMARTPHONES with variant AGE_14. */
    public IndicatorChoice canonical(String code, @Nullable String variant) {
        return jdbc.sql("select i.code, coalesce(:variant, a.variant) as variant from indicator_alias a "
                        + "join indicator i on i.id = a.indicator_id where a.code = :code")
                .param("code", code)
                .param("variant", variant, Types.VARCHAR)
                .query(IndicatorChoice.class)
                .optional()
                .orElse(new IndicatorChoice(code, variant));
    }

    /** The same for many at once. */
    List<IndicatorChoice> canonical(List<IndicatorChoice> choices) {
        Map<String, IndicatorChoice> known = new HashMap<>();
        jdbc.sql("select a.code, i.code as indicator, a.variant from indicator_alias a "
                        + "join indicator i on i.id = a.indicator_id where a.code = any(:codes)")
                .param("codes", choices.stream().map(IndicatorChoice::code).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("code"),
                            new IndicatorChoice(row.getString("indicator"), row.getString("variant")));
                });
        return choices.stream()
                .map(it -> {
                    IndicatorChoice other = known.get(it.code());
                    return other == null
                            ? it
                            : new IndicatorChoice(other.code(), it.variant() == null ? other.variant() : it.variant());
                })
                .toList();
    }

    /** Measures by code. */
    public Map<String, MeasureView> measures() {
        Map<String, MeasureView> byCode = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, adds_over_units, basis, fractions, "
                                + "counted_by is null as asked, "
                                + "exists (select from measure_count c where c.measure_id = measure.id) as counting "
                                + "from measure order by position, code")
                .query(MeasureView.class)
                .list()
                .forEach(measure -> byCode.put(measure.code(), measure));
        return byCode;
    }

    /** All versions of some indicators, for figures over many periods. */
    Map<String, List<IndicatorDefinition>> versionsOf(Collection<String> codes) {
        Map<String, List<IndicatorDefinition>> byCode = new HashMap<>();
        versions("where i.code = any(:code)", codes.toArray(String[]::new), null)
                .forEach(it -> byCode.computeIfAbsent(it.code(), code -> new ArrayList<>())
                        .add(it));
        return byCode;
    }

    /** Codes of measures a variant is reckoned from; a score has none of its own. */
    public static Set<String> measuresOf(Variant variant, Set<String> known) {
        if (variant.ofScore()) {
            return Set.of();
        }
        Set<String> all = Expression.parse(variant.numerator(), known).measures();
        if (variant.denominator() != null && !variant.ofQuota()) {
            all.addAll(Expression.parse(variant.denominator(), known).measures());
        }
        return all;
    }

    private List<IndicatorDefinition> versions(String where, @Nullable Object code, @Nullable LocalDate on) {
        Map<Integer, List<Variant>> variants = new HashMap<>();
        Map<Integer, List<Component>> components = new HashMap<>();
        Map<Integer, IndicatorDefinition> definitions = new LinkedHashMap<>();
        jdbc.sql("""
                        select i.id, i.code, i.kind, i.pillar, i.position, v.id as version_id, v.version, v.valid_from, v.valid_to,
                               v.name_vi, v.name_en, v.short_vi, v.short_en, v.unit_vi, v.unit_en, v.direction, v.factor, v.decimals, v.good_at, v.near_at,
                               v.counted_vi, v.not_counted_vi, v.source_vi, v.legal_basis, v.change_note_vi, v.published_at,
                               a.code as variant, a.name_vi as variant_vi, a.name_en as variant_en, a.numerator, a.denominator,
                               a.numerator_vi, a.numerator_en, a.denominator_vi, a.denominator_en, a.standard
                        from indicator i
                        join indicator_version v on v.indicator_id = i.id
                        join indicator_variant a on a.indicator_version_id = v.id
                        """ + where + " order by i.position, i.id, v.version desc, a.standard desc, a.position")
                .param("code", code, code instanceof String[] ? Types.ARRAY : Types.VARCHAR)
                .param("on", on, Types.DATE)
                .query(row -> {
                    int id = row.getInt("version_id");
                    Variant variant = DefinitionRows.variant(row);
                    variants.computeIfAbsent(id, it -> new ArrayList<>()).add(variant);
                    if (variant.ofScore()) {
                        components.computeIfAbsent(id, it -> new ArrayList<>());
                    }
                    if (!definitions.containsKey(id)) {
                        definitions.put(
                                id,
                                DefinitionRows.definition(
                                        row, variants.get(id), components.getOrDefault(id, List.of())));
                    }
                });
        if (!components.isEmpty()) {
            readComponents(components);
        }
        return List.copyOf(definitions.values());
    }

    private void readComponents(Map<Integer, List<Component>> components) {
        jdbc.sql("""
                        select c.indicator_version_id, i.code as indicator, c.variant, c.group_vi, c.group_en, c.weight,
                               c.full_at, c.capped
                        from indicator_component c join indicator i on i.id = c.indicator_id
                        where c.indicator_version_id = any(:versions) order by c.position
                        """)
                .param("versions", components.keySet().toArray(Integer[]::new))
                .query(row -> {
                    Objects.requireNonNull(components.get(row.getInt("indicator_version_id")))
                            .add(DefinitionRows.component(row));
                });
    }
}
