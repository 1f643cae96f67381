package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every kind of page somebody can walk to, under the eyes of axe, and on the phone under a finger. */
class AccessibilityTests extends Journey {

    static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /**
     * Of many parts beside each other that are built alike (the same elements, classes, attributes and gaps, whatever
     * they say), five are read: the two hundredth row of a table has nothing to tell that the first have not.
     */
    private static final String WITHOUT_REPEATS = """
            () => {
              const built = (part) => [part, ...part.querySelectorAll('*')].map((one) => [one.localName,
                one.getAttribute('class'), one.getAttribute('role'), one.getAttributeNames().join(),
                one.textContent.trim() === ''].join(' ')).join('|');
              for (const whole of document.querySelectorAll('body *')) {
                if (whole.localName === 'form' || whole.children.length < 12) continue;
                const met = new Map();
                for (const part of whole.children) {
                  const kind = built(part);
                  met.set(kind, (met.get(kind) ?? 0) + 1);
                  if (met.get(kind) > 5) part.style.display = 'none';
                }
              }
            }""";

    private static final Map<String, Set<String>> EXAMINED = new HashMap<>();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** Those whose pages are nearly all seen above already. */
    @Tag("drill")
    @ParameterizedTest
    @CsvSource({"chutich, PHONE, /reports, 12, 12", "thanhpho, DESKTOP, /reports, 10, 10"})
    void findsNothingOnThePagesOfOthers(String username, Device device, String start, int atLeast, int most) {
        findsNothingOnThePagesOf(username, device, start, atLeast, most);
    }

    @ParameterizedTest
    @CsvSource({
        "tanchinh, DESKTOP, /, 30, 150",
        "thanhkhe, DESKTOP, /, 8, 150",
        "quantri, DESKTOP, /, 15, 150",
        "totruong33, PHONE, /, 12, 150"
    })
    void findsNothingOnThePagesOf(String username, Device device, String start, int atLeast, int most) {
        Visitor visitor = signedIn(username, device);
        assertClean(visitor, start, atLeast, most);
    }

    /** What somebody above may propose and set, and what a leader locks, is not all to be walked to from the start. */
    @Test
    void findsNothingOnThePagesOfThoseAbove() {
        Visitor province = signedIn("thanhpho", Device.DESKTOP);
        List<String> found = new ArrayList<>();
        for (String page : List.of("/reports/calendar?unit=48", "/units/changes", "/units/changes/new?at=48")) {
            check(province.open(page), found);
        }
        Visitor leader = signedIn("chutich", Device.DESKTOP);
        for (String page : List.of("/reports?period=2026-01", "/reports?period=2026-10", "/units/changes")) {
            check(leader.open(page), found);
        }

        assertThat(found).isEmpty();
    }

    /** An import begins with a file, which no link does; what is typed shows who is alike. */
    @Test
    void findsNothingOnThePagesOfAnImportAndOfDoubles() {
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        List<String> found = new ArrayList<>();
        send(official, "Người đứng tên;Nơi ở;Nhà số\nLê Thị Bông;Kiệt axe;14\n");
        examine(official, found);
        send(official, "Tổ;Đường;Số nhà;Chủ hộ;Họ tên;Năm sinh\nTổ 33;Kiệt axe;14;Tôn Nữ Axe;Tôn Nữ Axe;1961\n");
        examine(official, found);
        official.page().locator("form[action*=storing] button").click();
        official.page().locator("a[href$='/undo']").click();
        official.page().locator("#reason").waitFor();
        examine(official, found);
        for (String show : List.of("people", "houses", "questions", "done")) {
            check(official.open("/duplicates?show=" + show), found);
        }
        official.open("/duplicates");
        official.page()
                .locator("main a[href^='/duplicates/residents/']")
                .first()
                .click();
        examine(official, found);
        official.open("/households");
        official.page()
                .locator("main a[href^='/households/'][href*='-']")
                .first()
                .click();
        official.page().locator("main a[href$='/residents/new']").first().click();
        examine(official, found);

        assertThat(found).isEmpty();
    }

