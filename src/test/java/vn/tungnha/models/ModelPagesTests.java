package vn.tungnha.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.visits.FieldFixture;

/** Community models as officials register, judge and spread them. */
@SharedApplication
class ModelPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;

    @BeforeEach
    void aWard() {
        field = FieldFixture.in(jdbc);
    }

    @Test
    void registersAModelAndShowsItWithItsProofs() {
        UUID id = model("Khu dân cư số", true, null);
        assertThat(post("/models/" + id + "/evidence", "title", "Quyết định công nhận", "url", "javascript:alert(1)"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Đường dẫn bắt đầu bằng", "Quyết định công nhận");
        assertThat(post("/models/" + id + "/evidence", "title", "Quyết định công nhận"))
                .hasRedirectedUrl("/models/" + id);
        assertThat(post(
                        "/models/" + id + "/reviews",
                        "year",
                        TODAY.getYear(),
                        "score",
                        "101",
                        "words",
                        "Tốt",
                        "reviewer",
                        "Ban Chỉ đạo"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Điểm từ 0 đến 100.");
        for (String words : new String[] {"Khá", "Tốt"}) {
            assertThat(post(
                            "/models/" + id + "/reviews",
                            "year",
                            TODAY.getYear(),
                            "score",
                            "92,5",
                            "words",
                            words,
                            "reviewer",
                            "Ban Chỉ đạo"))
                    .hasRedirectedUrl("/models/" + id);
        }
        assertThat(get("/models/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Khu dân cư số", "Quyết định công nhận", "92,5/100", "Tốt", "Ban Chỉ đạo")
                .doesNotContain("Khá<");
        assertThat(get("/models?digital=true")).bodyText().contains("Khu dân cư số");
    }

    @Test
    void keepsWhatIsRegisteredApartFromWhatWasPublished() {
        model("Mô hình thường", false, null);
        model("Mô hình số", true, null);

        assertThat(get("/models"))
                .bodyText()
                .contains("Trong sổ: 2 mô hình đang chạy, 1 gắn với chuyển đổi số")
                .doesNotContainPattern("(?<![\\w-])(402|232)(?![\\w-])");
    }

    @Test
    void tellsWhoTookAModelOverAndRefusesACircle() {
        UUID origin = model("Gốc", true, null);
        UUID copy = model("Nhân rộng", true, origin);

        assertThat(get("/models/" + origin)).bodyText().contains("1 nơi đã nhân rộng", "/models/" + copy);
        assertThat(get("/models/" + copy)).bodyText().contains("/models/" + origin);
        assertThat(post(
                        "/models/" + origin,
                        "version",
                        0,
                        "kind",
                        "OTHER",
                        "name",
                        "Gốc",
                        "owner",
                        "Đoàn",
                        "unit",
                        field.ward,
                        "foundedOn",
                        TODAY,
                        "summary",
                        "Làm",
                        "copiedFrom",
                        copy))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Không chọn được mô hình này làm gốc");
    }

    @Test
    void endsAndResumesAModel() {
        UUID id = model("Thử", true, null);
        assertThat(post("/models/" + id + "/ending", "version", 0)).hasRedirectedUrl("/models/" + id);
        assertThat(get("/models/" + id)).bodyText().contains("Mô hình đã dừng");
        assertThat(post("/models/" + id + "/ending", "version", 0)).hasStatus(HttpStatus.CONFLICT);
        assertThat(post("/models/" + id + "/resumption", "version", 1)).hasRedirectedUrl("/models/" + id);
        assertThat(get("/models/" + id)).bodyText().doesNotContain("Mô hình đã dừng");
    }

    @Test
    void takesOffAProofAndPutsItBack() {
        UUID id = model("Thử", true, null);
        post("/models/" + id + "/evidence", "title", "Bài báo về mô hình", "url", "https://example.vn/bai");
        UUID evidence = jdbc.sql("select id from model_evidence where model_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        post("/models/" + id + "/evidence/" + evidence + "/removal");
        assertThat(get("/models/" + id)).bodyText().doesNotContain("Bài báo về mô hình");
        post("/models/" + id + "/evidence/" + evidence + "/restoration");
        assertThat(get("/models/" + id)).bodyText().contains("Bài báo về mô hình", "https://example.vn/bai");
    }

    @Test
    void addsAKindAsARow() {
        UUID admin = new TestAccounts(jdbc).account("a" + UUID.randomUUID(), Role.ADMIN, null);
        String code = "K" + System.nanoTime();
        assertThat(post(
                        admin,
                        "/admin/model-kinds",
                        "code",
                        code,
                        "nameVi",
                        "Loại " + code,
                        "nameEn",
                        "Kind",
                        "enabled",
                        "true",
                        "position",
                        "8"))
                .hasRedirectedUrl("/admin/model-kinds");
        assertThat(get("/models/new")).bodyText().contains("Loại " + code);
        jdbc.sql("delete from model_kind where code = ?").param(code).update();
    }

    private UUID model(String name, boolean digital, Object from) {
        UUID id = UUID.randomUUID();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(post(
                            "/models",
                            "id",
                            id,
                            "kind",
                            "DIGITAL_NEIGHBOURHOOD",
                            "name",
                            name,
                            "owner",
                            "Đoàn Thanh niên phường",
                            "unit",
                            field.ward,
                            "foundedOn",
                            TODAY.minusDays(30),
                            "digital",
                            digital,
                            "summary",
                            "Mỗi nhà một người biết dùng.",
                            "copiedFrom",
                            from == null ? "" : from))
                    .hasRedirectedUrl("/models/" + id);
        }
        return id;
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();
    }

    private MvcTestResult post(String path, Object... form) {
        return post(field.officerAccount, path, form);
    }

    private MvcTestResult post(UUID account, String path, Object... form) {
        var request = mvc.post().uri(path).with(csrf()).with(authentication(TestAccounts.signedIn(logins, account)));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(String.valueOf(form[i]), String.valueOf(form[i + 1]));
        }
        return request.exchange();
    }
}
