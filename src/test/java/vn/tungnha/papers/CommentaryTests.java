package vn.tungnha.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentaryTests {

    private static final TestFigures DOSSIERS = TestFigures.rate("Tỷ lệ hồ sơ nộp trực tuyến", 1806, 1919);
    private static final String NOTHING_BEFORE = "Chưa có số liệu tháng 8 năm 2024 để so sánh.";
    private static final String NOTHING_LAST_YEAR = "Chưa có số liệu tháng 9 năm 2023 để so sánh.";

    private final Commentary commentary =
            Commentary.of(PaperPeriod.parse("2024-09").orElseThrow());

    @Test
    void saysARateWithItsFractionChangeAndTarget() {
        assertThat(said(DOSSIERS.target("90").before("93.01", "94.31")))
                .containsExactly(
                        "Tỷ lệ hồ sơ nộp trực tuyến đạt 94,11% (1.806/1.919), tăng 1,10 điểm phần trăm so với tháng 8"
                                + " năm 2024, giảm 0,20 điểm phần trăm so với tháng 9 năm 2023; vượt chỉ tiêu được giao"
                                + " (90%) 4,11 điểm phần trăm.");
    }

    @Test
    void printsAsManyDecimalsAsTheDefinitionSays() {
        assertThat(said(DOSSIERS.withDecimals(1).target("95").before("93.01", null)))
                .first()
                .isEqualTo("Tỷ lệ hồ sơ nộp trực tuyến đạt 94,1% (1.806/1.919), tăng 1,1 điểm phần trăm so với tháng 8"
                        + " năm 2024; thấp hơn chỉ tiêu được giao (95%) 0,9 điểm phần trăm.");
        assertThat(said(DOSSIERS.withDecimals(0).target("96.5")))
                .first()
                .asString()
                .contains("đạt 94%", "2,5 điểm phần trăm");
    }

    @Test
    void saysThePublishedFiguresAsTheyWerePublished() {
        assertThat(said(
                        TestFigures.rate("Tỷ lệ thủ tục hành chính cung cấp trực tuyến toàn trình", 138, 142)
                                .before("97.18309859", null),
                        TestFigures.rate("Định danh số, tài khoản số và chữ ký số so với chỉ tiêu giao", 13781, 9955)
                                .ofQuota()
                                .before("130", null)))
                .containsExactly(
                        "Tỷ lệ thủ tục hành chính cung cấp trực tuyến toàn trình đạt 97,18% (138/142), không thay đổi"
                                + " so với tháng 8 năm 2024.",
                        "Định danh số, tài khoản số và chữ ký số so với chỉ tiêu giao đạt 138,43% (13.781/9.955), tăng"
                                + " 8,43 điểm phần trăm so với tháng 8 năm 2024; vượt số được giao 3.826.",
                        NOTHING_LAST_YEAR);
    }

    @Test
    void saysACountWithItsShareOfTheTarget() {
        assertThat(said(TestFigures.count("Số lượt hộ được hướng dẫn", "lượt", "1284")
                        .target("1200")
                        .before("1200", "1500")))
                .containsExactly(
                        "Số lượt hộ được hướng dẫn là 1.284 lượt, tăng 84 lượt (7,00%) so với tháng 8 năm 2024, giảm"
                                + " 216 lượt (14,40%) so với tháng 9 năm 2023; bằng 107,00% chỉ tiêu được giao (1.200).");
    }

    @Test
    void reckonsNoGrowthFromNothing() {
        assertThat(said(TestFigures.count("Số hộ được tiếp cận", "hộ", "12").before("0", "12")))
                .containsExactly(
                        "Số hộ được tiếp cận là 12 hộ, tăng 12 hộ so với tháng 8 năm 2024, không thay đổi so với tháng"
                                + " 9 năm 2023.");
    }

    @Test
    void namesWhatIsNotKnownInsteadOfCallingItNought() {
        assertThat(said(
                        TestFigures.count("Số người được hướng dẫn", "người", "0")
                                .before("3", null),
                        TestFigures.count("Buổi tập huấn", "buổi", null),
                        DOSSIERS.before(null, null)))
                .containsExactly(
                        "Số người được hướng dẫn là 0 người, giảm 3 người (100,00%) so với tháng 8 năm 2024.",
                        "Tỷ lệ hồ sơ nộp trực tuyến đạt 94,11% (1.806/1.919).",
                        "Chưa có số liệu về: buổi tập huấn.",
                        "Chưa có số liệu tháng 8 năm 2024 để so sánh về: tỷ lệ hồ sơ nộp trực tuyến.",
                        NOTHING_LAST_YEAR);
    }

    @Test
    void saysHowFarATargetWasMissed() {
        assertThat(said(DOSSIERS.target("95")))
                .first()
                .asString()
                .endsWith("thấp hơn chỉ tiêu được giao (95%) 0,89 điểm phần trăm.");
        assertThat(said(TestFigures.rate("Số được giao", 788, 1000).ofQuota()))
                .first()
                .asString()
                .endsWith("còn thiếu 212 so với số được giao.");
        assertThat(said(TestFigures.rate("Tỷ lệ quá hạn", 3, 100).target("5").lessIsBetter()))
                .first()
                .asString()
                .endsWith("trong mức được giao (không quá 5%).");
    }

    @Test
    void tellsWhatStandsBehindAFigure() {
        assertThat(said(DOSSIERS.over(91, 94).before("94", "94")))
                .first()
                .asString()
                .contains("(1.806/1.919; tính trên 91/94 đơn vị)");
        assertThat(said(TestFigures.rate("Tỷ lệ trực tuyến", 1, 1).stated("OVER", "90")))
                .containsExactly("Tỷ lệ trực tuyến đạt hơn 90% (số công bố).", NOTHING_BEFORE, NOTHING_LAST_YEAR);
    }

    @Test
    void keepsAbbreviationsInsideASentence() {
        assertThat(Commentary.decapitalised("TTHC toàn trình")).isEqualTo("TTHC toàn trình");
        assertThat(Commentary.decapitalised("Tỷ lệ")).isEqualTo("tỷ lệ");
    }

    private List<String> said(TestFigures... figures) {
        return commentary.sentences(
                Arrays.stream(figures).map(TestFigures::figure).toList());
    }
}
