package vn.tungnha.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

@SharedApplication
@Transactional
class MapLayersTests {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate MERGER = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUnits test;

    @Autowired
    private Units units;

    @Autowired
    private Shapes shapes;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private TestUnits.Tree tree;
    private UUID officer;
    private String here;

    @BeforeEach
    void plant() {
        tree = test.tree();
        officer = account(Role.PROVINCE_OFFICER, tree.province());
        here = "/units/" + code(tree.province()) + "/map";
    }

    @Test
    void showsWhatAFileWouldBecomeBeforeItDoes() {
        String address = upload(FROM, square(tree.communes().get(0), 0), "{\"ma\":\"99999\",\"ten\":\"Không Đâu\"}|1");

        String page = text(get(address, officer));
        assertThat(page)
                .contains("1/2 phường, xã có hình", "1 phường, xã chưa có hình", "Đồi Thông")
                .contains("1 hình không dùng được", "99999", "Không Đâu", "Không có đơn vị nào mang mã này")
                .contains("class=\"shape-map\"", ">Cầu Mây<");
        assertThat(shapes.of(tree.communes(), TODAY)).isEmpty();

        assertThat(text(get(address + "?property=ten", officer)))
                .contains("0/2 phường, xã có hình", "2 hình không dùng được");
        assertThat(post(address + "/layer", officer)).hasRedirectedUrl(here);
        assertThat(shapes.of(tree.communes(), TODAY)).containsOnlyKeys(tree.commune());
        assertThat(get(address, officer)).hasStatus(404);
    }

    @Test
    void drawsTheDashboardWithTheShapesOfItsDay() {
        store(FROM, square(tree.communes().get(0), 0), square(tree.communes().get(1), 1));
        String board = "/dashboard/" + code(tree.district());

        assertThat(text(get(board + "?period=2024-09", officer)))
                .contains("class=\"shape-map\"", ">Cầu Mây<", ">Đồi Thông<", "pick=" + code(tree.commune()))
                .contains("aria-label=\"Cầu Mây –, Chưa có số liệu\"");
        assertThat(text(get(board + "?period=2024-09&pick=" + code(tree.commune()), officer)))
                .contains("region-picked");
        assertThat(text(get(board + "/map.svg?period=2024-09", officer)))
                .startsWith("<?xml")
                .contains("<path", "Cầu Mây")
                .doesNotContain("class=");
        assertThat(text(get(board + "?period=2023-09", officer))).doesNotContain("shape-map");

        store(MERGER, square(tree.communes().get(0), 0));
        assertThat(text(get(board + "?period=2024-09", officer))).contains(">Đồi Thông<");
        assertThat(text(get(board + "?period=2025-09", officer)))
                .contains("Chưa có hình trên bản đồ:")
                .doesNotContain(">Đồi Thông</text>");
    }

    @Test
    void replacesRemovesAndPutsBack() {
        long first = store(FROM, square(tree.communes().get(0), 0));
        long second = store(FROM, square(tree.communes().get(1), 1));
        assertThat(drawn()).containsExactly(tree.communes().get(1));

        assertThat(post(here + "/layers/" + second + "/end", officer)).hasRedirectedUrl(here);
        assertThat(drawn()).isEmpty();
        assertThat(post(here + "/layers/" + first + "/use", officer)).hasRedirectedUrl(here);
        assertThat(drawn()).containsExactly(tree.commune());
        assertThat(post(here + "/layers/" + second + "/use", officer)).hasRedirectedUrl(here);
        assertThat(drawn()).containsExactly(tree.communes().get(1));

        assertThat(jdbc.sql("select action from audit_entry where subject = 'map' and unit_id = ? order by id")
                        .param(tree.province())
                        .query(String.class)
                        .list())
                .containsExactly("map.stored", "map.stored", "map.removed", "map.restored", "map.restored");
        assertThat(text(get(here, officer))).contains("Đang dùng", "Đã gỡ", "Dùng lại");
        assertThat(text(get(here + "/layers/" + second, officer))).contains("class=\"shape-map\"");
    }

    @Test
    void knowsOnlyUnitsOfTheProvinceInForceThatDay() {
        test.merge(MERGER, tree.communes().get(1), tree.commune());
        TestUnits.Tree other = test.tree();
        String address = upload(LocalDate.of(2026, 1, 1), square(tree.commune(), 1), square(other.commune(), 2));

        assertThat(text(get(address, officer)))
                .contains("Ngày 01/01/2026 không có đơn vị mang mã này.", "Mã của tỉnh, thành phố khác.");
        assertThat(post(address + "/layer", officer)).hasStatus(422);
    }

