package vn.tungnha.gateway;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** What is still to be told: rows written with the change itself, taken from here when they are due. */
@Component
@RequiredArgsConstructor
class Outbox {

    /** After these waits a message is given up: about two days. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** Nobody else takes a message for this long; then whoever took it must have died. */
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private static final int AT_ONCE = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /** A message taken for one attempt. */
    record Due(UUID id, UUID webhook, String url, byte[] secret, String event, String body, int attempts) {}

    /** Writes one message for every receiver that wants to hear of this commune; each subject only once. */
    void put(WebhookEvent event, String subject, long commune, Map<String, ?> data) {
        jdbc.sql("""
                        select w.id from webhook w
                        where w.enabled and w.ended_at is null and :event = any(w.events)
                          and (w.unit_id is null or exists (
                               select from unit_closure c where c.ancestor_id = w.unit_id and c.descendant_id = :commune
                                  and c.valid_to = (select max(o.valid_to) from unit_closure o
                                                     where o.ancestor_id = w.unit_id and o.descendant_id = :commune)))
                        """)
                .param("event", event.getCode())
                .param("commune", commune)
                .query(UUID.class)
                .list()
                .forEach(webhook -> put(webhook, event, subject, data));
    }

    void ping(UUID webhook) {
        UUID id = UUID.randomUUID();
        put(webhook, WebhookEvent.PING, id.toString(), Map.of());
    }

    private void put(UUID webhook, WebhookEvent event, String subject, Map<String, ?> data) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Map<String, Object> body =
                new TreeMap<>(Map.of("id", id, "event", event.getCode(), "createdAt", now.toString(), "data", data));
        jdbc.sql("""
                        insert into webhook_delivery (id, webhook_id, event, subject, body, state, created_at, next_at)
                        values (:id, :webhook, :event, :subject, :body, 'WAITING', :now, :now)
                        on conflict (webhook_id, event, subject) do nothing
                        """)
                .param("id", id)
                .param("webhook", webhook)
                .param("event", event.getCode())
                .param("subject", subject)
                .param("body", json.writeValueAsString(body))
                .param("now", stamp(now))
                .update();
    }

    @Transactional
    List<Due> take() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        with due as (
                            select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
                            where d.state = 'WAITING' and d.next_at <= :now and w.enabled
                            order by d.next_at limit :most for update of d skip locked)
                        update webhook_delivery d set next_at = :until, attempts = d.attempts + 1
                        from due, webhook w where d.id = due.id and w.id = d.webhook_id
                        returning d.id, d.webhook_id as webhook, w.url, w.secret, d.event, d.body, d.attempts
                        """)
                .param("now", stamp(now))
                .param("until", stamp(now.plus(TAKEN)))
                .param("most", AT_ONCE)
                .query(Due.class)
                .list();
    }

    /** Writes down what came of an attempt, and when the next one is. */
    @Transactional
    void tried(Due due, Answer answer) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into webhook_attempt (delivery_id, attempted_at, status, problem, millis)
                        values (:id, :at, :status, :problem, :millis)
                        """)
                .param("id", due.id())
                .param("at", stamp(now))
                .param("status", answer.status(), Types.INTEGER)
                .param("problem", answer.problem())
                .param("millis", answer.millis())
                .update();
        boolean last = due.attempts() > WAITS.size();
        String state = answer.arrived() ? "DELIVERED" : last ? "GIVEN_UP" : "WAITING";
        Duration wait = last ? Duration.ZERO : WAITS.get(due.attempts() - 1);
        jdbc.sql("""
                        update webhook_delivery set state = :state, next_at = :next, delivered_at = :delivered where id = :id
                        """)
                .param("state", state)
                .param("next", stamp(now.plus(wait)))
                .param("delivered", answer.arrived() ? stamp(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", due.id())
                .update();
    }

    /** Tells it once more, from the first wait on. */
    void again(UUID webhook, UUID delivery) {
        int changed = jdbc.sql("""
                        update webhook_delivery set state = 'WAITING', attempts = 0, next_at = :now
                        where id = :id and webhook_id = :webhook
                        """)
                .param("now", stamp(clock.instant()))
                .param("id", delivery)
                .param("webhook", webhook)
                .update();
        if (changed == 0) {
            throw new NotFound("delivery", delivery);
        }
    }

    PageOf<DeliveryRow> of(UUID webhook, Paging paging) {
        long total = jdbc.sql("select count(*) from webhook_delivery where webhook_id = :id")
                .param("id", webhook)
                .query(Long.class)
                .single();
        List<DeliveryRow> rows = jdbc.sql("""
                        select d.*, t.status, t.problem from webhook_delivery d
                        left join lateral (select status, problem from webhook_attempt a where a.delivery_id = d.id
                                            order by a.id desc limit 1) t on true
                        where d.webhook_id = :id order by d.created_at desc, d.id limit :size offset :offset
                        """)
                .param("id", webhook)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, at) -> new DeliveryRow(
                        row.getObject("id", UUID.class),
                        row.getString("event"),
                        row.getString("body"),
                        DeliveryRow.State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("next_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("delivered_at", OffsetDateTime.class)),
                        row.getObject("status", Integer.class),
                        row.getString("problem")))
                .list();
        return PageOf.of(rows, paging, total);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
