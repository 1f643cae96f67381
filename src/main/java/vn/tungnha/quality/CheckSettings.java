package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** From where on each check speaks up, and whether it runs at all; every change can be taken back. */
@Service
@RequiredArgsConstructor
@Transactional
public class CheckSettings {

    private static final int SHOWN = 30;
    private static final String SELECT = """
        select c.code, c.enabled, c.threshold, c.unit, c.least, c.most,
               coalesce((select max(h.id) from quality_check_change h where h.check_code = c.code), 0) as version
        from quality_check c
        """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public List<CheckSetting> all() {
        return jdbc.sql(SELECT + " order by c.position")
                .query(CheckSetting.class)
                .list();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<CheckSetting.Change> history() {
        return jdbc.sql("""
            select h.id, h.check_code as code, h.former_threshold, h.former_enabled, h.threshold, h.enabled,
                   a.display_name as by, h.changed_at as at
            from quality_check_change h join account a on a.id = h.changed_by order by h.id desc limit :shown
            """)
                .param("shown", SHOWN)
                .query(CheckSetting.Change.class)
                .list();
    }

    /**
     * Sets a check anew.
     *
     * @param version the change it was seen after
     * @return the change, null where nothing is different
     * @throws RuleBroken at {@code threshold} outside the bounds
     */
    public @Nullable Long change(
            String code, @Nullable BigDecimal threshold, boolean enabled, long version, CurrentUser user) {
        CheckSetting before = locked(code);
        if (before.version() != version) {
            throw new Stale("check", code);
        }
        if (threshold == null
                || threshold.stripTrailingZeros().scale() > 0
                || threshold.compareTo(BigDecimal.valueOf(before.least())) < 0
                || threshold.compareTo(BigDecimal.valueOf(before.most())) > 0) {
            throw RuleBroken.at("threshold", "quality.error.threshold", before.least(), before.most());
        }
        return set(before, threshold, enabled, user);
    }

    /** Takes a change back: the check is again as it was before it, whatever came after. */
    public void undo(long change, CurrentUser user) {
        record Former(String code, BigDecimal threshold, boolean enabled) {}
        Former former = jdbc.sql("""
            select check_code as code, former_threshold as threshold, former_enabled as enabled
            from quality_check_change where id = ?
            """)
                .param(change)
                .query(Former.class)
                .optional()
                .orElseThrow(() -> new NotFound("check-change", change));
        set(locked(former.code()), former.threshold(), former.enabled(), user);
    }

    private CheckSetting locked(String code) {
        boolean known = jdbc.sql("select code from quality_check where code = ? for update")
                .param(code)
                .query(String.class)
                .optional()
                .isPresent();
        if (!known) {
            throw new NotFound("check", code);
        }
        return jdbc.sql(SELECT + " where c.code = ?")
                .param(code)
                .query(CheckSetting.class)
                .single();
    }

    private @Nullable Long set(CheckSetting before, BigDecimal threshold, boolean enabled, CurrentUser user) {
        if (before.enabled() == enabled && before.threshold().compareTo(threshold) == 0) {
            return null;
        }
        jdbc.sql("update quality_check set threshold = ?, enabled = ? where code = ?")
                .params(threshold, enabled, before.code())
                .update();
        events.publishEvent(new Audited(
                "quality.check-set",
                "quality",
                before.code(),
                null,
                Map.of("threshold", before.threshold(), "enabled", before.enabled()),
                Map.of("threshold", threshold, "enabled", enabled),
                null));
        return jdbc.sql("""
            insert into quality_check_change
                (check_code, former_threshold, former_enabled, threshold, enabled, changed_by, changed_at)
            values (:code, :formerThreshold, :formerEnabled, :threshold, :enabled, :by, :at) returning id
            """)
                .param("code", before.code())
                .param("formerThreshold", before.threshold())
                .param("formerEnabled", before.enabled())
                .param("threshold", threshold)
                .param("enabled", enabled)
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
