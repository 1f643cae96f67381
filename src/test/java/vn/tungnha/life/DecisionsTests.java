package vn.tungnha.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.TestUnits;

@Tag("slow")
@SharedApplication
class DecisionsTests {

    private static final LocalDate SIGNED = LocalDate.of(2023, 11, 29);
    private static final byte[] PDF = "%PDF-1.7 đã ký".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Decisions decisions;

    @Autowired
    private DecisionForms forms;

    @Autowired
    private PaperPrinter printer;

    @Autowired
    private Teams teams;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    private LifeFixture ward;

    @BeforeEach
    void plant() {
        ward = new LifeFixture(units, teams, jdbc);
    }

    @Test
    void draftsADecisionInTheOfficialFormWithTheMembersOfTheDay() throws IOException {
        long id = draft(DecisionKind.ESTABLISH, SIGNED);

        String word = word(printer.print(decisions.paper(decisions.get(id, ward.officer)), "docx"));

        assertThat(word)
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "ỦY BAN NHÂN DÂN",
                        "CẦU MÂY",
                        "Số: ....../QĐ-UBND",
                        "QUYẾT ĐỊNH",
                        "Về việc thành lập Tổ công nghệ số cộng đồng và Đề án 06 số 33",
                        "CHỦ TỊCH ỦY BAN NHÂN DÂN CẦU MÂY",
                        "Căn cứ Quyết định số 1690/QĐ-TTg",
                        "Điều 1. Thành lập",
                        "gồm 2 thành viên",
                        "hoạt động từ ngày 29/11/2023",
                        "Điều 4.",
                        "Nơi nhận:",
                        "DANH SÁCH THÀNH VIÊN")
                .contains("1\tTrần Thị Hoa\tTổ trưởng\tHội Phụ nữ\t0905000001")
                .contains("2\tĐỗ Minh Khang\tThành viên\tHội Phụ nữ\t0905000002")
                .doesNotContain("{");
        assertThat(new String(
                        printer.print(decisions.paper(decisions.get(id, ward.officer)), "pdf"),
                        0,
                        5,
                        StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void entersNumberDayAndSignerAndKeepsWhatWasSigned() throws IOException {
        long id = draft(DecisionKind.ESTABLISH, SIGNED);

        decisions.sign(id, 0, signature("103/QĐ-UBND"), SignedFile.of("C:\\quét\\QĐ 103.PDF", PDF), ward.officer);

        DecisionPaper paper = decisions.get(id, ward.officer);
        assertThat(teams.get(ward.team).decision()).isEqualTo(new Decision("103/QĐ-UBND", SIGNED, "Nguyễn Văn An"));
        assertThat(paper.files())
                .extracting(DecisionPaper.Kept::name)
                .containsExactly("quyet-dinh-thanh-lap-" + id + ".docx", "QĐ 103.pdf");
        assertThat(decisions.file(id, paper.files().get(1).id(), ward.officer).bytes())
                .isEqualTo(PDF);
        assertThat(word(decisions
                        .file(id, paper.files().get(0).id(), ward.officer)
                        .bytes()))
                .contains("Số: 103/QĐ-UBND", "ngày 29 tháng 11 năm 2023", "Nguyễn Văn An");
        assertThat(get("/teams/" + ward.team))
                .contains("Quyết định thành lập 103/QĐ-UBND ngày 29/11/2023, Nguyễn Văn An", "/teams/decisions/" + id);
        assertThatThrownBy(() -> decisions.sign(id, 0, signature("104/QĐ-UBND"), null, ward.officer))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> decisions.withdraw(id, ward.officer)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> decisions.get(id, ward.neighbour)).isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> jdbc.sql("delete from decision_paper_file where paper_id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void takesTheFormWithItsFileAndShowsWhatIsWrongWithIt() {
        long id = draft(DecisionKind.RENEW, SIGNED);
        var request = mvc.post()
                .uri("/teams/decisions/" + id + "/signature")
                .multipart()
                .file(new MockMultipartFile("file", "a.exe", "application/pdf", "MZ".getBytes(StandardCharsets.UTF_8)))
                .param("version", "0")
                .param("number", "9/QĐ-UBND")
                .param("dated", "2023-11-29")
                .param("signer", "Nguyễn Văn An")
                .with(authentication(TestAccounts.signedIn(logins, ward.officer.accountId())))
                .with(csrf());
        assertThat(request.exchange()).hasStatus(422).bodyText().contains("Chỉ nhận PDF", "9/QĐ-UBND");
        assertThat(decisions.get(id, ward.officer).signed()).isFalse();
    }

    @Test
    void knowsAFileByItsContent() throws IOException {
        byte[] word = printer.print(
                decisions.paper(decisions.get(draft(DecisionKind.DISSOLVE, SIGNED), ward.officer)), "docx");

        assertThat(SignedFile.of("x", word).name()).isEqualTo("x.docx");
        assertThat(SignedFile.of("../../anh.gif", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})
                        .name())
                .isEqualTo("anh.jpg");
        for (byte[] wrong : new byte[][] {
            {}, "<html>".getBytes(StandardCharsets.UTF_8), {'P', 'K', 3, 4, 0}, new byte[SignedFile.MOST + 1]
        }) {
            assertThatThrownBy(() -> SignedFile.of("a.pdf", wrong)).isInstanceOf(RuleBroken.class);
        }
    }

    @Test
    void wordsDecisionsByRowsAndRefusesBracesItCannotFill() {
        DecisionForm form = forms.get(DecisionKind.DISSOLVE);
        assertThatThrownBy(() -> forms.edit(new DecisionForm(
                        form.kind(),
                        form.version(),
                        "Về việc {gì đó}",
                        form.authority(),
                        form.grounds(),
                        form.articles(),
                        form.recipients(),
                        form.signers())))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("{gì đó}");
        forms.edit(form);
        assertThatThrownBy(() -> forms.edit(form)).isInstanceOf(Stale.class);
        assertThat(forms.all()).extracting(DecisionForm::kind).containsExactly(DecisionKind.values());
    }

    @Test
    void opensEveryPage() {
        long id = draft(DecisionKind.RENEW, SIGNED);
        for (String page : new String[] {
            "/teams/decisions",
            "/teams/decisions/new?team=" + ward.team,
            "/teams/decisions/" + id,
            "/teams/guide/merger-2023",
            "/teams/combination?with=" + ward.team,
            "/teams/responsible",
            "/teams/coverage",
            "/teams/coverage.csv?gap=TRAINING",
            "/teams/" + ward.team + "/split",
            "/teams/" + ward.team + "/area",
            "/teams/" + ward.team + "/renewal"
        }) {
            assertThat(get(page)).as(page).isNotEmpty();
        }
    }

    private String get(String path) {
        var result = mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, ward.officer.accountId())))
                .exchange();
        assertThat(result).as(path).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private long draft(DecisionKind kind, LocalDate day) {
        return decisions.draft(new DecisionDraft(kind, Set.of(ward.team), day, "sắp xếp lại"), ward.officer);
    }

    private static DecisionPaper.Signature signature(String number) {
        return new DecisionPaper.Signature(number, SIGNED, "Nguyễn Văn An");
    }

    /** Everything a Word document says, cells of a row parted by tabs. */
    private static String word(byte[] content) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            StringBuilder text = new StringBuilder();
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                text.append(paragraph.getText()).append('\n');
            }
            for (XWPFTable table : document.getTables()) {
                table.getRows().forEach(row -> text.append(row.getTableCells().stream()
                                .map(cell -> cell.getText())
                                .collect(Collectors.joining("\t")))
                        .append('\n'));
            }
            return text.toString();
        }
    }
}
