package vn.tungnha.allowances;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.papers.Block;
import vn.tungnha.papers.Paper;

/** What a ward makes public: how much each team received, nobody by name. */
@Component
@RequiredArgsConstructor
public class NoticePapers {

    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column("STT", 7, "center"),
            new Block.Column("Tổ", 25, "left"),
            new Block.Column("Số người được chi", 12, "center"),
            new Block.Column("Số ngày", 10, "center"),
            new Block.Column("Hỗ trợ tổ (đồng)", 15, "right"),
            new Block.Column("Bồi dưỡng, điều chỉnh (đồng)", 15, "right"),
            new Block.Column("Tổng (đồng)", 16, "right"));

    private final SheetPapers papers;

    public Paper notice(MonthSheet sheet) {
        List<TeamTotal> totals = TeamTotal.of(sheet);
        List<List<String>> cells = new ArrayList<>();
        for (TeamTotal team : totals) {
            cells.add(row(String.valueOf(cells.size() + 1), team));
        }
        cells.add(row("", sum(totals)));
        List<Block> body = List.of(
                new Block.Text(SheetPapers.basis(sheet.rules()), false),
                new Block.Text(
                        sheet.ward().fullName() + " công khai kinh phí hỗ trợ các tổ " + SheetPapers.month(sheet)
                                + " như sau:",
                        false),
                new Block.Grid(COLUMNS, cells),
                new Block.Text("Tổng số tiền bằng chữ: " + AmountInWords.dong(sheet.amount()) + ".", false),
                new Block.Text(
                        "Mọi ý kiến về nội dung công khai, đề nghị gửi về Ủy ban nhân dân "
                                + sheet.ward().fullName().substring(0, 1).toLowerCase(Locale.ROOT)
                                + sheet.ward().fullName().substring(1) + ".",
                        false));
        return papers.paper(
                sheet,
                "THÔNG BÁO",
                "Công khai kinh phí hỗ trợ các Tổ công nghệ số cộng đồng " + SheetPapers.month(sheet),
                "Số: ....../TB-UBND",
                body,
                List.of("- Niêm yết tại trụ sở, nhà sinh hoạt cộng đồng;", "- Các tổ;", "- Lưu: VT, VHXH."),
                List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"));
    }

    static TeamTotal sum(List<TeamTotal> totals) {
        return new TeamTotal(
                0,
                "Tổng cộng",
                totals.stream().mapToInt(TeamTotal::members).sum(),
                totals.stream().mapToInt(TeamTotal::days).sum(),
                totals.stream().mapToLong(TeamTotal::ofTeam).sum(),
                totals.stream().mapToLong(TeamTotal::ofMembers).sum(),
                totals.stream().mapToLong(TeamTotal::difference).sum());
    }

    private static List<String> row(String number, TeamTotal team) {
        return List.of(
                number,
                team.name(),
                String.valueOf(team.members()),
                String.valueOf(team.days()),
                SheetPapers.money(team.ofTeam()),
                SheetPapers.money(team.ofMembers() + team.difference()),
                SheetPapers.money(team.amount()));
    }
}
