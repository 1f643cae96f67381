package vn.tungnha.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.login.Secrets;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** Receivers of closed periods: who they are, what they hear, and what became of each message. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Webhooks {

    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final Destinations destinations;
    private final SealedSecrets secrets;
    private final Outbox outbox;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A new subscription with its secret, which is shown only now. */
    public record Made(UUID id, String secret) {}

    /** Those whose places lie in the reader's scope; of all places only for who may see everything. */
    public List<WebhookRow> list(CurrentUser user) {
        return rows("", null).stream().filter(it -> mine(it, user)).toList();
    }

    public WebhookRow get(UUID id, CurrentUser user) {
        return rows(" and w.id = :id", id).stream()
                .filter(it -> mine(it, user))
                .findFirst()
                .orElseThrow(() -> new NotFound("webhook", id));
    }

    public PageOf<DeliveryRow> deliveries(UUID id, CurrentUser user, Paging paging) {
        get(id, user);
        return outbox.of(id, paging);
    }

    /** @param unit whose communes it hears of; null = of all, for who may see everything */
    @Transactional
    public Made create(
            @Nullable String name,
            @Nullable String url,
            @Nullable Long unit,
            Set<WebhookEvent> told,
            CurrentUser user) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw RuleBroken.at("name", "gateway.webhooks.error.name", LONGEST_NAME);
        }
        if (told.isEmpty()) {
            throw RuleBroken.at("events", "gateway.webhooks.error.events");
        }
        if (unit != null) {
            guard.require(user.scope(), Data.FIGURES, unit);
        } else if (!user.scope().everything()) {
            throw RuleBroken.at("unit", "gateway.webhooks.error.unit");
        }
        String address = destinations.check(url == null ? "" : url).toString();
        UUID id = UUID.randomUUID();
        String secret = Secrets.random();
        jdbc.sql("""
                        insert into webhook (id, name, url, unit_id, events, secret, created_by, created_at)
                        values (:id, :name, :url, :unit, cast(:events as text[]), :secret, :by, :at)
                        """)
                .param("id", id)
                .param("name", called)
                .param("url", address)
                .param("unit", unit, Types.BIGINT)
                .param("events", told.stream().map(WebhookEvent::getCode).toArray(String[]::new))
                .param("secret", secrets.seal(id, secret))
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit("webhook.created", id, unit, null, Map.of("name", called, "url", address));
        return new Made(id, secret);
    }

    @Transactional
    public void switchTo(UUID id, boolean enabled, CurrentUser user) {
        WebhookRow row = get(id, user);
        jdbc.sql("update webhook set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", id)
                .update();
        audit("webhook.switched", id, row.unitId(), Map.of("enabled", row.enabled()), Map.of("enabled", enabled));
    }

    /** Nothing is told any more; the log of what was told stays. */
    @Transactional
    public void end(UUID id, CurrentUser user) {
        WebhookRow row = get(id, user);
        jdbc.sql("update webhook set ended_at = :at, enabled = false where id = :id")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        audit("webhook.ended", id, row.unitId(), Map.of("name", row.name(), "url", row.url()), null);
    }

    @Transactional
    public void ping(UUID id, CurrentUser user) {
        get(id, user);
        outbox.ping(id);
    }

    @Transactional
    public void resend(UUID id, UUID delivery, CurrentUser user) {
        WebhookRow row = get(id, user);
        outbox.again(id, delivery);
        audit("webhook.resent", id, row.unitId(), null, Map.of("delivery", delivery));
    }

    private boolean mine(WebhookRow row, CurrentUser user) {
        Long unit = row.unitId();
        return unit == null ? user.scope().everything() : guard.covers(user.scope(), Data.FIGURES, unit);
    }

    private void audit(String action, UUID id, @Nullable Long unit, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new Audited(action, "webhook", id.toString(), unit, before, after, null));
    }

    private List<WebhookRow> rows(String where, @Nullable UUID id) {
        return jdbc.sql("""
                        select w.id, w.name, w.url, w.unit_id, w.events, w.enabled, a.display_name as by, w.created_at,
                               (select v.full_name from unit_version v where v.unit_id = w.unit_id
                                 order by v.valid_to desc limit 1) as unit,
                               count(d.id) filter (where d.state = 'WAITING') as waiting,
                               count(d.id) filter (where d.state = 'GIVEN_UP') as given_up,
                               max(d.delivered_at) as delivered_at
                        from webhook w join account a on a.id = w.created_by
                        left join webhook_delivery d on d.webhook_id = w.id
                        where w.ended_at is null
                        """ + where + " group by w.id, a.id order by w.created_at")
                .param("id", id, Types.OTHER)
                .query((row, at) -> row(row))
                .list();
    }

    private static WebhookRow row(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray("events").getArray();
        OffsetDateTime delivered = row.getObject("delivered_at", OffsetDateTime.class);
        return new WebhookRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("url"),
                row.getObject("unit_id", Long.class),
                row.getString("unit"),
                Arrays.stream(codes)
                        .flatMap(code -> WebhookEvent.of(code).stream())
                        .toList(),
                row.getBoolean("enabled"),
                row.getString("by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("waiting"),
                row.getInt("given_up"),
                delivered == null ? null : delivered.toInstant());
    }
}