    @Test
    void answersAWrongFileWithTheFormAndItsReason() {
        assertThat(send(FROM, "nothing".getBytes(StandardCharsets.UTF_8), officer))
                .hasStatus(422)
                .bodyText()
                .contains("đây không phải JSON đúng", "value=\"2024-01-01\"");
        assertThat(send(FROM, new byte[0], officer)).hasStatus(422).bodyText().contains("Chọn tệp GeoJSON.");
        assertThat(send(FROM, new byte[10 * 1024 * 1024 + 1], officer))
                .hasStatus(422)
                .bodyText()
                .contains("Tệp lớn hơn 10 MB");
        assertThat(send(null, GeoJsonTests.collection(feature(square(tree.commune(), 0))), officer))
                .hasStatus(422)
                .bodyText()
                .contains("Chọn ngày bản đồ bắt đầu đúng.");
    }

    @Test
    void belongsToTheProvinceAlone() {
        long layer = store(FROM, square(tree.commune(), 0));
        String waiting = upload(FROM, square(tree.commune(), 0));
        UUID stranger = account(Role.PROVINCE_OFFICER, test.tree().province());
        UUID ward = account(Role.WARD_OFFICER, tree.commune());

        for (UUID other : List.of(stranger, ward)) {
            assertThat(get(here, other)).hasStatus(404);
            assertThat(get(waiting, other)).hasStatus(404);
            assertThat(post(waiting + "/layer", other)).hasStatus(404);
            assertThat(post(here + "/layers/" + layer + "/end", other)).hasStatus(404);
            assertThat(send(FROM, GeoJsonTests.collection(feature(square(tree.commune(), 0))), other))
                    .hasStatus(404);
        }
        String elsewhere = "/units/"
                + code(jdbc.sql("select unit_id from assignment where account_id = ?")
                        .param(stranger)
                        .query(Long.class)
                        .single())
                + "/map";
        assertThat(get(waiting.replace(here, elsewhere), stranger)).hasStatus(404);
        assertThat(post(elsewhere + "/layers/" + layer + "/end", stranger)).hasStatus(404);
        assertThat(get("/units/" + code(tree.commune()) + "/map", officer)).hasStatus(404);
        assertThat(drawn()).containsExactly(tree.commune());
    }

    private List<Long> drawn() {
        return List.copyOf(shapes.of(tree.communes(), TODAY).keySet());
    }

    private long store(LocalDate from, String... squares) {
        assertThat(post(upload(from, squares) + "/layer", officer)).hasRedirectedUrl(here);
        return jdbc.sql("select max(id) from map_layer where unit_id = ?")
                .param(tree.province())
                .query(Long.class)
                .single();
    }

    /** The address of the preview. */
    private String upload(LocalDate from, String... squares) {
        String[] features =
                List.of(squares).stream().map(MapLayersTests::feature).toArray(String[]::new);
        MvcTestResult sent = send(from, GeoJsonTests.collection(features), officer);
        assertThat(sent).hasStatus(302);
        return String.valueOf(sent.getResponse().getRedirectedUrl());
    }

    private String square(long unit, int column) {
        UnitView view = units.get(unit, FROM);
        return "{\"ma\":\"" + view.code() + "\",\"ten\":\"" + view.name() + "\"}|" + column;
    }

    private static String feature(String square) {
        String[] parts = square.split("\\|");
        double west = 108 + Integer.parseInt(parts[1]) * 0.1;
        return GeoJsonTests.feature(
                parts[0],
                "Polygon",
                "[[[%1$s,16],[%2$s,16],[%2$s,16.1],[%1$s,16.1],[%1$s,16]]]".formatted(west, west + 0.1));
    }

    private MvcTestResult send(@Nullable LocalDate from, byte[] content, UUID account) {
        var request = mvc.post()
                .uri(here + "/uploads")
                .multipart()
                .file(new MockMultipartFile("file", "xa.geojson", "application/json", content));
        if (from != null) {
            request.param("from", from.toString());
        }
        return request.with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(String address, UUID account) {
        return mvc.post()
                .uri(address)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult get(String address, UUID account) {
        return mvc.get()
                .uri(address)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private UUID account(Role role, long unit) {
        return new TestAccounts(jdbc).account("m" + UUID.randomUUID(), role, unit);
    }

    private String code(long unit) {
        return units.get(unit, Days.FOREVER).code();
    }
}
