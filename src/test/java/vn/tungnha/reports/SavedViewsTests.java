package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

@Tag("slow")
@SharedApplication
class SavedViewsTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    private UUID officer;
    private UUID colleague;
    private UUID neighbour;
    private String board;

    @BeforeEach
    void plant() {
        TestUnits.Tree tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        officer = accounts.account("o" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        colleague = accounts.account("c" + UUID.randomUUID(), Role.WARD_LEADER, tree.commune());
        neighbour = accounts.account(
                "n" + UUID.randomUUID(), Role.WARD_OFFICER, tree.communes().get(1));
        board = "/dashboard/"
                + jdbc.sql("select code from unit_version where unit_id = ?")
                        .param(tree.commune())
                        .query(String.class)
                        .single();
    }

    @Test
    void keepsAViewForItsOwnerAlone() {
        assertThat(post("/views", officer, "Tháng chín", board + "?period=2024-09", false))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(board + "?period=2024-09");

        assertThat(text(get("/views", officer))).contains("Tháng chín", board + "?period=2024-09");
        assertThat(text(get(board, officer))).contains("Tháng chín");
        assertThat(text(get("/views", colleague))).doesNotContain("Tháng chín");
    }

    @Test
    void sharesAViewWithThoseOfTheSameUnitOnly() {
        post("/views", officer, "Chung cả phường", board + "/matrix?view=lines", true);

        assertThat(text(get("/views", colleague))).contains("Chung cả phường", "chia sẻ với");
        assertThat(text(get("/views", neighbour))).doesNotContain("Chung cả phường");
        assertThat(post("/views/" + last() + "/removal", colleague, "", "", false))
                .hasStatus(404);
        assertThat(post("/views/" + last() + "/name", colleague, "Khác", "", false))
                .hasStatus(404);
    }

    @Test
    void takesARenamingAndARemovalBack() {
        post("/views", officer, "Tên cũ", board, false);
        long id = last();

        post("/views/" + id + "/name", officer, "Tên mới", "", false);
        assertThat(text(get("/views", officer))).contains("Tên mới").doesNotContain("Tên cũ");
        post("/views/" + id + "/former-name", officer, "", "", false);
        assertThat(text(get("/views", officer))).contains("Tên cũ").doesNotContain("Tên mới");
        post("/views/" + id + "/removal", officer, "", "", false);
        assertThat(text(get("/views", officer))).doesNotContain("Tên cũ");
        post("/views/" + id + "/restoration", officer, "", "", false);
        assertThat(text(get("/views", officer))).contains("Tên cũ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/dashboard/1",
                "https://elsewhere.example",
                "/accounts",
                "/dashboard/1/../../accounts",
                "/dashboard/1?a=\nb"
            })
    void keepsDashboardsOnly(String address) {
        MvcTestResult answer = post("/views", officer, "Nơi khác", address, false);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Chỉ lưu được các trang tổng quan", "Nơi khác");
    }

    @Test
    void asksForAName() {
        assertThat(post("/views", officer, "  ", board, false)).hasStatus(422);
        post("/views", officer, "Có tên", board, false);
        MvcTestResult nameless = post("/views/" + last() + "/name", officer, "", "", false);
        assertThat(nameless).hasStatus(422);
        assertThat(text(nameless)).contains("Nhập tên cho cách xem", "Có tên");
    }

    @Test
    void showsViewsOneAfterTheOtherWithTheTimeOfTheFigures() {
        post("/views", officer, "Ô số", board + "?period=2024-09", false);
        long first = last();
        post("/views", officer, "Bảng nhiệt", board + "/matrix?group=FIELD&period=2024-09", false);
        long second = last();
        String wall = "/views/wall?view=" + first + "&view=" + second + "&seconds=10";

        assertThat(text(get(wall, officer)))
                .contains("Số liệu lúc", "1/2", "10;url=/views/wall", "at=1", "Tổng quan tháng 9/2024")
                .doesNotContain("tel:");
        assertThat(text(get(wall + "&at=1", officer))).contains("Bảng nhiệt theo thôn, tổ dân phố", "2/2", "at=0");
        assertThat(text(get(wall + "&paused=true", officer))).doesNotContain("10;url=");
        assertThat(get(wall, neighbour)).hasStatus3xxRedirection().hasRedirectedUrl("/views");
    }

    @Test
    void showsNothingOfAViewThatLiesOutsideTheReadersScope() {
        post("/views", neighbour, "Láng giềng", board, true);

        assertThat(text(get("/views/wall?view=" + last(), neighbour)))
                .contains("Không mở được cách xem này")
                .doesNotContain("Tổng quan tháng");
    }

    private long last() {
        return jdbc.sql("select max(id) from saved_view").query(Long.class).single();
    }

    private MvcTestResult get(String address, UUID account) {
        return mvc.get()
                .uri(address)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(String path, UUID account, String name, String address, boolean share) {
        return mvc.post()
                .uri(path)
                .param("name", name)
                .param("address", address)
                .param("share", String.valueOf(share))
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
