package vn.tungnha.contests.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.table.Made;
import vn.tungnha.units.TestUnits;

/** The bank: what ships with it, what a ward adds by hand and by file, and who may change what. */
@SharedApplication
class QuestionBankTests {

    private static final String HEAD =
            "Câu hỏi;Đáp án A;Đáp án B;Đáp án C;Đáp án D;Đáp án đúng;Giải thích;Chủ đề;Nguồn\n";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private QuestionImportUndo undo;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestUnits trees;

    @Autowired
    private JdbcClient jdbc;

    private TestUnits.Tree tree;
    private UUID officer;

    @BeforeEach
    void aWard() {
        tree = trees.tree();
        officer = new TestAccounts(jdbc).account("ch" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
    }

    @Test
    void shipsQuestionsEachWithARightAnswerAnExplanationAndASource() {
        List<UUID> shipped = jdbc.sql("select id from quiz_question where unit_id is null and created_by is null")
                .query(UUID.class)
                .list();

        assertThat(bank.all(shipped)).hasSizeGreaterThanOrEqualTo(20).allSatisfy(question -> {
            assertThat(question.right())
                    .isNotEmpty()
                    .hasSizeLessThan(question.choices().size());
            assertThat(question.explanation()).isNotBlank();
            assertThat(question.source()).isNotBlank();
            assertThat(question.kind() == QuestionKind.SEVERAL
                            || question.right().size() == 1)
                    .isTrue();
        });
    }

    @Test
    void readsQuestionsFromAFileAndTakesThemBack() {
        String rows = "Hỏi một " + tree.commune() + "?;Có;Không;;;A;Vì thế;Chống lừa đảo;Sách\n"
                + "Hỏi hai " + tree.commune() + "?;x;y;z;;A, c;;OTHER;\n"
                + "Hỏi ba " + tree.commune() + "?;Đúng;Sai;;;B;;VNeID;\n";
        assertThat(send(HEAD + rows, "?dryRun=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":3,\"accepted\":3,\"stored\":0,\"errors\":[]}");
        assertThat(send(HEAD + rows, "")).bodyJson().isLenientlyEqualTo("{\"stored\":3}");
        List<Question> mine = bank.all(ids());
        assertThat(mine)
                .extracting(it -> it.kind() + " " + it.right())
                .containsExactlyInAnyOrder("SINGLE [1]", "SEVERAL [1, 3]", "TRUE_FALSE [2]");

        List<Made> made = undo.made(ids());
        CurrentUser user = new CurrentUser(
                officer,
                "ch",
                "ch",
                Set.of(Role.WARD_OFFICER),
                new Scope(false, Set.of(tree.commune()), Set.of(tree.commune()), Set.of(), Set.of()));
        assertThat(undo.staying(made, user)).isEmpty();
        transactions.executeWithoutResult(status -> undo.takeBack(made, "nhầm tệp", user));
        assertThat(ids()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARow() {
        String rows = "Hỏi?;Có;;;;A;;OTHER;\n" + "Hỏi 2?;Có;Không;;;D;;OTHER;\n" + "Hỏi 3?;Có;Không;;Thôi;A;;OTHER;\n"
                + "Hỏi 4?;Có;Không;;;A;;Chủ đề lạ;\n" + "Hỏi 5?;Có;Có;;;A;;OTHER;\n";
        assertThat(send(HEAD + rows, "?dryRun=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":5,\"accepted\":0,\"stored\":0}");
    }

    @Test
    void letsOfficialsKeepQuestionsOfTheirOwnPlaceOnly() {
        UUID id = UUID.randomUUID();
        Object[] form = form(id, "Mã OTP có đưa được không " + id + "?", "A");
        assertThat(post(officer, "/contests/questions", form(id, "Mã OTP?", "X")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chỉ ra đáp án đúng");
        assertThat(post(officer, "/contests/questions", form)).hasRedirectedUrl("/contests/questions");
        assertThat(get(officer, "/contests/questions?q=OTP+" + id)).bodyText().contains(id.toString());
        assertThat(get(officer, "/contests/questions/" + id)).hasStatusOk();
        post(officer, "/contests/questions/" + id + "/retirement");
        assertThat(get(officer, "/contests/questions?q=" + id)).bodyText().doesNotContain("/questions/" + id);
        assertThat(get(officer, "/contests/questions?retired=true&q=" + id))
                .bodyText()
                .contains("Đã cất");
        post(officer, "/contests/questions/" + id + "/restoration");

        UUID province =
                new TestAccounts(jdbc).account("ti" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());
        assertThat(get(province, "/contests/questions?q=" + id)).bodyText().contains(id.toString());
        UUID neighbour = new TestAccounts(jdbc)
                .account(
                        "la" + UUID.randomUUID(),
                        Role.WARD_OFFICER,
                        tree.communes().get(1));
        assertThat(get(neighbour, "/contests/questions?q=" + id)).bodyText().doesNotContain("/questions/" + id);
        assertThat(get(neighbour, "/contests/questions/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        UUID shipped = jdbc.sql("select id from quiz_question where unit_id is null limit 1")
                .query(UUID.class)
                .single();
        assertThat(get(officer, "/contests/questions/" + shipped)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(officer, "/contests/questions", form(UUID.randomUUID(), "Của ai?", "A", "")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(officer, "/contests/questions/table.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Đáp án đúng");
    }

    private Object[] form(UUID id, String text, String right) {
        return form(id, text, right, "unit:" + tree.commune());
    }

    private static Object[] form(UUID id, String text, String right, String at) {
        return new Object[] {
            "id",
            id,
            "at",
            at,
            "topic",
            "ONLINE_SAFETY",
            "kind",
            "SINGLE",
            "text",
            text,
            "choices",
            "Không bao giờ\nĐược",
            "right",
            right,
            "explanation",
            "Vì OTP là chìa khóa."
        };
    }

    private List<UUID> ids() {
        return jdbc.sql("select id from quiz_question where unit_id = ?")
                .param(tree.commune())
                .query(UUID.class)
                .list();
    }

    private MvcTestResult send(String csv, String query) {
        return mvc.post()
                .uri("/api/v1/imports/quiz-questions" + query)
                .multipart()
                .file(new MockMultipartFile("file", "x.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(authentication(TestAccounts.signedIn(logins, officer)))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(UUID account, String uri) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(UUID account, String uri, Object... fields) {
        var request = mvc.post()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }
}
