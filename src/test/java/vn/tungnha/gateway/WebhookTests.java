package vn.tungnha.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.SharedApplication;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.gateway.DeliveryRow.State;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.TungNhaProperties;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

@Tag("slow")
@SharedApplication
class WebhookTests {

    private record Heard(String event, String delivery, String signature, String body) {}

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SealedSecrets secrets;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ScopeGuard guard;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TungNhaProperties properties;

    @Autowired
    private PeriodLocks locks;

    @Autowired
    private ReportCalendar calendar;

    @Autowired
    private Visits visits;

    @Autowired
    private JsonMapper json;

    @Autowired
    private TransactionTemplate transaction;

    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 204;
    private HttpServer receiver;
    private FieldFixture field;
    private ReportPeriod period;
    private CurrentUser chairman;
    private CurrentUser officer;
    private Webhooks webhooks;
    private DeliveryRounds rounds;
    private Webhooks.Made made;

    @BeforeEach
    void aReceiverOfTheWard() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            heard.add(new Heard(
                    headers.getFirst("X-TungNha-Event"),
                    headers.getFirst("X-TungNha-Delivery"),
                    headers.getFirst("X-TungNha-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        Destinations destinations = new Destinations(true);
        webhooks = new Webhooks(jdbc, destinations, secrets, outbox, guard, events, Clock.systemUTC());
        rounds = new DeliveryRounds(outbox, new Messenger(destinations, secrets, properties, Clock.systemUTC()));
        field = FieldFixture.in(jdbc);
        chairman = field.chairman();
        officer = provinceOfficer(field.ward);
        YearMonth month = YearMonth.now(Days.ZONE).minusMonths(1);
        period = calendar.of(Period.month(month), field.ward);
        visit();
        made = webhooks.create(
                "Kho", url(), field.ward, Set.of(WebhookEvent.PERIOD_LOCKED, WebhookEvent.PERIOD_CHANGED), officer);
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        jdbc.sql("update webhook set enabled = false").update();
    }

    @Test
    void tellsOfALockedPeriodWithASignature() {
        locks.lock(field.ward, period, 0, null, chairman);
        rounds.deliver();

        assertThat(heard).singleElement().satisfies(told -> {
            assertThat(told.event()).isEqualTo("period.locked");
            JsonNode body = json.readTree(told.body());
            assertThat(body.path("id").asString()).isEqualTo(told.delivery());
            assertThat(body.path("data").path("period").asString()).isEqualTo(period.code());
            assertThat(body.path("data").path("version").asInt()).isOne();
            long seconds = Long.parseLong(told.signature().replaceAll("t=(\\d+),.*", "$1"));
            assertThat(Signature.of(made.secret(), Instant.ofEpochSecond(seconds), told.body()))
                    .isEqualTo(told.signature());
        });
        assertThat(log()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.DELIVERED);
            assertThat(row.status()).isEqualTo(204);
        });
    }

