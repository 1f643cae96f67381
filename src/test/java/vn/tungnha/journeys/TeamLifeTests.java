package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;

/** A team's papers: the decision that founds it, and what its first leader hands to the second. */
class TeamLifeTests extends Journey {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void decidesOnATeamAndHandsItOn() throws IOException {
        LocalDate founded = today().minusDays(30);
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        Page page = official.page();
        TeamForm form = TeamForm.open(official);
        String team = form.establish("Tổ Bàn Giao", 881, founded);
        form.addLeader("Phạm Thị Nhàn", "0905881881", founded);
        official.open("/teams/" + team + "/members/new");
        page.locator("#name").fill("Lê Văn Kế");
        page.locator("#joinedOn").fill(founded.toString());
        button(page, "Lưu").click();
        assertThat(page.locator("#members")).isVisible();

        decide(official, team, founded);

        String successor = account(team, "Lê Văn Kế");
        official.open("/teams/" + team + "/leader");
        page.getByLabel("Lê Văn Kế").check();
        button(page, "Đổi tổ trưởng").click();
        assertThat(page.locator("main")).containsText("Lê Văn Kế nhận bàn giao từ Phạm Thị Nhàn: chưa xác nhận");

        takeOver(successor);

        official.open("/teams/" + team);
        assertThat(page.locator("main")).containsText("Lê Văn Kế đã nhận bàn giao từ Phạm Thị Nhàn");
    }

    private void decide(Visitor official, String team, LocalDate founded) throws IOException {
        Page page = official.page();
        official.open("/teams/" + team);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Soạn quyết định"))
                .click();
        page.locator("#effective").fill(founded.toString());
        button(page, "Soạn dự thảo").click();
        assertThat(page.locator(".report")).containsText("Về việc thành lập");
        assertThat(page.locator(".report")).containsText("Phạm Thị Nhàn");
        requireAccessible(page);

        Download word = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải Word"))
                        .click());
        try (InputStream content = Files.newInputStream(word.path());
                XWPFDocument document = new XWPFDocument(content)) {
            assertThat(document.getTables())
                    .anyMatch(table -> table.getText().contains("Lê Văn Kế")
                            && table.getText().contains("Phạm Thị Nhàn"));
        }

        page.locator("#number").fill("88/QĐ-UBND");
        page.locator("#dated").fill(today().toString());
        page.locator("#signer").fill("Chủ tịch Nguyễn Văn An");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "quyet-dinh-88.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        button(page, "Ghi vào sổ").click();
        assertThat(page.locator("main")).containsText("quyet-dinh-88.pdf");
        requireAccessible(page);

        official.open("/teams/" + team);
        Locator told = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Quyết định thành lập 88/QĐ-UBND ngày"));
        assertThat(told).isVisible();
    }

    private void takeOver(String successor) {
        Visitor leader = visitor(Device.PHONE);
        LoginPage.open(leader).signIn(successor, TestAccounts.PASSWORD);
        Page page = leader.page();
        leader.open("/notices");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mời nhận bàn giao từ Phạm Thị Nhàn"))
                .click();
        assertThat(page.locator(".report")).containsText("BIÊN BẢN");
        requireAccessible(page);
        button(page, "Đã nhận bàn giao").click();
        assertThat(page.locator(".c-good").first()).containsText("Đã nhận bàn giao");
    }

    /** Somebody with an account from the beginning, as a ward would have opened it. */
    private String account(String team, String member) {
        String username = "ke" + UUID.randomUUID();
        TestAccounts accounts = new TestAccounts(sql);
        UUID account = accounts.account(username);
        accounts.assign(account, Role.TEAM_MEMBER, null, Long.valueOf(team), Days.SINCE_EVER, Days.FOREVER);
        sql.sql("update team_member set account_id = ? where team_id = ? and name = ?")
                .params(account, Long.valueOf(team), member)
                .update();
        return username;
    }

    private static void requireAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
