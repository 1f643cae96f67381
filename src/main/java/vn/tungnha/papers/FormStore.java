package vn.tungnha.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Stale;

/** Writes versions of forms; none is ever changed. */
@Component
@RequiredArgsConstructor
class FormStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The next version, with a number that none had before.
     *
     * @param basedOn the latest version that is used, 0 for a new form
     * @throws Stale when somebody else saved a version meanwhile
     */
    int append(
            int form,
            int basedOn,
            LocalDate validFrom,
            FormHead head,
            List<FormSection> sections,
            String reason,
            UUID by) {
        jdbc.sql("select id from paper_form where id = :form for update")
                .param("form", form)
                .query(Integer.class)
                .single();
        record Made(long id, int version) {}
        Made made = jdbc.sql("""
            insert into paper_form_version (form_id, version, valid_from, parent_body, issuer, symbol, title, subject, addressee,
                                            recipients, signers, reason, made_by, made_at)
            select :form, 1 + coalesce((select max(version) from paper_form_version where form_id = :form), 0), :from, :parent,
                   :issuer, :symbol, :title, :subject, :addressee, :recipients, :signers, :reason, :by, :at
            where :basedOn = coalesce((select max(version) from paper_form_version_used where form_id = :form), 0)
            returning id, version
            """)
                .param("form", form)
                .param("basedOn", basedOn)
                .param("from", validFrom)
                .param("parent", head.parentBody())
                .param("issuer", head.issuer())
                .param("symbol", head.symbol())
                .param("title", head.title())
                .param("subject", head.subject())
                .param("addressee", head.addressee())
                .param("recipients", head.recipients())
                .param("signers", head.signers())
                .param("reason", reason)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Made.class)
                .optional()
                .orElseThrow(() -> new Stale("paper-form", String.valueOf(form)));
        for (int i = 0; i < sections.size(); i++) {
            insert(made.id(), i + 1, sections.get(i));
        }
        return made.version();
    }

    void withdraw(long version, String reason, UUID by) {
        jdbc.sql("""
                        insert into paper_form_withdrawal (version_id, reason, made_by, made_at)
                        values (:version, :reason, :by, :at)
                        """)
                .param("version", version)
                .param("reason", reason)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void restore(long version, UUID by) {
        jdbc.sql("""
                        update paper_form_withdrawal set ended_by = :by, ended_at = :at
                        where version_id = :version and ended_at is null
                        """)
                .param("version", version)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insert(long version, int position, FormSection section) {
        long id = jdbc.sql("""
            insert into paper_section (version_id, position, kind, heading, body, own)
            values (:version, :position, :kind, :heading, :body, :own) returning id
            """)
                .param("version", version)
                .param("position", position)
                .param("kind", section.kind().name())
                .param("heading", section.heading())
                .param("body", section.body())
                .param("own", section.own())
                .query(Long.class)
                .single();
        for (int i = 0; i < section.lines().size(); i++) {
            FormLine line = section.lines().get(i);
            jdbc.sql("""
                insert into paper_line (section_id, position, indicator_id, variant, part, label, unit, mark)
                select :section, :position, i.id, :variant, :part, :label, :unit, :mark
                from indicator i where i.code = :indicator
                """)
                    .param("section", id)
                    .param("position", i + 1)
                    .param("indicator", line.indicator())
                    .param("variant", line.variant(), java.sql.Types.VARCHAR)
                    .param("part", line.part().name())
                    .param("label", line.label())
                    .param("unit", line.unit())
                    .param("mark", line.mark())
                    .update();
        }
    }
}
