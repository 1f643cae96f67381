package vn.tungnha.markets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.VillageFlow;
import vn.tungnha.visits.FieldFixture;

/** What stalls have since when, and what figures say of it on each day. */
@SharedApplication
@Transactional
class MarketsTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final WayToken MOMO = new WayToken("QR", "MOMO");
    private static final WayToken VNPAY = new WayToken("QR", "VNPAY");
    private static final WayToken CARD = new WayToken("CARD", null);
    private static final WayToken SHOP = new WayToken("ONLINE_SHOP", null);

    @Autowired
    private Markets markets;

    @Autowired
    private Stalls stalls;

    @Autowired
    private StallVisits visits;

    @Autowired
    private StallMap map;

    @Autowired
    private StallCodes codes;

    @Autowired
    private Figures figures;

    @Autowired
    private MarketToday notes;

    @Autowired
    private List<FollowsVillages> follows;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private CurrentUser officer;
    private UUID market;

    @BeforeEach
    void aMarket() {
        field = FieldFixture.in(jdbc);
        officer = field.officer();
        market = markets.add(
                UUID.randomUUID(),
                new MarketCommand("MARKET", "Chợ Thử", "Đường Thử", field.village, TODAY.minusDays(100)),
                officer);
    }

    @Test
    void countsAStallOnceHoweverManyProvidersAndOnlyWhatIsCashless() {
        put(stall("A", "1"), TODAY.minusDays(40), MOMO, VNPAY, CARD);
        put(stall("A", "2"), TODAY.minusDays(40), SHOP);
        stall("A", "10");

        MarketView view = markets.get(market);
        assertThat(List.of(view.stalls(), view.cashless(), view.asked())).containsExactly(3, 1, 2);
        IndicatorValue any = rate(field.ward, TODAY, "STANDARD");
        assertThat(any.numerator()).isEqualByComparingTo("1");
        assertThat(any.denominator()).isEqualByComparingTo("3");
        assertThat(map.of(market)).hasSize(1);
        assertThat(map.of(market).get(0).cells())
                .extracting(StallMap.Cell::number)
                .containsExactly("1", "2", "10");
        assertThat(map.of(market).get(0).cells())
                .extracting(StallMap.Cell::state)
                .containsExactly(StallMap.State.CASHLESS, StallMap.State.CASH_ONLY, StallMap.State.NOT_ASKED);
    }

    @Test
    void endsACodeThatWasTakenDownAndKeepsTheDaysBefore() {
        UUID stall = stall("A", "1");
        put(stall, TODAY.minusDays(40), MOMO);
        put(stall, TODAY.minusDays(10), SHOP);

        assertThat(stalls.history(stall))
                .contains(new StallWay("QR", "MOMO", TODAY.minusDays(40), TODAY.minusDays(11)));
        assertThat(cashlessOn(TODAY.minusDays(41))).isEqualTo("0");
        assertThat(cashlessOn(TODAY.minusDays(40))).isEqualTo("1");
        assertThat(cashlessOn(TODAY.minusDays(11))).isEqualTo("1");
        assertThat(cashlessOn(TODAY.minusDays(10))).isEqualTo("0");
    }

    @Test
    void refusesADayBeforeWhatIsKnownAlready() {
        UUID stall = stall("A", "1");
        put(stall, TODAY.minusDays(10), MOMO);

        assertThatThrownBy(() -> put(stall, TODAY.minusDays(20), SHOP)).isInstanceOf(RuleBroken.class);
        assertThat(stalls.get(stall, officer).ways()).containsExactly(MOMO);
    }

    @Test
    void forgetsWhatCameAndWentOnOneDay() {
        UUID stall = stall("A", "1");
        put(stall, TODAY, MOMO);
        put(stall, TODAY);

        assertThat(stalls.history(stall)).isEmpty();
        assertThat(stalls.get(stall, officer).askedOn()).isEqualTo(TODAY);
    }

    @Test
    void recordsAVisitOnceHoweverOftenItIsSent() {
        UUID stall = stall("A", "1");
        UUID id = UUID.randomUUID();
        visits.start(UUID.randomUUID(), market, field.leader());
        assertThat(notes.of(field.team, VIETNAMESE)).hasSize(1);
        visits.record(id, stall, StallOutcome.MET, Set.of(MOMO), null, field.leader());
        visits.record(UUID.randomUUID(), stall, StallOutcome.MET, Set.of(CARD), null, field.leader());
        visits.record(id, stall, StallOutcome.MET, Set.of(MOMO), null, field.leader());

        assertThat(visits.of(stall)).hasSize(2);
        assertThat(stalls.get(stall, officer).ways()).containsExactly(CARD);
        assertThat(visits.round(market))
                .hasValueSatisfying(round -> assertThat(round.seen()).isEqualTo(1));
        assertThat(notes.of(field.team, VIETNAMESE)).isEmpty();
        UUID other = stall("A", "2");
        assertThatThrownBy(() -> visits.record(id, other, StallOutcome.MET, Set.of(), null, field.leader()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void leavesWhatIsKnownWhenNobodyWasThere() {
        UUID stall = stall("A", "1");
        put(stall, TODAY.minusDays(10), MOMO);
        visits.record(UUID.randomUUID(), stall, StallOutcome.ABSENT, Set.of(), "đóng quầy", field.leader());

        assertThat(stalls.get(stall, officer).ways()).containsExactly(MOMO);
        assertThat(visits.of(stall).get(0).had()).isNull();
    }

    @Test
    void stopsCountingAStallThatClosedAndKeepsItsPast() {
        UUID stall = stall("A", "1");
        put(stall, TODAY.minusDays(40), MOMO);
        stalls.close(stall, stalls.get(stall, officer).version(), officer);

        assertThat(markets.get(market).stalls()).isZero();
        assertThat(cashlessOn(TODAY.minusDays(1))).isEqualTo("1");
        UUID again = stall("A", "1");
        assertThat(again).isNotEqualTo(stall);
        assertThatThrownBy(() -> stalls.reopen(stall, stalls.get(stall, officer).version(), officer))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void goesWhereItsVillageGoesAndWasWhereItWas() {
        put(stall("A", "1"), TODAY.minusDays(40), MOMO);
        long elsewhere = anotherVillage();
        LocalDate day = TODAY.minusDays(5);
        FollowsVillages follow = follows.stream()
                .filter(MarketsFollow.class::isInstance)
                .findFirst()
                .orElseThrow();
        follow.follow(VillageFlow.whole(field.village, elsewhere, day));

        assertThat(jdbc.sql("select village_id from market_place where market_id = ? order by valid_from")
                        .param(market)
                        .query(Long.class)
                        .list())
                .containsExactly(field.village, elsewhere);
        assertThat(value(field.village, day.minusDays(1))).isEqualTo("1");
        assertThat(value(elsewhere, TODAY)).isEqualTo("1");
    }

    @Test
    void keepsStallsAndMarketsFromStrangers() {
        UUID stall = stall("A", "1");

        assertThatThrownBy(() -> stalls.get(stall, field.stranger())).isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> stalls.add(UUID.randomUUID(), market, told("B", "1"), field.stranger()))
                .isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> codes.put(stall, TestCodes.vietQr("970436", "1", null), field.stranger()))
                .isInstanceOf(OutOfScope.class);
        assertThat(markets.list(null, field.stranger(), new Paging(0, 50)).items())
                .isEmpty();
    }

    @Test
    void keepsACodeByteForByteSealedAndSaysWhoPutItIn() {
        UUID stall = stall("A", "1");
        byte[] first = TestCodes.vietQr("970436", "0071000123456", "TRAN THI BUOI");
        codes.put(stall, first, officer);
        codes.put(stall, TestCodes.vietQr("970415", "111", null), officer);
        codes.remove(stall, officer);
        assertThat(codes.about(stall)).isEmpty();
        codes.restore(stall, officer);

        assertThat(codes.payload(stall, officer)).isEqualTo(TestCodes.vietQr("970415", "111", null));
        assertThat(jdbc.sql(
                                "select count(*) from stall_code where stall_id = ? and position('0071000123456'::bytea in cipher) > 0")
                        .param(stall)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select action from audit_entry where subject_id = ? order by id")
                        .param(stall.toString())
                        .query(String.class)
                        .list())
                .contains("stall.code-added", "stall.code-removed", "stall.code-printed");
    }

    private UUID stall(String line, String number) {
        UUID id = UUID.randomUUID();
        stalls.add(id, market, told(line, number), officer);
        jdbc.sql("update stall set opened_on = ? where id = ?")
                .params(TODAY.minusDays(90), id)
                .update();
        return id;
    }

    private static StallCommand told(String line, String number) {
        return new StallCommand(line, number, "Trái cây", "Trần Thị Bưởi", "0905123112", null);
    }

    private void put(UUID stall, LocalDate day, WayToken... ways) {
        stalls.put(stall, Set.of(ways), day, officer);
    }

    private String cashlessOn(LocalDate day) {
        return value(field.ward, day);
    }

    private String value(long unit, LocalDate day) {
        return String.valueOf(rate(unit, day, "STANDARD").numerator());
    }

    private IndicatorValue rate(long unit, LocalDate day, String variant) {
        return figures.values(FigureQuery.ofUnits(
                        List.of(unit),
                        List.of(new IndicatorChoice("CASHLESS_STALLS", variant)),
                        List.of(Period.between(day, day)),
                        Structure.then()))
                .get(0);
    }

    private long anotherVillage() {
        long id = jdbc.sql("insert into unit (level) values ('VILLAGE') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search)
                        values (?, ?, 'Tổ khác', 'Tổ khác', (select code from unit_kind where level = 'VILLAGE' limit 1), '')""").params(id, "X" + id).update();
        jdbc.sql("insert into unit_lineage values (?, ?, '1900-01-01', '9999-12-31', 1, true)")
                .params(id, id)
                .update();
        jdbc.sql("""
                        insert into unit_closure values (?, ?, 0, '1900-01-01', '9999-12-31'), (?, ?, 1, '1900-01-01', '9999-12-31')""").params(id, id, field.ward, id).update();
        return id;
    }
}
