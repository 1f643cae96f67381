package vn.tungnha.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

@SpringBootTest(properties = {
    "tungnha.encryption-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    "tungnha.data-dir=${java.io.tmpdir}/tungnha-imports-tests"
})
@AutoConfigureMockMvc
@Import({DatabaseConfiguration.class, TestUnits.class})
@ActiveProfiles("test")
class ImportsApiTests {

    private static final String HEAD = "Tổ;Đường;Số nhà;Chủ hộ;Họ tên;Năm sinh;Điện thoại\n";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private TestUnits.Tree tree;
    private RequestPostProcessor officer;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        UUID account = accounts.account("imp" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        officer = authentication(TestAccounts.signedIn(logins, account));
    }

    @Test
    void storesHouseholdsOfOneAddressTogether() {
        String file = HEAD
                + "Tổ 1;Kiệt 112;K112/14;Lê Thị Lài;Lê Thị Lài;1961;905123112\n"
                + "TDP 1;kiet 112;K112/14;Lê Thị Lài;Lê Minh Tâm;1990;\n"
                + "1;Kiệt 112;K112/14;Lê Thị Lài;Bé Na;2020;\n"
                + "Tổ 2;Kiệt 112;K112/16;Trần Văn Ba;;1955;\n";

        assertThat(send("households", file, ""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":4,\"accepted\":4,\"stored\":4,\"errors\":[],"
                        + "\"warnings\":[{\"row\":4,\"column\":\"Họ tên\",\"message\":\"Trẻ dưới 14 tuổi: chỉ đếm, không lưu tên.\"}]}");
        assertThat(households(0)).isEqualTo(1);
        assertThat(households(1)).isEqualTo(1);
        assertThat(people(0)).isEqualTo(2);
        assertThat(jdbc.sql("select children from household where village_id = ?")
                        .param(tree.village())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from resident where name = 'Bé Na'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(booked("REGISTERED_HOUSEHOLDS", tree.village())).isEqualTo(1);
    }

    @Test
    void storesNothingInADryRun() {
        assertThat(send("households", HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\n", "?dryRun=true"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":1,\"stored\":0}");
        assertThat(households(0)).isZero();
    }

    @Test
    void storesNothingWhileARowIsInError() {
        String file = HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\nTổ 1;Kiệt 112;16;;Lê Thị Bông;19510;\n";

        assertThat(send("households", file, ""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":2,\"accepted\":1,\"stored\":0,\"errors\":[{\"row\":3,\"column\":\"Năm sinh\","
                        + "\"message\":\"“19510” không phải là năm. Năm có 4 chữ số, ví dụ 1951.\"}]}");
        assertThat(households(0)).isZero();

        assertThat(send("households", file, "?partial=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":2,\"accepted\":1,\"stored\":1}");
        assertThat(households(0)).isEqualTo(1);
    }

    @Test
    void doublesNothingWhenAFileComesTwice() {
        String file = HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\nTổ 1;Kiệt 112;14;;Lê Minh Tâm;1990;\n";
        send("households", file, "");

        assertThat(send("households", file, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":2,\"accepted\":2,\"stored\":0,\"warnings\":[{\"row\":2},{\"row\":3}]}");
        assertThat(households(0)).isEqualTo(1);
        assertThat(people(0)).isEqualTo(2);
    }

    @Test
    void addsTheNewcomerOfAKnownHousehold() {
        send("households", HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\n", "");

        send("households", HEAD + "Tổ 1;KIỆT 112;14;;Lê Thị Lài;1961;\nTổ 1;Kiệt 112;14;;Lê Minh Tâm;1990;\n", "");

        assertThat(households(0)).isEqualTo(1);
        assertThat(people(0)).isEqualTo(2);
    }

    @Test
    void refusesAPlaceOutsideTheWard() {
        String elsewhere = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(tree.villages().get(1).get(0))
                .query(String.class)
                .single();

        assertThat(send("households", HEAD + elsewhere + ";Kiệt 112;14;;Lê Thị Lài;1961;\n", "?partial=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":0,\"stored\":0,\"errors\":[{\"row\":2,\"message\":\"“"
                        + elsewhere + "” nằm ngoài phạm vi của bạn.\"}]}");
        assertThat(jdbc.sql("select count(*) from household where village_id = ?")
                        .param(tree.villages().get(1).get(0))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAFileThatIsNoTable() {
        assertThat(send("households", "hello", "")).hasStatus(422).bodyJson().extractingPath("$.rule").isEqualTo("imports.file.no-heading");
        assertThat(send("nothing", HEAD, "")).hasStatus(404);
    }

    private MvcTestResult send(String kind, String csv, String query) {
        return mvc.post()
                .uri("/api/v1/imports/" + kind + query)
                .multipart()
                .file(new MockMultipartFile("file", "x.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(officer)
                .with(csrf())
                .exchange();
    }

    private int households(int village) {
        return jdbc.sql("select count(*) from household where village_id = ?")
                .param(tree.villages().get(0).get(village))
                .query(Integer.class)
                .single();
    }

    private int people(int village) {
        return jdbc.sql("select count(*) from resident r join household h on h.id = r.household_id where h.village_id = ?")
                .param(tree.villages().get(0).get(village))
                .query(Integer.class)
                .single();
    }

    private long booked(String basis, long village) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.basis = :basis and f.unit_id = :unit and f.grain = 'DAY'""")
                .param("basis", basis)
                .param("unit", village)
                .query(Long.class)
                .single();
    }
}
