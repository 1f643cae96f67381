package vn.tungnha.visits;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;

/** A household as one stands before its door: who lives there, what each already has, how the last visit went. */
@Service
@RequiredArgsConstructor
public class Homes {

    private final JdbcClient jdbc;
    private final HouseholdPeople people;
    private final VisitAccess access;
    private final Clock clock;

    public Home get(UUID id, CurrentUser user) {
        access.requireHousehold(id, Days.today(clock), user);
        List<Person> persons = people.of(List.of(id)).getOrDefault(id, List.of());
        return jdbc.sql("select id, kind, alley, number, label, children from household where id = :id")
                .param("id", id)
                .query((row, n) -> new Home(
                        id,
                        row.getString("kind"),
                        row.getString("alley"),
                        row.getString("number"),
                        row.getString("label"),
                        row.getInt("children"),
                        persons,
                        last(id).orElse(null)))
                .optional()
                .orElseThrow(() -> new NotFound("household", id));
    }

    private Optional<LastVisit> last(UUID household) {
        return jdbc.sql("""
                        select visited_at, outcome, note, follow_up_at from visit
                        where household_id = :household and status <> 'WITHDRAWN' and place = 'HOME' order by visited_at desc, id limit 1
                        """)
                .param("household", household)
                .query((row, n) -> new LastVisit(
                        row.getTimestamp("visited_at").toInstant(),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("note"),
                        Rounds.instant(row.getTimestamp("follow_up_at"))))
                .optional();
    }

    /** @param kind HOUSEHOLD or TRADER; {@code label} is what a trader's stall is called */
    public record Home(
            UUID id,
            String kind,
            String alley,
            String number,
            @Nullable String label,
            int children,
            List<Person> persons,
            @Nullable LastVisit last) {}

    /** @param held by account type; what was never asked is absent */
    public record Person(
            UUID id,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable String sex,
            boolean householder,
            Map<String, HolderState> held) {

        public HolderState state(String accountType) {
            return held.getOrDefault(accountType, HolderState.UNKNOWN);
        }

        public boolean oldEnough(AccountType type, int year) {
            return type.forAge(birthYear, year);
        }
    }

    /** The last valid visit of any team. */
    public record LastVisit(
            Instant at,
            Outcome outcome,
            @Nullable String note,
            @Nullable Instant followUpAt) {}
}
