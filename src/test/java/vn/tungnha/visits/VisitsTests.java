package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tungnha.visits.FieldFixture.BIRTH_YEAR_CHILD;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

@SharedApplication
class VisitsTests {

    @Autowired
    private Visits visits;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private CurrentUser leader;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        leader = field.leader();
    }

    @Test
    void storesAVisitWithAllItSays() {
        VisitCommand told = field.aVisit().activating(field.adult, "E_ID_L2").command();

        Receipt receipt = visits.record(told, leader);

        assertThat(receipt.created()).isTrue();
        assertThat(receipt.status()).isEqualTo("RECORDED");
        assertThat(receipt.version()).isEqualTo(1);
        assertThat(count("visit", told.id())).isEqualTo(1);
        assertThat(count("activation", told.id())).isEqualTo(1);
        assertThat(count("visit_version", told.id())).isEqualTo(1);
        assertThat(jdbc.sql("select member_id from visit_member where visit_id = ?")
                        .param(told.id())
                        .query(UUID.class)
                        .single())
                .as("the member behind the account went")
                .isEqualTo(field.leaderMember);
    }

    @Test
    void answersTheSameVisitSentAgainWithoutStoringItTwice() {
        VisitCommand told = field.aVisit().command();
        Receipt first = visits.record(told, leader);

        Receipt again = visits.record(told, leader);

        assertThat(again.created()).isFalse();
        assertThat(again.receivedAt()).isCloseTo(first.receivedAt(), within1Ms());
        assertThat(count("visit", told.id())).isEqualTo(1);
    }

    @Test
    void storesAVisitSentFiveTimesAtOnceOnce() throws Exception {
        VisitCommand told = field.aVisit().activating(field.adult, "E_ID_L2").command();
        var pool = Executors.newFixedThreadPool(5);
        Callable<Receipt> send = () -> visits.record(told, leader);
        List<Receipt> receipts = new ArrayList<>();
        for (Future<Receipt> sent : pool.invokeAll(List.of(send, send, send, send, send))) {
            receipts.add(sent.get());
        }
        pool.shutdown();

        assertThat(receipts).filteredOn(Receipt::created).hasSize(1);
        assertThat(count("visit", told.id())).isEqualTo(1);
        assertThat(count("visit_version", told.id())).isEqualTo(1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameId() {
        VisitCommand told = field.aVisit().command();
        visits.record(told, leader);

        var other = field.aVisit().id(told.id()).note("khác").command();

        assertThatThrownBy(() -> visits.record(other, leader)).isInstanceOf(Stale.class);
    }

    @Test
    void storesAFutureVisitAtServerTimeAndFlagsIt() {
        VisitCommand told =
                field.aVisit().at(Instant.now().plus(3, ChronoUnit.DAYS)).command();

        Receipt receipt = visits.record(told, leader);

        assertThat(receipt.status()).isEqualTo("NEEDS_ATTENTION");
        assertThat(jdbc.sql("select visited_at from visit where id = ?")
                        .param(told.id())
                        .query(Instant.class)
                        .single())
                .isBefore(Instant.now());
        assertThat(visits.record(told, leader).created()).isFalse();
    }

    @Test
    void correctsOnceAndKeepsBothVersions() {
        VisitCommand told = field.aVisit().activating(field.adult, "E_ID_L2").command();
        visits.record(told, leader);
        var better = field.aVisit()
                .id(told.id())
                .activating(field.adult, "E_PAYMENT")
                .command();
        var correction = new Correction(UUID.randomUUID(), 1, "ghi nhầm loại", better);

        Receipt receipt = visits.correct(told.id(), correction, leader);
        Receipt again = visits.correct(told.id(), correction, leader);

        assertThat(receipt.status()).isEqualTo("CORRECTED");
        assertThat(receipt.version()).isEqualTo(2);
        assertThat(again.version()).isEqualTo(2);
        assertThat(count("visit_version", told.id())).isEqualTo(2);
        assertThat(jdbc.sql("select account_type from activation where visit_id = ?")
                        .param(told.id())
                        .query(String.class)
                        .list())
                .containsExactly("E_PAYMENT");
        assertThat(visits.record(told, leader).version())
                .as("the first version again gets the current receipt")
                .isEqualTo(2);
        assertThatThrownBy(() -> visits.record(better, leader)).isInstanceOf(Stale.class);
    }

    @Test
    void refusesACorrectionOfAnOldVersion() {
        VisitCommand told = field.aVisit().command();
        visits.record(told, leader);
        visits.correct(told.id(), new Correction(UUID.randomUUID(), 1, "một", told), leader);

        assertThatThrownBy(() -> visits.correct(told.id(), new Correction(UUID.randomUUID(), 1, "hai", told), leader))
                .isInstanceOf(Stale.class);
    }

    @Test
    void doesNotReviveAWithdrawnVisit() {
        VisitCommand told = field.aVisit().command();
        visits.record(told, leader);
        visits.withdraw(told.id(), "ghi nhầm hộ", leader);

        Receipt again = visits.record(told, leader);

        assertThat(again.created()).isFalse();
        assertThat(again.status()).isEqualTo("WITHDRAWN");
        assertThat(visits.withdraw(told.id(), "lần nữa", leader).version()).isEqualTo(2);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertBroken(field.aVisit().activating(UUID.randomUUID(), "E_ID_L2"), "activations[0].residentId");
        assertBroken(field.aVisit().activating(field.adult, "NO_SUCH"), "activations[0].accountType");
        assertBroken(field.aVisit().activating(field.child, "DIGITAL_SIGNATURE"), "activations[0].accountType");
        assertBroken(field.aVisit().about("NO_SUCH"), "topics[0]");
        assertBroken(field.aVisit().by(UUID.randomUUID()), "memberIds[0]");
        assertBroken(field.aVisit().note("CCCD 048123456789"), "note");
        assertBroken(field.aVisit().outcome(Outcome.ABSENT).activating(field.adult, "E_ID_L2"), "activations");
        assertThat(BIRTH_YEAR_CHILD).isGreaterThan(2008);
    }

    @Test
    void flagsASecondVisitOfTheSameHouseholdByAnotherAccount() {
        visits.record(field.aVisit().command(), leader);

        Receipt second = visits.record(field.aVisit().command(), field.member());

        assertThat(second.status()).isEqualTo("NEEDS_ATTENTION");
    }

    @Test
    void keepsToTheScopeOfTheAccount() {
        assertThatThrownBy(() -> visits.record(field.aVisit().command(), field.stranger()))
                .isInstanceOf(OutOfScope.class);
        VisitCommand told = field.aVisit().command();
        visits.record(told, leader);
        assertThatThrownBy(() -> visits.withdraw(told.id(), "không phải của tôi", field.member()))
                .isInstanceOf(OutOfScope.class);
        assertThat(visits.withdraw(told.id(), "phường rút", field.officer()).status())
                .isEqualTo("WITHDRAWN");
    }

    private void assertBroken(FieldFixture.VisitBuilder visit, String at) {
        VisitCommand told = visit.command();
        assertThatThrownBy(() -> visits.record(told, leader))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getField())
                        .isEqualTo(at));
        assertThat(count("visit", told.id())).isZero();
    }

    private long count(String table, UUID visit) {
        String key = table.equals("visit") ? "id" : "visit_id";
        return jdbc.sql("select count(*) from " + table + " where " + key + " = ?")
                .param(visit)
                .query(Long.class)
                .single();
    }

    private static org.assertj.core.data.TemporalUnitOffset within1Ms() {
        return org.assertj.core.api.Assertions.within(1, ChronoUnit.MILLIS);
    }
}
