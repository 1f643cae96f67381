package vn.tungnha.papers;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Which forms there are and for whom: made as copies, kept to one place, taken away while nothing was sent by them. */
@Service
@RequiredArgsConstructor
@Transactional
public class FormRegister {

    private final PaperForms forms;
    private final FormStore store;
    private final Units units;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A form that was taken away. */
    public record Removed(String code, String nameVi, String nameEn, LocalDate day, String by) {}

    /** Those that were taken away, the latest first. */
    @Transactional(readOnly = true)
    public List<Removed> removed() {
        return jdbc.sql("""
                        select f.code, f.name_vi, f.name_en, cast(f.removed_at at time zone 'Asia/Ho_Chi_Minh' as date) as day,
                               a.display_name as by
                        from paper_form f join account a on a.id = f.removed_by
                        where f.removed_at is not null order by f.removed_at desc
                        """).query(Removed.class).list();
    }

    /** A new form that begins as a copy of another one. */
    public void copy(String from, NewForm made, CurrentUser user) {
        PaperForm source = forms.versions(from).get(0);
        made.check();
        UnitView place = place(made.unit());
        int id = jdbc.sql("""
                        insert into paper_form (code, kind, grain, name_vi, name_en, unit_id, position)
                        select :code, :kind, :grain, :vi, :en, :unit, max(position) + 1 from paper_form
                        on conflict (code) do nothing returning id
                        """)
                .param("code", made.code())
                .param("kind", source.kind().name())
                .param("grain", made.grain() == null ? null : made.grain().name(), Types.VARCHAR)
                .param("vi", made.nameVi())
                .param("en", made.nameEn())
                .param("unit", place == null ? null : place.id(), Types.BIGINT)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> RuleBroken.at("code", "papers.error.code-taken", made.code()));
        store.append(id, 0, Days.SINCE_EVER, source.head(), source.sections(), from, user.accountId());
        tell("created", made.code(), null, Map.of("name", made.nameVi(), "from", from, "unit", said(place)));
    }

    /**
     * Keeps a form to one place, or offers it to everybody; papers already sent stay.
     *
     * @param unit code of the place; empty = everybody
     * @throws RuleBroken when there is no such unit, or it is a village, which sends no papers
     */
    public void keepTo(String code, String unit, CurrentUser user) {
        PaperForm form = forms.versions(code).get(0);
        UnitView place = place(unit);
        Long before = form.unit();
        Long after = place == null ? null : place.id();
        if (Objects.equals(before, after)) {
            return;
        }
        jdbc.sql("update paper_form set unit_id = :unit where id = :form")
                .param("unit", after, Types.BIGINT)
                .param("form", form.id())
                .update();
        String was = before == null
                ? said(null)
                : units.get(before, Days.today(clock)).fullName();
        tell("moved", code, Map.of("unit", was), Map.of("unit", said(place)));
    }

    /** Whether {@link #remove} would let it go. */
    @Transactional(readOnly = true)
    public boolean removable(PaperForm form) {
        return made(form.id()) && !sent(form.id());
    }

    /** @throws RuleBroken for a form that was shipped, or by which something was sent */
    public void remove(String code, CurrentUser user) {
        PaperForm form = forms.versions(code).get(0);
        // waits for papers that are being sent by it, and they for this
        jdbc.sql("select id from paper_form where id = :form for update")
                .param("form", form.id())
                .query(Integer.class)
                .single();
        if (!made(form.id())) {
            throw new RuleBroken("papers.error.form-shipped");
        }
        if (sent(form.id())) {
            throw new RuleBroken("papers.error.form-sent");
        }
        jdbc.sql("update paper_form set removed_at = :at, removed_by = :by where id = :form")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", user.accountId())
                .param("form", form.id())
                .update();
        tell("removed", code, null, null);
    }

    /** Offers a form again that was taken away. */
    public void restore(String code) {
        int restored = jdbc.sql("update paper_form set removed_at = null, removed_by = null "
                        + "where code = :code and removed_at is not null")
                .param("code", code)
                .update();
        if (restored == 0) {
            throw new Stale("paper-form", code);
        }
        tell("put-back", code, null, null);
    }

    /** Holds a form that is being sent by, so that nobody takes it away meanwhile. */
    void hold(PaperForm form) {
        boolean there = jdbc.sql("select id from paper_form where id = :form and removed_at is null for key share")
                .param("form", form.id())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            throw new NotFound("paper-form", form.code());
        }
    }

    private boolean made(int form) {
        return jdbc.sql("select exists (select from paper_form_version where form_id = :form and version = 1 "
                        + "and made_by is not null)")
                .param("form", form)
                .query(Boolean.class)
                .single();
    }

    private boolean sent(int form) {
        return jdbc.sql("select exists (select from sent_paper where form_id = :form)")
                .param("form", form)
                .query(Boolean.class)
                .single();
    }

    private @Nullable UnitView place(String unit) {
        if (unit.isBlank()) {
            return null;
        }
        UnitRef ref = UnitRef.parse(unit.strip());
        UnitView place = units.find(ref.code(), ref.dayOr(Days.today(clock)))
                .orElseThrow(() -> RuleBroken.at("unit", "papers.error.no-unit", unit.strip()));
        if (place.level() == UnitLevel.VILLAGE) {
            throw RuleBroken.at("unit", "papers.error.village");
        }
        return place;
    }

    private static String said(@Nullable UnitView place) {
        return place == null ? "" : place.fullName();
    }

    private void tell(String action, String code, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
        events.publishEvent(new Audited(
                "paper-form." + action,
                "paper-form",
                code,
                null,
                before == null ? null : new HashMap<>(before),
                after == null ? null : new HashMap<>(after),
                null));
    }
}
