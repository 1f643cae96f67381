package vn.tungnha.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** The accounts everybody may try, all with the one password the README names. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoAccounts {

    static final UUID LEADER = id("totruong33");
    static final UUID MEMBER = id("thanhvien33");

    private static final String PASSWORD = "TungNha@2026";

    private final JdbcClient sql;
    private final PasswordEncoder passwords;
    private final Clock clock;

    /** Who of the showcase team has an account. */
    static @Nullable UUID ofSeat(int seat) {
        return seat == 0 ? LEADER : seat == 3 ? MEMBER : null;
    }

    static String nameOf(UUID account) {
        return ReferenceFile.rows("demo/people.txt").stream()
                .filter(row -> id(row[0]).equals(account))
                .map(row -> row[1])
                .findFirst()
                .orElseThrow();
    }

    /** Before the teams, whose members point at accounts. */
    void create() {
        String hash = passwords.encode(PASSWORD);
        Set<String> usernames = new LinkedHashSet<>();
        for (String[] row : ReferenceFile.rows("demo/people.txt")) {
            if (usernames.add(row[0])) {
                sql.sql("""
                                insert into account (id, version, username, display_name, title, password_hash,
                                                     must_change_password, enabled, created_at)
                                values (:id, 0, :username, :name, :title, :hash, false, true, :now)""")
                        .param("id", id(row[0]))
                        .param("username", row[0])
                        .param("name", row[1])
                        .param("title", row[2])
                        .param("hash", hash)
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
            }
        }
    }

    /** After the teams: who may do what, where and when. */
    void assign(List<Team> teams) {
        long team =
                teams.stream().filter(Team::showcase).findFirst().orElseThrow().id();
        for (String[] row : ReferenceFile.rows("demo/people.txt")) {
            String role = row[3];
            boolean ofTeam = role.startsWith("TEAM_");
            LocalDate from = row[5].isEmpty() ? Days.SINCE_EVER : LocalDate.parse(row[5]);
            LocalDate to = row[6].isEmpty() ? Days.FOREVER : LocalDate.parse(row[6]);
            int stored = sql.sql("""
                            insert into assignment (account_id, role, unit_id, team_id, valid_from, valid_to)
                            select :account, :role, u.unit_id, :team, :from, :to
                            from (select 1) one left join lateral (
                                select v.unit_id from unit_version v where v.code = :code
                                  and coalesce(cast(:read as date), v.valid_from) between v.valid_from and v.valid_to) u on true
                            where :code is null or u.unit_id is not null""")
                    .param("account", id(row[0]))
                    .param("role", role)
                    .param("team", ofTeam ? team : null, Types.BIGINT)
                    .param("from", from)
                    .param("to", to)
                    .param("code", row[4].isEmpty() ? null : row[4], Types.VARCHAR)
                    .param("read", row[7].isEmpty() ? null : LocalDate.parse(row[7]), Types.DATE)
                    .update();
            if (stored != 1) {
                throw new IllegalStateException("no single unit " + row[4] + " for " + row[0]);
            }
        }
    }

    private static UUID id(String username) {
        return UUID.nameUUIDFromBytes(("tung-nha demo " + username).getBytes(StandardCharsets.UTF_8));
    }
}
