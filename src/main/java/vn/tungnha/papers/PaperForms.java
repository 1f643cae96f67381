package vn.tungnha.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** The forms of reports. A form is never changed: what an administrator saves is its next version, from a day on. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class PaperForms {

    private final FormRows rows;
    private final FormChecks checks;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Every form as it is used for periods that end on a day. */
    public List<PaperForm> inForce(LocalDate on) {
        return rows.inForce(on);
    }

    public List<PaperForm> today() {
        return rows.inForce(Days.today(clock));
    }

    /**
     * Every version, the latest first.
     *
     * @throws NotFound when there is no such form
     */
    public List<PaperForm> versions(String code) {
        List<PaperForm> versions = rows.versions(code);
        if (versions.isEmpty()) {
            throw new NotFound("paper-form", code);
        }
        return versions;
    }

    /**
     * What a form would be; nothing is saved.
     *
     * @throws RuleBroken as {@link #change} does
     */
    public PaperForm candidate(PaperForm form, FormHead head, List<FormSection> sections) {
        checks.check(head, sections);
        return new PaperForm(
                form.id(),
                form.code(),
                form.kind(),
                form.grain(),
                form.nameVi(),
                form.nameEn(),
                form.versionId(),
                form.version(),
                form.validFrom(),
                head,
                sections);
    }

    /**
     * Begins the next version.
     *
     * @param basedOn the version it was written over
     * @throws RuleBroken when something in braces is not known, an indicator does not exist, or there is no reason
     * @throws Stale when somebody else saved a version meanwhile
     */
    @Transactional
    public int change(
            String code,
            int basedOn,
            LocalDate validFrom,
            FormHead head,
            List<FormSection> sections,
            String reason,
            CurrentUser user) {
        PaperForm before = versions(code).get(0);
        if (before.version() != basedOn) {
            throw new Stale("paper-form", code);
        }
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "papers.error.reason");
        }
        checks.check(head, sections);
        long version = jdbc.sql("""
            insert into paper_form_version (form_id, version, valid_from, parent_body, issuer, symbol, title, subject, addressee,
                                            recipients, signers, reason, made_by, made_at)
            values (:form, :version, :from, :parent, :issuer, :symbol, :title, :subject, :addressee, :recipients, :signers,
                    :reason, :by, :at) on conflict (form_id, version) do nothing returning id
            """)
                .param("form", before.id())
                .param("version", basedOn + 1)
                .param("from", validFrom)
                .param("parent", head.parentBody())
                .param("issuer", head.issuer())
                .param("symbol", head.symbol())
                .param("title", head.title())
                .param("subject", head.subject())
                .param("addressee", head.addressee())
                .param("recipients", head.recipients())
                .param("signers", head.signers())
                .param("reason", reason.strip())
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Stale("paper-form", code));
        for (int i = 0; i < sections.size(); i++) {
            insert(version, i + 1, sections.get(i));
        }
        events.publishEvent(new Audited(
                "paper-form.changed",
                "paper-form",
                code,
                null,
                Map.of("version", basedOn),
                Map.of("version", basedOn + 1, "from", validFrom),
                reason.strip()));
        return basedOn + 1;
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
