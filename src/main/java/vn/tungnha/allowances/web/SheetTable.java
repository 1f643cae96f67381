package vn.tungnha.allowances.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.allowances.AmountInWords;
import vn.tungnha.allowances.MonthSheet;
import vn.tungnha.allowances.PayLine;
import vn.tungnha.allowances.PayRow;
import vn.tungnha.allowances.SheetPapers;
import vn.tungnha.allowances.TeamTotal;
import vn.tungnha.allowances.WardTotal;
import vn.tungnha.shared.table.TableWriter;

/** Sheets as tables. The one that is signed is a Vietnamese paper whatever the reader's language. */
final class SheetTable {

    private static final List<String> RECEIVERS = List.of(
            "STT",
            "Tổ",
            "Họ và tên",
            "Chức danh",
            "Nội dung",
            "Kỳ",
            "Số ngày",
            "Mức chi (đồng)",
            "Thành tiền (đồng)",
            "Ký nhận",
            "Ghi chú");

    private SheetTable() {}

    /** @param team null = the whole ward */
    static void write(MonthSheet sheet, @Nullable Long team, TableWriter out) throws IOException {
        List<PayLine> lines = team == null ? sheet.lines() : sheet.of(team).toList();
        List<PayRow> rows = PayRow.of(lines, sheet.rules());
        out.heading(RECEIVERS);
        int number = 0;
        for (PayRow row : rows) {
            number++;
            out.row(Arrays.asList(
                    number,
                    row.teamName(),
                    row.name(),
                    SheetPapers.role(row.role()),
                    what(row),
                    row.period(),
                    row.isForTeam() ? null : row.days(),
                    row.rate(),
                    row.amount(),
                    null,
                    note(row)));
        }
        int days =
                rows.stream().filter(PayRow::isForMember).mapToInt(PayRow::days).sum();
        long amount = lines.stream().mapToLong(PayLine::amount).sum();
        out.row(Arrays.asList(null, null, "Tổng cộng", null, null, null, days, null, amount));
        out.row(Arrays.asList(null, null, "Bằng chữ: " + AmountInWords.dong(amount)));
        out.row(List.of());
        out.row(Arrays.asList(null, null, "NGƯỜI LẬP BẢNG", null, "KẾ TOÁN", null, null, null, "TM. ỦY BAN NHÂN DÂN"));
    }

    static void totals(MonthSheet sheet, Words words, TableWriter out) throws IOException {
        out.heading(List.of(
                words.say("team"),
                words.say("members"),
                words.say("days-paid"),
                words.say("of-team"),
                words.say("of-members"),
                words.say("difference"),
                words.say("sum")));
        for (TeamTotal team : TeamTotal.of(sheet)) {
            out.row(List.of(
                    team.name(),
                    team.members(),
                    team.days(),
                    team.ofTeam(),
                    team.ofMembers(),
                    team.difference(),
                    team.amount()));
        }
    }

    static void wards(List<WardTotal> wards, Words words, TableWriter out) throws IOException {
        out.heading(List.of(words.say("ward"), words.say("teams.number"), words.say("sum"), words.say("state")));
        for (WardTotal ward : wards) {
            List<Object> cells = new ArrayList<>();
            cells.add(ward.ward().fullName());
            cells.add(ward.teams());
            cells.add(ward.amount());
            cells.add(words.say(ward.locked() ? "above.locked" : "above.open"));
            out.row(cells);
        }
    }

    private static String what(PayRow row) {
        if (row.isDifference()) {
            return "Điều chỉnh kỳ đã khóa";
        }
        return row.isForTeam() ? "Hỗ trợ hoạt động của tổ" : "Bồi dưỡng theo ngày";
    }

    private static @Nullable String note(PayRow row) {
        return row.isCapped() ? "Đã đến mức tối đa trong tháng" : row.reason();
    }
}
