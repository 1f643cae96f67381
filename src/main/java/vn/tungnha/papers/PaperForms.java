package vn.tungnha.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.UnitView;

/** The forms of reports. A form is never changed: what an administrator saves is its next version, from a day on. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class PaperForms {

    private final FormRows rows;
    private final FormChecks checks;
    private final FormStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The forms of a place as they are used for periods that end on a day, its own before those for everybody. */
    List<PaperForm> inForce(LocalDate on, PaperPlace place) {
        UnitView home = place.home();
        return rows.inForce(on, home.id(), home.validTo().isBefore(on) ? home.validTo() : on);
    }

    public List<PaperForm> today() {
        LocalDate today = Days.today(clock);
        return rows.inForce(today, null, today);
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
                form.unit(),
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
        int version = store.append(before.id(), basedOn, validFrom, head, sections, reason.strip(), user.accountId());
        events.publishEvent(new Audited(
                "paper-form.changed",
                "paper-form",
                code,
                null,
                Map.of("version", basedOn),
                Map.of("version", version, "from", validFrom),
                reason.strip()));
        return version;
    }

    /** All versions ever, the latest first. */
    public List<FormVersion> history(String code) {
        return rows.history(code);
    }

    /**
     * Takes a version back: periods fall to the version before, as if it had never been there.
     *
     * @throws RuleBroken without a reason, or when no version would be left
     */
    @Transactional
    public void withdraw(String code, int version, String reason, CurrentUser user) {
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "papers.error.reason");
        }
        List<PaperForm> used = versions(code);
        PaperForm taken = used.stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .orElseThrow(() -> new Stale("paper-form", code));
        if (used.size() < 2) {
            throw RuleBroken.at("reason", "papers.error.last-version");
        }
        store.withdraw(taken.versionId(), reason.strip(), user.accountId());
        tell("paper-form.withdrawn", code, version, reason.strip());
    }

    /** Puts a version that was taken back into force again. */
    @Transactional
    public void restore(String code, int version, CurrentUser user) {
        FormVersion taken = history(code).stream()
                .filter(it -> it.version() == version && !it.used())
                .findFirst()
                .orElseThrow(() -> new Stale("paper-form", code));
        store.restore(taken.id(), user.accountId());
        tell("paper-form.restored", code, version, null);
    }

    private void tell(String action, String code, int version, @Nullable String reason) {
        events.publishEvent(new Audited(action, "paper-form", code, null, null, Map.of("version", version), reason));
    }
}