    @Test
    void tellsNothingOfALockThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            locks.lock(field.ward, period, 0, null, chairman);
            status.setRollbackOnly();
        });

        assertThat(log()).isEmpty();
    }

    @Test
    void tellsOnceThatALockedFigureMoved() {
        locks.lock(field.ward, period, 0, null, chairman);
        visit();
        visit();
        rounds.deliver();

        assertThat(heard).extracting(Heard::event).containsExactly("period.locked", "period.changed");
    }

    @Test
    void tellsOfEveryVersionAfterTheFirstWithItsReason() {
        Webhooks.Made late = webhooks.create("Muộn", url(), field.ward, Set.of(WebhookEvent.PERIOD_RELOCKED), officer);
        locks.lock(field.ward, period, 0, null, chairman);
        visit();
        locks.lock(field.ward, period, 1, "Tổ 33 gửi muộn", chairman);
        visit();
        locks.lock(field.ward, period, 2, "Bổ sung lần nữa", chairman);

        List<JsonNode> told = webhooks.deliveries(late.id(), officer, new Paging(0, 10)).items().stream()
                .map(row -> json.readTree(row.body()))
                .sorted(java.util.Comparator.comparing(
                        (JsonNode it) -> it.path("data").path("version").asInt()))
                .toList();

        assertThat(told).extracting(it -> it.path("event").asString()).containsOnly("period.relocked");
        assertThat(told)
                .extracting(it -> it.path("data").path("version").asInt())
                .containsExactly(2, 3);
        JsonNode first = told.get(0).path("data");
        assertThat(first.path("previousVersion").asInt()).isOne();
        assertThat(first.path("reason").asString()).isEqualTo("Tổ 33 gửi muộn");
        assertThat(first.path("previousFigures").asString()).endsWith("version=1");
        assertThat(first.path("figures").asString()).endsWith("version=2");
    }

    @Test
    void triesAgainLaterAndGivesUpInTheEnd() {
        answer = 500;
        locks.lock(field.ward, period, 0, null, chairman);
        rounds.deliver();

        assertThat(log()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.WAITING);
            assertThat(row.status()).isEqualTo(500);
            assertThat(row.nextAt()).isAfter(Instant.now());
        });
        rounds.deliver();
        assertThat(heard).as("not before it is due").hasSize(1);
        for (int attempt = 2; attempt <= 8; attempt++) {
            jdbc.sql("update webhook_delivery set next_at = now() where state = 'WAITING'")
                    .update();
            rounds.deliver();
        }
        assertThat(heard).hasSize(8);
        assertThat(heard)
                .extracting(Heard::delivery)
                .as("the receiver can tell it is one")
                .containsOnly(log().get(0).id().toString());
        assertThat(log().get(0).state()).isEqualTo(State.GIVEN_UP);

        answer = 200;
        webhooks.resend(made.id(), log().get(0).id(), officer);
        rounds.deliver();
        assertThat(log().get(0).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void saysWhenNobodyIsThere() {
        receiver.stop(0);
        webhooks.ping(made.id(), officer);
        rounds.deliver();

        assertThat(log()).singleElement().satisfies(row -> {
            assertThat(row.status()).isNull();
            assertThat(row.problem()).isEqualTo("UNREACHABLE");
        });
    }

    @Test
    void followsNoRedirect() {
        answer = 302;
        webhooks.ping(made.id(), officer);
        rounds.deliver();

        assertThat(heard).hasSize(1);
        assertThat(log().get(0).state()).isEqualTo(State.WAITING);
    }

    @Test
    void keepsToThePlaceAndToItsOwnPeople() {
        CurrentUser elsewhere = provinceOfficer(FieldFixture.in(jdbc).ward);

        assertThat(webhooks.list(elsewhere)).isEmpty();
        assertThatThrownBy(() -> webhooks.get(made.id(), elsewhere)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> webhooks.create("X", url(), field.ward, Set.of(WebhookEvent.PERIOD_LOCKED), elsewhere))
                .isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> webhooks.create("X", url(), null, Set.of(WebhookEvent.PERIOD_LOCKED), elsewhere))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void keepsTheSecretSealed() {
        byte[] kept = jdbc.sql("select secret from webhook where id = ?")
                .param(made.id())
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(made.secret());
        assertThat(secrets.open(made.id(), kept)).isEqualTo(made.secret());
    }

    private List<DeliveryRow> log() {
        return webhooks.deliveries(made.id(), officer, new Paging(0, 100)).items();
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/nhan";
    }

    private void visit() {
        visits.record(
                field.aVisit()
                        .at(period.first()
                                .plusDays(2)
                                .atTime(9, 0)
                                .atZone(Days.ZONE)
                                .toInstant())
                        .command(),
                field.leader());
    }

    private CurrentUser provinceOfficer(long place) {
        UUID account = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, place);
        return new CurrentUser(
                account,
                "p",
                "P",
                Set.of(Role.PROVINCE_OFFICER),
                new Scope(false, Set.of(place), Set.of(), Set.of(), Set.of()));
    }
}
