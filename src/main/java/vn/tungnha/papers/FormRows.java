package vn.tungnha.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms out of their tables: three statements for any number of them. */
@Component
@RequiredArgsConstructor
class FormRows {

    private static final String VERSION = """
        select f.id, f.code, f.kind, f.grain, f.name_vi, f.name_en, f.unit_id, v.id as version_id, v.version, v.valid_from, v.parent_body,
               v.issuer, v.symbol, v.title, v.subject, v.addressee, v.recipients, v.signers
        from paper_form f join paper_form_version_used v on v.form_id = f.id and f.removed_at is null
        """;

    private final JdbcClient jdbc;

    /**
     * Each form as it is used for periods that end on a day; forms that begin later come as they begin.
     *
     * @param place only forms for that unit or everybody, its own first; null = all forms
     * @param day on which it lies where it lies
     */
    List<PaperForm> inForce(LocalDate on, @Nullable Long place, LocalDate day) {
        return withSections(jdbc.sql(VERSION + """
            where v.id = (select x.id from paper_form_version_used x where x.form_id = f.id
                order by x.valid_from <= :on desc,
                         case when x.valid_from <= :on then x.valid_from end desc, x.valid_from, x.version desc limit 1)
              and (f.unit_id is null or cast(:place as bigint) is null or exists (select from unit_closure c
                where c.ancestor_id = f.unit_id and c.descendant_id = :place and :day between c.valid_from and c.valid_to))
            order by :place is not null and f.unit_id is null, f.position
            """)
                .param("place", place, Types.BIGINT)
                .param("day", day)
                .param("on", on)
                .query((row, at) -> form(row))
                .list());
    }

    /** Every version of one form that was not taken back, the latest first. */
    List<PaperForm> versions(String code) {
        return withSections(jdbc.sql(VERSION + "where f.code = :code order by v.version desc")
                .param("code", code)
                .query((row, at) -> form(row))
                .list());
    }

    /** All versions ever, the latest first, with what was taken back. */
    List<FormVersion> history(String code) {
        return jdbc.sql("""
                        select v.id, v.version, v.valid_from, v.reason, a.display_name as made_by, v.made_at,
                               w.reason as withdrawn_for, b.display_name as withdrawn_by, w.made_at as withdrawn_at
                        from paper_form f join paper_form_version v on v.form_id = f.id
                        left join account a on a.id = v.made_by
                        left join paper_form_withdrawal w on w.version_id = v.id and w.ended_at is null
                        left join account b on b.id = w.made_by
                        where f.code = :code order by v.version desc
                        """).param("code", code).query(FormVersion.class).list();
    }

    private static PaperForm form(ResultSet row) throws SQLException {
        String grain = row.getString("grain");
        return new PaperForm(
                row.getInt("id"),
                row.getString("code"),
                PaperKind.valueOf(row.getString("kind")),
                grain == null ? null : PaperGrain.valueOf(grain),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getObject("unit_id", Long.class),
                row.getLong("version_id"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                new FormHead(
                        row.getString("parent_body"),
                        row.getString("issuer"),
                        row.getString("symbol"),
                        row.getString("title"),
                        row.getString("subject"),
                        row.getString("addressee"),
                        row.getString("recipients"),
                        row.getString("signers")),
                List.of());
    }

    private List<PaperForm> withSections(List<PaperForm> forms) {
        Long[] ids = forms.stream().map(PaperForm::versionId).toArray(Long[]::new);
        Map<Long, List<FormLine>> lines = new LinkedHashMap<>();
        jdbc.sql("""
            select l.section_id, i.code, l.variant, l.part, l.label, l.unit, l.mark
            from paper_line l join paper_section s on s.id = l.section_id join indicator i on i.id = l.indicator_id
            where s.version_id = any(:ids) order by l.section_id, l.position
            """)
                .param("ids", ids)
                .query((row, at) -> lines.computeIfAbsent(row.getLong("section_id"), id -> new ArrayList<>())
                        .add(new FormLine(
                                row.getString("code"),
                                row.getString("variant"),
                                FormLine.Part.valueOf(row.getString("part")),
                                row.getString("label"),
                                row.getString("unit"),
                                row.getString("mark"))))
                .list();
        Map<Long, List<FormSection>> sections = new LinkedHashMap<>();
        jdbc.sql("select id, version_id, kind, heading, body, own from paper_section where version_id ="
                        + " any(:ids) order by position")
                .param("ids", ids)
                .query((row, at) -> sections.computeIfAbsent(row.getLong("version_id"), id -> new ArrayList<>())
                        .add(new FormSection(
                                SectionKind.valueOf(row.getString("kind")),
                                row.getString("heading"),
                                row.getString("body"),
                                row.getBoolean("own"),
                                lines.getOrDefault(row.getLong("id"), List.of()))))
                .list();
        return forms.stream()
                .map(it -> new PaperForm(
                        it.id(),
                        it.code(),
                        it.kind(),
                        it.grain(),
                        it.nameVi(),
                        it.nameEn(),
                        it.unit(),
                        it.versionId(),
                        it.version(),
                        it.validFrom(),
                        it.head(),
                        sections.getOrDefault(it.versionId(), List.of())))
                .toList();
    }
}
