package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.List;

/** A ward's report with the published figures, long enough for a second page. */
public final class TestPapers {

    private static final int LINES = 40;

    private TestPapers() {}

    public static Paper ward(String sentence) {
        PaperFigure procedures = TestFigures.rate("Tỷ lệ thủ tục hành chính cung cấp trực tuyến toàn trình", 138, 142)
                .target("95")
                .figure();
        PaperFigure quota = TestFigures.rate(
                        "Định danh số, tài khoản số và chữ ký số so với chỉ tiêu giao", 13781, 9955)
                .ofQuota()
                .figure();
        List<PaperFigure> figures = new ArrayList<>(List.of(procedures, quota));
        for (int i = 0; i < LINES; i++) {
            figures.add(TestFigures.count("Số hộ được tiếp cận lần " + i, "hộ", String.valueOf(i))
                    .figure());
        }
        return new Paper(
                List.of(),
                List.of("ỦY BAN NHÂN DÂN", "PHƯỜNG THANH KHÊ"),
                "Số: ....../BC-UBND",
                "Thanh Khê, ngày ...... tháng 10 năm 2024",
                "BÁO CÁO",
                List.of("Kết quả hoạt động của Tổ công nghệ số cộng đồng", "tháng 9 năm 2024"),
                "Kính gửi: Sở Khoa học và Công nghệ.",
                List.of(
                        Block.Heading.of("I. KẾT QUẢ THỰC HIỆN"),
                        new Block.Text(sentence, false),
                        FigureTables.results(figures)),
                "Số liệu đã khóa.",
                List.of("- Như trên;", "- Lưu: VT, VHXH."),
                List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
                figures);
    }
}
