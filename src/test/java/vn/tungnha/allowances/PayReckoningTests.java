package vn.tungnha.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tungnha.allowances.DoublePay.Verdict;
import vn.tungnha.shared.Days;

class PayReckoningTests {

    private final Book book = new Book().team(1, 1).cityPays(1);
    private final UUID hoa = book.seat(1, "Nguyễn Thị Hoa", "LEADER", "0905 111 222");

    @Test
    void paysTheTeamItsMonthAndMembersTheirPlannedDays() {
        book.visits(1, hoa, 3, 4, 10);
        book.planned(1, 3, 10);

        Reckoned october = book.ofWard(1);

        assertThat(october.lines()).extracting(PayLine::amount).containsExactly(300_000L, 100_000L);
        assertThat(october.lines().get(0).name()).isEqualTo("Nguyễn Thị Hoa");
        assertThat(october.lines().get(1).on()).containsExactly(Book.on(3), Book.on(10));
    }

    @Test
    void countsADayOnceHoweverManyDoorsWereKnockedAt() {
        book.visits(1, hoa, 3, 3, 3);
        book.planned(1, 3);

        assertThat(Book.total(book.ofWard(1))).isEqualTo(350_000);
    }

    @Test
    void leavesOutWhatTheWardStruckAndPaysWhatItAdded() {
        book.visits(1, hoa, 3, 10);
        book.planned(1, 3, 10);
        book.mark(1, hoa, 3, Mark.Kind.STRUCK, "Đi họp");
        book.mark(1, hoa, 20, Mark.Kind.ADDED, "Quên ghi sổ");

        PayLine line = book.ofWard(1).lines().get(1);

        assertThat(line.on()).containsExactly(Book.on(10), Book.on(20));
        assertThat(book.ofWard(1).days()).filteredOn(WorkedDay::struck).hasSize(1);
    }

    @Test
    void forgetsAMarkThatWasTakenBack() {
        book.visits(1, hoa, 3);
        book.planned(1, 3);
        Mark mark = book.mark(1, hoa, 3, Mark.Kind.STRUCK, "Nhầm");
        book.marks.set(0, ended(mark));

        assertThat(Book.total(book.ofWard(1))).isEqualTo(350_000);
    }

    @Test
    void paysNobodyForDaysOutsideTheMembership() {
        UUID gone = book.seat(1, "Trần Văn Dũng", "MEMBER", null, Days.SINCE_EVER, Book.on(14));
        book.visits(1, gone, 10, 17);
        book.planned(1, 10, 17);

        assertThat(book.ofWard(1).lines().get(1).on()).containsExactly(Book.on(10));
    }

    @Test
    void stopsAtTheCeilingOfTheMonth() {
        book.rules.put(1L, List.of(Book.rule(2, RuleBasis.MEMBER_DAY, 50_000, false, 120_000L)));
        book.visits(1, hoa, 1, 2, 3);

        PayLine line = book.ofWard(1).lines().get(0);

        assertThat(line.days()).isEqualTo(3);
        assertThat(line.amount()).isEqualTo(120_000);
        assertThat(line.isCapped()).isTrue();
    }

    @Test
    void asksForTheLeastWork() {
        AllowanceRule rule = Book.rule(1, RuleBasis.TEAM_MONTH, 300_000, false, null);
        book.rules.put(1L, List.of(atLeast(rule, 2)));
        book.visits(1, hoa, 3);
        assertThat(Book.total(book.ofWard(1))).isZero();

        book.visits(1, hoa, 4);
        assertThat(Book.total(book.ofWard(1))).isEqualTo(300_000);
    }

    @Test
    void addsWhatTheCommuneGivesOnTop() {
        book.rules.put(
                1L,
                List.of(
                        Book.rule(2, RuleBasis.MEMBER_DAY, 50_000, false, null),
                        Book.rule(3, RuleBasis.MEMBER_DAY, 20_000, false, null, 2L, Book.CITY)));
        book.visits(1, hoa, 3, 4);

        Reckoned october = book.ofWard(1);

        assertThat(Book.total(october)).isEqualTo(140_000);
        assertThat(october.doubles()).isEmpty();
        assertThat(PayRow.of(october.lines(), book.rules.get(1L)))
                .singleElement()
                .satisfies(row -> assertThat(row.rate()).isEqualTo(70_000));
    }

    @Test
    void holdsADayThatTwoTeamsWouldPayTheSamePerson() {
        book.team(2, 1);
        UUID again = book.seat(2, "NGUYEN THI HOA", "MEMBER", "0905111222");
        book.visits(1, hoa, 3, 10);
        book.visits(2, again, 3);
        book.planned(1, 3, 10);

        Reckoned october = book.ofWard(1);

        assertThat(october.doubles()).extracting(DoublePay::verdict).containsExactly(Verdict.OPEN, Verdict.OPEN);
        assertThat(october.lines())
                .filteredOn(it -> it.member() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.on()).containsExactly(Book.on(10)));

