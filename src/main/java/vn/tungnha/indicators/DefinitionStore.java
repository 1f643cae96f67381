package vn.tungnha.indicators;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.Days;

/** Writes versions of definitions with their variants and components. */
@Component
@RequiredArgsConstructor
class DefinitionStore {

    private final JdbcClient jdbc;

    /** The indicator itself, without any version yet. */
    int insert(IndicatorDefinition it) {
        return jdbc.sql(
                        "insert into indicator (code, kind, pillar, position) values (:code, :kind, :pillar, :position) "
                                + "returning id")
                .param("code", it.code())
                .param("kind", it.kind().name())
                .param("pillar", it.pillar())
                .param("position", it.position())
                .query(Integer.class)
                .single();
    }

    /** Where it stands is not dated: lists have one order. */
    void arrange(int indicator, IndicatorDefinition it) {
        jdbc.sql("update indicator set pillar = :pillar, position = :position where id = :id")
                .param("pillar", it.pillar())
                .param("position", it.position())
                .param("id", indicator)
                .update();
    }

    void insert(int indicator, IndicatorDefinition it, LocalDate from, String reason, UUID by, OffsetDateTime at) {
        int version = jdbc.sql("""
                        insert into indicator_version (indicator_id, version, valid_from, name_vi, name_en, short_vi, short_en,
                            unit_vi, unit_en, direction, factor, decimals, good_at, near_at, counted_vi, not_counted_vi,
                            source_vi, legal_basis, change_note_vi, published_by, published_at)
                        values (:indicator, :version, :from, :nameVi, :nameEn, :shortVi, :shortEn, :unitVi, :unitEn, :direction,
                            :factor, :decimals, :goodAt, :nearAt, :counted, :notCounted, :source, :legal, :reason, :by, :at)
                        returning id
                        """)
                .param("indicator", indicator)
                .param("version", it.version())
                .param("from", from)
                .param("nameVi", it.nameVi())
                .param("nameEn", it.nameEn())
                .param("shortVi", it.shortVi())
                .param("shortEn", it.shortEn())
                .param("unitVi", it.unitVi())
                .param("unitEn", it.unitEn())
                .param("direction", it.direction())
                .param("factor", it.factor())
                .param("decimals", it.decimals())
                .param("goodAt", it.goodAt())
                .param("nearAt", it.nearAt())
                .param("counted", lines(it.counted()), Types.VARCHAR)
                .param("notCounted", lines(it.notCounted()), Types.VARCHAR)
                .param("source", it.source(), Types.VARCHAR)
                .param("legal", it.legalBasis(), Types.VARCHAR)
                .param("reason", reason)
                .param("by", by)
                .param("at", at)
                .query(Integer.class)
                .single();
        for (int i = 0; i < it.variants().size(); i++) {
            insert(version, i + 1, it.variants().get(i));
        }
        for (int i = 0; i < it.components().size(); i++) {
            insert(version, i + 1, it.components().get(i));
        }
    }

    private void insert(int version, int position, Variant it) {
        jdbc.sql("""
                        insert into indicator_variant (indicator_version_id, code, name_vi, name_en, numerator, denominator,
                            numerator_vi, numerator_en, denominator_vi, denominator_en, standard, position)
                        values (:version, :code, :nameVi, :nameEn, :numerator, :denominator, :numeratorVi, :numeratorEn,
                            :denominatorVi, :denominatorEn, :standard, :position)
                        """)
                .param("version", version)
                .param("code", it.code())
                .param("nameVi", it.nameVi())
                .param("nameEn", it.nameEn())
                .param("numerator", it.numerator())
                .param("denominator", it.denominator(), Types.VARCHAR)
                .param("numeratorVi", it.numeratorVi())
                .param("numeratorEn", it.numeratorEn())
                .param("denominatorVi", it.denominatorVi(), Types.VARCHAR)
                .param("denominatorEn", it.denominatorEn(), Types.VARCHAR)
                .param("standard", it.standard())
                .param("position", position)
                .update();
    }

    private void insert(int version, int position, IndicatorDefinition.Component it) {
        jdbc.sql("""
                        insert into indicator_component (indicator_version_id, position, indicator_id, variant, group_vi, group_en,
                            weight, full_at, capped)
                        select :version, :position, id, :variant, :groupVi, :groupEn, :weight, :fullAt, :capped
                        from indicator where code = :code
                        """)
                .param("version", version)
                .param("position", position)
                .param("code", it.indicator())
                .param("variant", it.variant(), Types.VARCHAR)
                .param("groupVi", it.groupVi(), Types.VARCHAR)
                .param("groupEn", it.groupEn(), Types.VARCHAR)
                .param("weight", it.weight())
                .param("fullAt", it.fullAt())
                .param("capped", it.capped())
                .update();
    }

    void end(IndicatorDefinition it, LocalDate last) {
        close(it.id(), it.version(), last);
    }

    void reopen(int indicator, int version) {
        close(indicator, version, Days.FOREVER);
    }

    private void close(int indicator, int version, LocalDate last) {
        jdbc.sql("update indicator_version set valid_to = :last where indicator_id = :id and version = :version")
                .param("last", last)
                .param("id", indicator)
                .param("version", version)
                .update();
    }

    /** Null for what was shipped. */
    @Nullable
    OffsetDateTime published(IndicatorDefinition it) {
        return jdbc.sql("select published_at from indicator_version where indicator_id = :id and version = :version")
                .param("id", it.id())
                .param("version", it.version())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .orElse(null);
    }

    void delete(IndicatorDefinition it) {
        for (String table : List.of("indicator_component", "indicator_variant")) {
            jdbc.sql("delete from " + table + " where indicator_version_id = (select id from indicator_version "
                            + "where indicator_id = :id and version = :version)")
                    .param("id", it.id())
                    .param("version", it.version())
                    .update();
        }
        jdbc.sql("delete from indicator_version where indicator_id = :id and version = :version")
                .param("id", it.id())
                .param("version", it.version())
                .update();
    }

    private static @Nullable String lines(List<String> lines) {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
