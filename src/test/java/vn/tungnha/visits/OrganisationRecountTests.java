package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.indicators.Structure;
import vn.tungnha.reports.PivotFacts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** The pivot by member organisation against a count by hand of what was told. */
@Tag("slow")
@SharedApplication
class OrganisationRecountTests {

    private static final int VISITS = 60;

    @Autowired
    private PivotFacts facts;

    @Autowired
    private Visits visits;

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random(7);
    private final Map<UUID, String> organisations = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private FieldFixture field;

    /** One visit as it was told, with the person it gave an account, if any. */
    private record Told(UUID id, Instant at, List<UUID> members, UUID activated) {}

    @Test
    void countsEveryOrganisationThatWentAlongOnce() {
        field = FieldFixture.in(jdbc);
        organise();
        for (int i = 0; i < VISITS; i++) {
            tell();
        }
        for (int i = 0; i < VISITS / 6; i++) {
            Told gone = told.remove(random.nextInt(told.size()));
            visits.withdraw(gone.id(), "ghi nhầm", field.leader());
        }
        YearMonth before = YearMonth.now(Days.ZONE).minusMonths(1);
        List<Period> periods = List.of(
                Period.month(before.minusMonths(1)),
                Period.month(before),
                Period.between(before.minusMonths(1).atDay(20), before.atDay(10)));
        for (Period period : periods) {
            assertThat(pivot("VISITS", "VISITS", period))
                    .as("visits in " + period.code())
                    .isEqualTo(recount(told, period));
            assertThat(pivot("ACTIVATIONS", "E_ID_L2_NEW", period))
                    .as("activations in " + period.code())
                    .isEqualTo(recount(credited(), period));
        }
        assertThat(pivot("VISITS", "VISITS", periods.get(1))).hasSizeGreaterThan(2);
    }

    /** Four members of three organisations, one of none. */
    private void organise() {
        List<String> known = jdbc.sql("select code from organisation order by position limit 3")
                .query(String.class)
                .list();
        organisations.put(field.leaderMember, known.get(0));
        organisations.put(field.otherMember, known.get(1));
        organisations.put(member(), known.get(1));
        organisations.put(member(), known.get(2));
        organisations.put(member(), "");
        organisations.forEach((member, code) -> jdbc.sql("update team_member set organisation = ? where id = ?")
                .params(code.isEmpty() ? null : code, member)
                .update());
    }

    private UUID member() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into team_member (id, version, team_id, name, sort_key, role, joined_on)
                        values (?, 0, ?, 'Trần Thị Bốn', '', 'MEMBER', '2023-11-29')
                        """).params(id, field.team).update();
        return id;
    }

    private void tell() {
        List<UUID> all = organisations.keySet().stream().sorted().toList();
        Set<UUID> going = new HashSet<>();
        int many = 1 + random.nextInt(3);
        while (going.size() < many) {
            going.add(all.get(random.nextInt(all.size())));
        }
        LocalDate day = YearMonth.now(Days.ZONE).minusMonths(2).atDay(1).plusDays(random.nextInt(55));
        Instant at = day.atTime(8 + random.nextInt(9), random.nextInt(60), told.size())
                .atZone(Days.ZONE)
                .toInstant();
        UUID activated =
                random.nextInt(3) == 0 ? List.of(field.adult, field.elder).get(random.nextInt(2)) : null;
        FieldFixture.VisitBuilder visit = field.aVisit().at(at);
        going.forEach(visit::by);
        if (activated != null) {
            visit.activating(activated, "E_ID_L2");
        }
        VisitCommand command = visit.command();
        visits.record(command, field.leader());
        told.add(new Told(command.id(), at, List.copyOf(going), activated));
    }

    /** The first visit that is left of each person's activations. */
    private List<Told> credited() {
        List<Told> first = new ArrayList<>();
        for (UUID person : List.of(field.adult, field.elder)) {
            told.stream()
                    .filter(it -> person.equals(it.activated()))
                    .min(Comparator.comparing(Told::at).thenComparing(Told::id))
                    .ifPresent(first::add);
        }
        return first;
    }

    private Map<String, BigDecimal> recount(List<Told> of, Period period) {
        Map<String, BigDecimal> counts = new HashMap<>();
        for (Told one : of) {
            if (period.contains(Days.of(one.at()))) {
                Set<String> along = new HashSet<>();
                one.members().forEach(member -> along.add(organisations.get(member)));
                along.forEach(code -> counts.merge(code, BigDecimal.ONE, BigDecimal::add));
            }
        }
        return counts;
    }

    private Map<String, BigDecimal> pivot(String basis, String measure, Period period) {
        Map<String, BigDecimal> counts = new HashMap<>();
        facts.byOrganisation(basis, List.of(measure), List.of(field.ward), List.of(period), Structure.then())
                .forEach((key, amount) ->
                        counts.merge(key.organisation(), amount.stripTrailingZeros(), BigDecimal::add));
        counts.replaceAll((code, amount) -> BigDecimal.valueOf(amount.longValueExact()));
        return counts;
    }
}