        book.mark(2, again, 3, Mark.Kind.NOT_PAID, "Chi ở Tổ 1");
        october = book.ofWard(1);
        assertThat(october.doubles()).isEmpty();
        assertThat(october.lines())
                .filteredOn(it -> it.member() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.on()).containsExactly(Book.on(3), Book.on(10)));
    }

    @Test
    void paysTwiceOnlyWithAReason() {
        book.team(2, 1);
        UUID again = book.seat(2, "Nguyễn Thị Hoa", "MEMBER", "0905111222");
        book.visits(1, hoa, 3);
        book.visits(2, again, 3);
        book.planned(1, 3);
        book.mark(1, hoa, 3, Mark.Kind.PAID_ANYWAY, "Sáng ở Tổ 1, chiều ở Tổ 2");
        book.mark(2, again, 3, Mark.Kind.PAID_ANYWAY, "Sáng ở Tổ 1, chiều ở Tổ 2");

        Reckoned october = book.ofWard(1);

        assertThat(october.doubles()).extracting(DoublePay::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(Book.total(october)).isEqualTo(700_000);
    }

    @Test
    void letsTheWardThatHasPaidKeepItAndTheOtherWait() {
        book.team(2, 2).cityPays(2);
        UUID again = book.seat(2, "Nguyễn Thị Hoa", "MEMBER", "0905111222");
        book.visits(1, hoa, 3);
        book.visits(2, again, 3);
        book.planned(1, 3);
        book.planned(2, 3);
        book.paid.add(new Ground.PaidDay(again, Book.on(3), 2));

        DoublePay here = book.ofWard(1).doubles().get(0);

        assertThat(here.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(here.others()).singleElement().satisfies(other -> {
            assertThat(other.commune()).isEqualTo(2);
            assertThat(other.paid()).isTrue();
        });
        assertThat(book.ofWard(2).doubles()).extracting(DoublePay::verdict).containsExactly(Verdict.SETTLED);
        assertThat(Book.total(book.ofWard(2))).isEqualTo(350_000);
    }

    @Test
    void holdsADayThatTwoProgrammesWouldPay() {
        book.rules.put(
                1L,
                List.of(
                        Book.rule(2, RuleBasis.MEMBER_DAY, 50_000, false, null),
                        Book.rule(4, RuleBasis.MEMBER_DAY, 60_000, false, null, null, "Đề án 06")));
        book.visits(1, hoa, 3);
        assertThat(Book.total(book.ofWard(1))).isZero();
        assertThat(book.ofWard(1).doubles()).hasSize(2);

        book.mark(1, hoa, 3, Mark.Kind.NOT_PAID, "Chi theo Đề án 06");
        assertThat(Book.total(book.ofWard(1))).isEqualTo(60_000);
    }

    @Test
    void takesNamesakesWithOtherPhonesForTwoPeople() {
        book.team(2, 1);
        UUID other = book.seat(2, "Nguyễn Thị Hoa", "MEMBER", "0905 999 999");
        book.visits(1, hoa, 3);
        book.visits(2, other, 3);
        book.planned(1, 3);

        assertThat(book.ofWard(1).doubles()).isEmpty();
    }

    @Test
    void takesAChangeOfRoleForOnePersonAndAMoveBetweenTeamsForOne() {
        book.team(2, 1);
        UUID before = book.seat(1, "Trần Văn Dũng", "MEMBER", "0905333444", Days.SINCE_EVER, Book.on(14));
        UUID after = book.seat(2, "Trần Văn Dũng", "DEPUTY", "0905333444", Book.on(15), Days.FOREVER);
        book.visits(1, before, 10);
        book.visits(2, after, 17);
        book.planned(1, 10, 17);

        Reckoned october = book.ofWard(1);

        assertThat(october.doubles()).isEmpty();
        assertThat(october.lines())
                .filteredOn(it -> it.member() != null)
                .extracting(PayLine::team)
                .containsExactly(1L, 2L);
        assertThat(october.seats().stream()
                        .filter(it -> it.name().equals("Trần Văn Dũng"))
                        .map(Seat::person)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void tellsWhatALockedMonthShouldHavePaidBesides() {
        book.visits(1, hoa, 3, 10);
        book.planned(1, 3, 10, 17);
        List<PayLine> locked = book.ofWard(1).lines();
        assertThat(Differences.of(locked, book.ofWard(1))).isEmpty();

        book.visits(1, hoa, 17);
        book.mark(1, hoa, 3, Mark.Kind.STRUCK, "Ghi nhầm người");
        book.mark(1, hoa, 10, Mark.Kind.STRUCK, "Ghi nhầm người");

        List<PayLine> differences = Differences.of(locked, book.ofWard(1));
        assertThat(differences).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(-50_000);
            assertThat(line.days()).isEqualTo(-1);
            assertThat(line.reason()).contains("thêm ngày 17/10/2026", "bớt ngày 03/10/2026", "Ghi nhầm người");
        });
        assertThat(Differences.of(List.of(locked.get(0), locked.get(1), differences.get(0)), book.ofWard(1)))
                .as("once it stands in a locked sheet it is settled")
                .isEmpty();
    }

    private static Mark ended(Mark it) {
        return new Mark(
                it.id(),
                it.team(),
                it.member(),
                it.day(),
                it.kind(),
                it.duty(),
                it.planned(),
                it.programme(),
                it.reason(),
                it.by(),
                it.at(),
                Instant.EPOCH,
                it.by());
    }

    private static AllowanceRule atLeast(AllowanceRule it, int work) {
        return new AllowanceRule(
                it.id(),
                it.version(),
                it.unit(),
                it.status(),
                it.basis(),
                it.programme(),
                it.name(),
                it.amount(),
                it.kinds(),
                it.plannedOnly(),
                work,
                it.monthCeiling(),
                it.unitFactor(),
                it.topsUp(),
                it.funding(),
                it.legalBasis(),
                it.source(),
                it.validFrom(),
                it.validTo(),
                it.replaces());
    }
}
