package vn.tungnha.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;

/** Visits that were acknowledged are there again after {@code kill -9}, and so are their figures. */
@Tag("slow")
class KilledApplicationTests {

    private static final int BEFORE_EACH_KILL = 15;
    private static final UUID HOUSEHOLD = UUID.randomUUID();
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<UUID> acknowledged = new LinkedHashSet<>();
    private long team;

    @Test
    void findsEveryAcknowledgedVisitAfterThreeKillsInARow() throws Exception {
        ChildApplication.over(folder).stop();
        try (var server = Writer.open(folder)) {
            seed(jdbc(server));
        }

        for (var run = 0; run < 3; run++) {
            var child = ChildApplication.over(folder);
            try {
                var token = token(child);
                for (var visit = 0; visit < BEFORE_EACH_KILL; visit++) {
                    post(child, token).join();
                }
                var onTheWay = post(child, token);
                child.kill();
                onTheWay.exceptionally(lost -> null).join();
            } finally {
                child.kill();
            }
        }

        try (var server = Writer.open(folder)) {
            var found =
                    jdbc(server).sql("select id from visit").query(UUID.class).set();
            assertThat(found).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(3 * BEFORE_EACH_KILL);
            assertThat(found.size() - acknowledged.size())
                    .as("stored without an answer")
                    .isBetween(0, 3);
            assertThat(jdbc(server).sql("""
                            select sum(f.amount) from figure_daily f join measure m on m.id = f.measure_id
                            where m.code = 'VISITS' and f.grain is not distinct from (
                                select min(g.grain) from figure_daily g where g.measure_id = m.id)""").query(Long.class).single())
                    .as("the live counter")
                    .isEqualTo(found.size());
        }
    }

    private CompletableFuture<Void> post(ChildApplication child, String token) {
        UUID id = UUID.randomUUID();
        var body = """
                {"id":"%s","householdId":"%s","teamId":"%d","visitedAt":"%sT00:00:00+07:00","outcome":"ABSENT"}""".formatted(id, HOUSEHOLD, team, LocalDate.now(Days.ZONE));
        var request = HttpRequest.newBuilder(address(child, "/api/v1/visits"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenAccept(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            acknowledged.add(id);
        });
    }

    private String token(ChildApplication child) throws IOException, InterruptedException {
        var login = Base64.getEncoder()
                .encodeToString(("cuu-ho:" + TestAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var answer = http.send(
                HttpRequest.newBuilder(address(child, "/api/v1/tokens"))
                        .header("Authorization", "Basic " + login)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(answer.body());
        assertThat(token.find()).as(answer.body()).isTrue();
        return token.group(1);
    }

    private static URI address(ChildApplication child, String path) {
        return URI.create("http://localhost:" + child.port() + path);
    }

    private static JdbcClient jdbc(EmbeddedPostgres server) {
        return JdbcClient.create(
                new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword()));
    }

    /** A ward with one village, one team, one household and a leader who can sign in. */
    private void seed(JdbcClient jdbc) {
        long ward = unit(jdbc, "COMMUNE");
        long village = unit(jdbc, "VILLAGE");
        jdbc.sql("insert into unit_closure values (?, ?, 1, '1900-01-01', '9999-12-31')")
                .params(ward, village)
                .update();
        team = jdbc.sql("""
                        insert into team (version, name, kind, search, status, established_on)
                        values (0, 'Tổ 1', 'CNSCD', 'to 1', 'ACTIVE', '2024-01-01') returning id""").query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2024-01-01')")
                .params(team, village)
                .update();
        jdbc.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                               registered_on, created_at)
                        values (?, 0, 'HOUSEHOLD', ?, 'Kiệt 1', '2', '0001 0002', 'kiet 1', 'ACTIVE', '2024-01-01', now())
                        """).params(HOUSEHOLD, village).update();
        jdbc.sql("insert into household_placement (household_id, village_id) values (?, ?)")
                .params(HOUSEHOLD, village)
                .update();
        var accounts = new TestAccounts(jdbc);
        accounts.assign(accounts.account("cuu-ho"), Role.TEAM_LEADER, null, team, Days.SINCE_EVER, Days.FOREVER);
    }

    private static long unit(JdbcClient jdbc, String level) {
        long id = jdbc.sql("insert into unit (level) values (?) returning id")
                .param(level)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search)
                        values (?, ?, 'K', 'K', (select code from unit_kind where level = ? limit 1), 'k')""").params(id, "K" + id, level).update();
        jdbc.sql("insert into unit_closure values (:id, :id, 0, '1900-01-01', '9999-12-31')")
                .param("id", id)
                .update();
        jdbc.sql("insert into unit_lineage values (:id, :id, '1900-01-01', '9999-12-31', 1, true)")
                .param("id", id)
                .update();
        return id;
    }
}