    private static void send(Visitor official, String text) {
        official.open("/imports/households");
        official.page()
                .setInputFiles(
                        "input[type=file]",
                        new FilePayload("a.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        official.page().locator("main form button[type=submit]").click();
        official.page().waitForLoadState();
    }

    @Test
    void findsNothingOnThePagesOfErrors() {
        List<String> found = new ArrayList<>();
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        official.expect(404).open("/teams/999999999");
        examine(official, found);
        official.open("/teams");
        official.page().locator("main tbody a[href^='/teams/']").first().click();
        official.page().locator("main a[href$='/edit']").first().click();
        official.page().locator("main form input[name=version]").evaluate("field => field.value = '-1'");
        official.page().locator("main form button[type=submit]").last().click();
        official.page().waitForLoadState();
        examine(official, found);
        assertThat(official.page().locator("main").innerText()).contains("Có người vừa sửa nội dung này");
        Visitor leader = signedIn("totruong33", Device.PHONE);
        leader.expect(404).open("/field/households/00000000-0000-4000-8000-000000000000");
        examine(leader, found);

        assertThat(found).isEmpty();
    }

    @Test
    void wouldFindWhatIsWrong() {
        Visitor visitor = visitor(Device.PHONE);
        LoginPage.open(visitor)
                .visitor()
                .page()
                .evaluate("() => document.querySelector('label[for=username]').remove()");
        List<String> found = new ArrayList<>();

        examine(visitor, found);

        assertThat(found).hasSize(1).first().asString().startsWith("/login: label");
    }

    @Test
    void findsNothingOnPagesForEverybody() {
        assertClean(visitor(Device.PHONE), "/login", 1, 5);
    }

    @Test
    void findsNothingOnPagesThatRefuse() {
        Visitor leader = signedIn("totruong33", Device.PHONE);
        List<String> found = new ArrayList<>();
        leader.open("/field/households/new");
        leader.page().locator("#action button").click();
        examine(leader, found);
        leader.open("/field/share");
        leader.page().locator("#action button").click();
        leader.page().locator(".errors").waitFor();
        examine(leader, found);
        TodayPage.open(leader).logAnother().save();
        leader.page().locator(".errors").waitFor();
        examine(leader, found);
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        official.open("/teams/new?unit=20209");
        official.page().locator("main form button[type=submit]").click();
        official.page().locator(".errors").waitFor();
        examine(official, found);
        Visitor stranger = visitor(Device.PHONE);
        LoginPage.open(stranger);
        stranger.page().locator("#username").fill("khong-ai");
        stranger.page().locator("#password").fill("sai mật khẩu");
        stranger.page().locator("main form button[type=submit]").click();
        stranger.page().locator(".errors").waitFor();
        examine(stranger, found);

        assertThat(found).isEmpty();
    }

    private void assertClean(Visitor visitor, String start, int atLeast, int most) {
        Crawl crawl = new Crawl(visitor, mappings, most);
        List<String> found = new ArrayList<>();

        int pages = crawl.from(start, () -> {
            check(visitor, found);
            Targets.missed(visitor.page()).forEach(one -> found.add(visitor.place() + ": " + one));
        });

        assertThat(found).isEmpty();
        assertThat(pages).as("kinds of pages").isGreaterThanOrEqualTo(atLeast);
    }

    /** A page on which nothing stands that axe has not seen on that page before, at that size, is not examined again. */
    private static boolean nothingNew(Visitor visitor) {
        String kind = visitor.place().split("[?#]", 2)[0].replaceAll("[0-9a-f-]{36}|\\d+", "*");
        Set<String> parts =
                EXAMINED.computeIfAbsent(visitor.page().viewportSize().width + " " + kind, first -> new HashSet<>());
        @SuppressWarnings("unchecked")
        List<String> here = (List<String>) visitor.page().evaluate("""
            () => [...new Set([...document.querySelectorAll('body *')].map((part) =>
              [part.localName, part.getAttribute('class'), part.getAttribute('role'), part.getAttribute('type'),
               part.parentElement.localName].join(' ')))]\
            """);
        return !parts.addAll(here);
    }

    private static void check(Visitor visitor, List<String> found) {
        if (!nothingNew(visitor)) {
            examine(visitor, found);
        }
    }

    /** With the whole page in sight: a bar that floats covers whatever happens to be below it until one scrolls. */
    static void examine(Visitor visitor, List<String> found) {
        visitor.page().evaluate(WITHOUT_REPEATS);
        ViewportSize screen = visitor.page().viewportSize();
        int whole = ((Number) visitor.page().evaluate("() => document.documentElement.scrollHeight")).intValue();
        visitor.page().setViewportSize(screen.width, Math.max(screen.height, whole));
        // our pages hold no frames, for which axe would otherwise open a second page each time
        new AxeBuilder(visitor.page())
                .setLegacyMode(true)
                .options(violationsOnly())
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(visitor.place() + ": " + rule.getId() + " (" + rule.getHelp() + ") at "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> String.valueOf(node.getHtml()))
                                .toList()));
        visitor.page().setViewportSize(screen.width, screen.height);
        visitor.page()
                .evaluate(
                        "() => document.querySelectorAll('[style*=\"display: none\"]').forEach((part) => { part.style.display = ''; })");
    }

    /** What passes is not told in full: it would be most of the work. */
    private static AxeRunOptions violationsOnly() {
        AxeRunOnlyOptions tags = new AxeRunOnlyOptions();
        tags.setType("tag");
        tags.setValues(RULES);
        AxeRunOptions options = new AxeRunOptions();
        options.setRunOnly(tags);
        options.setResultTypes(List.of("violations"));
        return options;
    }
}
