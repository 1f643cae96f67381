package vn.tungnha.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.Units;

/** What is published: only what wards have locked, small cells hidden everywhere alike; procedures as they were read in. */
@SharedApplication
class OpenDataTests {

    private static final YearMonth MONTH =
            YearMonth.from(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))).minusMonths(1);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUnits places;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProcedureImport procedures;

    private String province;
    private List<Long> wards;

    @BeforeEach
    void aProvinceOfThreeWards() {
        long id = places.province("Tỉnh Mở");
        wards = List.of(places.commune("Một", id), places.commune("Hai", id), places.commune("Ba", id));
        province = code(id);
    }

    @Test
    void publishesNothingThatIsNotLocked() {
        assertThat(mvc.get().uri("/public/data/figures.json?province=" + province))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.figures")
                .asArray()
                .isEmpty();
        assertThat(mvc.get().uri("/public/units/" + code(wards.get(0))))
                .bodyText()
                .contains("Phường, xã chưa khóa kỳ nào");
        assertThat(mvc.get().uri("/public/data/figures.csv?province=khong-co")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void hidesSmallCellsAndWhatWouldTellThemOnEveryPage() {
        lock(wards.get(0), 3);
        lock(wards.get(1), 1234);
        lock(wards.get(2), 77);
        String csv = body("/public/data/figures.csv?province=" + province);
        assertThat(csv)
                .contains("PERSONS_GUIDED,Người được hướng dẫn,1234,PUBLISHED")
                .contains("PERSONS_GUIDED,Người được hướng dẫn,1314,PUBLISHED")
                .doesNotContain(",3,PUBLISHED", ",77,PUBLISHED");
        assertThat(csv.lines().filter(line -> line.contains("PERSONS_GUIDED") && line.endsWith(",,HIDDEN")))
                .hasSize(2);
        assertThat(body("/public/units/" + code(wards.get(0)))).contains("dưới 5");
        assertThat(body("/public/units/" + code(wards.get(2))))
                .as("its number would give the small one away")
                .contains("dưới 5")
                .doesNotContain(">77<");
        assertThat(body("/public/units/" + code(wards.get(1)))).contains(">1.234<");
    }

    @Test
    void takesProceduresOfTheGovernmentsSitesFromAdministratorsOnly() {
        Map<String, String> good = Map.of(
                "code",
                "T." + province,
                "name",
                "Đăng ký thử",
                "field",
                "Hộ tịch",
                "level",
                "Toàn trình",
                "url",
                "https://dichvucong.gov.vn/thu");
        RowCheck elsewhere = new RowCheck(2, with(good, "url", "https://dichvucong.gov.vn.vi-du.example/thu"));
        RowCheck plain = new RowCheck(3, with(good, "url", "http://dichvucong.gov.vn/thu"));
        RowCheck fine = new RowCheck(4, good);
        RowCheck again = new RowCheck(5, good);
        ImportReading reading = procedures.open(user(Role.ADMIN));
        List.of(elsewhere, plain, fine, again).forEach(reading::check);
        assertThat(elsewhere.has(Finding.Level.ERROR)).isTrue();
        assertThat(plain.has(Finding.Level.ERROR)).isTrue();
        assertThat(fine.isGood()).isTrue();
        assertThat(again.has(Finding.Level.PRESENT)).isTrue();
        List<Made> made = reading.store(List.of(fine));
        assertThat(body("/public/procedures?q=đăng ký thử")).contains("/public/procedures/T." + province);
        assertThat(procedures.staying(made, user(Role.ADMIN))).isEmpty();
        procedures.takeBack(made, "thử", user(Role.ADMIN));
        assertThat(mvc.get().uri("/public/procedures/T." + province)).hasStatus(HttpStatus.NOT_FOUND);

        RowCheck ofWard = new RowCheck(6, good);
        procedures.open(user(Role.WARD_OFFICER)).check(ofWard);
        assertThat(ofWard.has(Finding.Level.ERROR)).isTrue();
    }

    private void lock(long ward, int persons) {
        long lock = jdbc.sql("""
                        insert into period_lock (unit_id, period, first_day, last_day, version, locked_at)
                        values (?, ?, ?, ?, 1, now()) returning id""")
                .params(ward, MONTH.toString(), MONTH.atDay(1), MONTH.atEndOfMonth())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into locked_figure (lock_id, indicator_id, variant, kind, numerator, value)
                        select ?, i.id, v.code, 'COUNT', ?, ? from indicator i
                        join indicator_version x on x.indicator_id = i.id
                        join indicator_variant v on v.indicator_version_id = x.id
                        where i.code = 'PERSONS_GUIDED' order by v.id limit 1""").params(lock, persons, persons).update();
    }

    private String body(String path) {
        try {
            return mvc.get().uri(path).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String code(long unit) {
        return units.get(unit, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))).code();
    }

    private static Map<String, String> with(Map<String, String> row, String column, String cell) {
        Map<String, String> changed = new HashMap<>(row);
        changed.put(column, cell);
        return changed;
    }

    private static CurrentUser user(Role role) {
        return new CurrentUser(
                new UUID(0, 1),
                "x",
                "x",
                Set.of(role),
                new Scope(role == Role.ADMIN, Set.of(), Set.of(), Set.of(), Set.of()));
    }
}
