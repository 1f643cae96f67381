package vn.tungnha.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tungnha.closing.ReportText;
import vn.tungnha.closing.TeamVoice;
import vn.tungnha.shared.RuleBroken;

/** What forms are made of: words in braces, lines of figures, and what teams wrote. */
class PlaceholdersTests {

    private static final Map<String, String> WORDS = Map.of("đơn vị", "Phường Thanh Khê", "kỳ", "tháng 9 năm 2024");

    @Test
    void fillsInWordsAndTheirCapitals() {
        assertThat(filled("UBND {ĐƠN VỊ}, {kỳ} ({KỲ})"))
                .isEqualTo("UBND PHƯỜNG THANH KHÊ, tháng 9 năm 2024 (THÁNG 9 NĂM 2024)");
    }

    @Test
    void fillsInFiguresAndTheirParts() {
        assertThat(filled("{ONLINE}: {ONLINE:tử số} trên {ONLINE.AGE_14:mẫu số}"))
                .isEqualTo("97,18%: 138 trên 142");
    }

    @Test
    void leavesWhatItDoesNotKnowForSomebodyToSee() {
        assertThat(filled("{ai đó} và $1")).isEqualTo("{ai đó} và $1");
        assertThat(Placeholders.isWord("ai đó")).isFalse();
        assertThat(Placeholders.figure("ai đó")).isNull();
    }

    @Test
    void readsLinesBackAsTheyWereWritten() {
        String text = "HOUSEHOLDS_COVERAGE.TOTAL:mẫu số | Số hộ | hộ | CT01\nVISITS\nTEAMS | Số tổ";

        assertThat(LineText.write(LineText.read(text, "lines0"))).isEqualTo(text);
        assertThatThrownBy(() -> LineText.read("lượt thăm", "lines3"))
                .asInstanceOf(type(RuleBroken.class))
                .satisfies(broken -> assertThat(broken.getField()).isEqualTo("lines3"))
                .satisfies(broken -> assertThat(broken.getArguments()).containsExactly("lượt thăm"));
    }

    @Test
    void gathersWhatTeamsSayInTheSameWords() {
        List<TeamVoice> voices = List.of(
                voice(1, "Tổ 3", "Sóng yếu"), voice(2, "Tổ 5", "- sóng yếu.\nThiếu máy"), voice(3, "Tổ 7", null));

        assertThat(Voices.gathered(voices, ReportText::difficulties, false))
                .containsExactly("- Sóng yếu (2 tổ: Tổ 3, Tổ 5).", "- Thiếu máy (Tổ 5).");
        assertThat(Voices.gathered(voices.subList(0, 1), ReportText::difficulties, true))
                .containsExactly("- Sóng yếu.");
    }

    private static TeamVoice voice(long id, String team, String difficulties) {
        return new TeamVoice(id, team, new ReportText(null, difficulties, null));
    }

    private static String filled(String text) {
        return Placeholders.fill(
                text, WORDS, it -> TestFigures.rate("Trực tuyến", 138, 142).figure());
    }
}
