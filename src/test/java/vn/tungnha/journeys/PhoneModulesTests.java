package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.VietnameseText;

/** The pure functions of the phone, run where they will run, against the server's own. */
@Tag("slow")
class PhoneModulesTests {

    private static final String ZALO = "Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Version/4.0 Chrome/120.0 Mobile Safari/537.36 Zalo android/12090555";
    private static final String FACEBOOK = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/420.0]";
    private static final String TIKTOK = "Mozilla/5.0 (Linux; Android 11; RMX2185; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Version/4.0 Chrome/110.0 Mobile Safari/537.36 musical_ly_2023 BytedanceWebview/d8a21c6";
    private static final String WEBVIEW = "Mozilla/5.0 (Linux; Android 13; Pixel; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Version/4.0 Chrome/120.0 Mobile Safari/537.36";
    private static final String CHROME = "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 Mobile Safari/537.36";
    private static final String SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

    @Test
    void knowsTheBrowsersThatLoseThings() {
        assertThat(app(ZALO)).isEqualTo("zalo");
        assertThat(app(FACEBOOK)).isEqualTo("facebook");
        assertThat(app(TIKTOK)).isEqualTo("tiktok");
        assertThat(app(WEBVIEW)).isEqualTo("webview");
        assertThat(app(CHROME)).isNull();
        assertThat(app(SAFARI)).isNull();
        assertThat(detect("{ua: told}", SAFARI)).containsEntry("evicts", true).containsEntry("system", "ios");
        assertThat(detect("{ua: told, standalone: true}", SAFARI)).containsEntry("evicts", false);
        assertThat(detect("{ua: told}", CHROME)).containsEntry("evicts", false).containsEntry("offline", true);
        assertThat(detect("{ua: told, secure: false}", CHROME)).containsEntry("offline", false);
    }

    @Test
    void foldsAndOrdersAsTheServerDoes() {
        List<String> words = List.of(
                "Nguyễn Thị  Thuỷ", "ĐẶNG Hữu Phước", "Kiệt 112, Hải Phòng", "hoà", "Ưng Ờ", "12/3 a.b;c", "Lê\u0300 Ba\u0301");
        assertThat(call("text", "words.map(m.fold)", "words", words))
                .isEqualTo(words.stream().map(SortKeys::fold).toList());
        List<String> numbers = List.of("12", "12A", "12/3", "12/14", "14", "K112/9", "9", "", "12B/2", "102", "012", "A2", "12/3A");
        List<String> sorted = numbers.stream().sorted(VietnameseText.NATURAL_ORDER).toList();
        assertThat(call("text", "[...words].sort(m.compareNaturally)", "words", numbers)).isEqualTo(sorted);
        assertThat(call("text", "words.map(m.naturalKey)", "words", numbers))
                .isEqualTo(numbers.stream().map(VietnameseText::naturalKey).toList());
    }

    @Test
    void findsWordsInAnyOrder() {
        assertThat(call("text", "words.map((typed) => m.matches(m.fold('K112/14 Hải Phòng Nguyễn Văn Sáu'), typed))", "words",
                        List.of("sau nguyen", "SÁU 112", "hai phong 14", "bong")))
                .isEqualTo(List.of(true, true, true, false));
    }

    /** A visit waiting on the phone counts as done, moves the next household on, and leaves what the ward knew alone. */
    @Test
    void laysWhatWaitsOverTheSnapshot() {
        Object told = call(
                "round",
                """
                (() => {
                  const snapshot = { at: '2026-11-22T01:00:00Z', plan: 2, next: ['b', 'c', 'd'], types: [{ code: 'T', minAge: 15, onForm: true }] };
                  const homes = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, n: String(2 * at + 2), p: [[id + '1', 'Lê Ba', 1960, 'MALE', 1, '.']] }));
                  homes[0] = { ...homes[0], lo: 'MET', st: 'MET', la: '2026-11-22T00:30:00Z' };
                  homes[3] = { ...homes[3], f: '2026-11-22T03:00:00Z', lo: 'FOLLOW_UP', la: '2026-11-20T03:00:00Z' };
                  const alleys = [{ key: 'Kiệt 1 X', households: homes }];
                  const visit = { id: 'v', kind: 'visit', state: 'waiting', storedAt: '2026-11-22T02:00:00Z', body: { householdId: 'b',
                    visitedAt: '2026-11-22T09:00:00+07:00', outcome: 'MET', activations: [{ residentId: 'b1', accountType: 'T', result: 'ACTIVATED' }] } };
                  const before = m.round(snapshot, m.overlay(snapshot, alleys, []), '2026-11-22');
                  const laid = m.overlay(snapshot, alleys, [visit]);
                  const after = m.round(snapshot, laid, '2026-11-22');
                  return [before.done, before.next.map((one) => one.id).join(), after.done, after.next.map((one) => one.id).join(),
                    after.counts.MET, laid[1].waiting, laid[1].persons[0].held, after.waiting];
                })()""",
                "words",
                List.of());
        assertThat(told).isEqualTo(List.of(1, "d", 2, "", 2, true, "a", 1));
    }

    private String app(String agent) {
        return (String) detect("{ua: told}", agent).get("app");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> detect(String told, String agent) {
        return (Map<String, Object>) call("detect", "m.detect(" + told + ")", "told", agent);
    }

    private Object call(String module, String expression, String name, Object argument) {
        try (BrowserContext context = Chromium.browser().newContext()) {
            String script = "async (" + name + ") => { const m = await import('/js/phone/" + module + ".js'); return "
                    + expression + "; }";
            return PhoneModules.serve(context).evaluate(script, argument);
        }
    }
}
