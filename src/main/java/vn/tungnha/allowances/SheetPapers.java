package vn.tungnha.allowances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.papers.Block;
import vn.tungnha.papers.Paper;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** The sheet that is signed, as a Vietnamese paper: for a ward with all its teams, or for one team. */
@Component
@RequiredArgsConstructor
public class SheetPapers {

    static final List<Block.Column> RECEIVERS = List.of(
            new Block.Column("STT", 7, "center"),
            new Block.Column("Họ và tên", 28, "left"),
            new Block.Column("Chức danh", 14, "left"),
            new Block.Column("Số ngày", 9, "center"),
            new Block.Column("Mức chi (đồng)", 13, "right"),
            new Block.Column("Thành tiền (đồng)", 15, "right"),
            new Block.Column("Ký nhận", 14, "center"));

    private static final List<Block.Column> TEAMS = List.of(
            new Block.Column("STT", 7, "center"),
            new Block.Column("Tổ", 26, "left"),
            new Block.Column("Người nhận thay tổ", 26, "left"),
            new Block.Column("Thành tiền (đồng)", 20, "right"),
            new Block.Column("Ký nhận", 21, "center"));

    private static final List<Block.Column> DIFFERENCES = List.of(
            new Block.Column("STT", 7, "center"),
            new Block.Column("Tổ, họ và tên", 25, "left"),
            new Block.Column("Kỳ", 9, "center"),
            new Block.Column("Lý do", 31, "left"),
            new Block.Column("Số tiền (đồng)", 15, "right"),
            new Block.Column("Ký nhận", 13, "center"));

    private static final Map<String, String> ROLES =
            Map.of("LEADER", "Tổ trưởng", "DEPUTY", "Tổ phó", "MEMBER", "Thành viên");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Clock clock;

    /** @param team null = the whole ward */
    public Paper sheet(MonthSheet sheet, @Nullable Long team) {
        List<PayLine> lines = team == null ? sheet.lines() : sheet.of(team).toList();
        List<PayRow> rows = PayRow.of(lines, sheet.rules());
        List<Block> body = new ArrayList<>();
        body.add(new Block.Text(basis(sheet.rules()), false));
        teams(rows, body);
        members(rows, body);
        differences(rows, body);
        long total = lines.stream().mapToLong(PayLine::amount).sum();
        body.add(new Block.Text("Tổng cộng: " + Vn.vi().number(total) + " đồng.", false));
        body.add(new Block.Text("Bằng chữ: " + AmountInWords.dong(total) + ".", false));
        fundings(lines, sheet.rules()).ifPresent(it -> body.add(new Block.Text(it, false)));
        body.add(new Block.Signatures(
                team == null
                        ? List.of("NGƯỜI LẬP BẢNG", "KẾ TOÁN", "TM. ỦY BAN NHÂN DÂN")
                        : List.of("TỔ TRƯỞNG", "NGƯỜI LẬP BẢNG", "TM. ỦY BAN NHÂN DÂN")));
        String whose = team == null || rows.isEmpty()
                ? "cho các Tổ công nghệ số cộng đồng"
                : "cho " + rows.get(0).teamName();
        return paper(sheet, "BẢNG CHI HỖ TRỢ", whose + " " + month(sheet), null, body, List.of(), List.of());
    }

    Paper paper(
            MonthSheet sheet,
            String title,
            String subject,
            @Nullable String number,
            List<Block> body,
            List<String> recipients,
            List<String> signers) {
        return new Paper(
                List.of(),
                List.of("ỦY BAN NHÂN DÂN", sheet.ward().fullName().toUpperCase(VIETNAMESE)),
                number,
                sheet.ward().name() + ", " + date(),
                title,
                List.of(subject),
                null,
                body,
                state(sheet),
                recipients,
                signers,
                List.of());
    }

    static String month(MonthSheet sheet) {
        LocalDate last = sheet.period().named().last();
        return "tháng " + last.getMonthValue() + " năm " + last.getYear();
    }

    static String basis(List<AllowanceRule> rules) {
        return rules.isEmpty()
                ? "Không có quy định chi nào có hiệu lực trong kỳ."
                : "Căn cứ "
                        + rules.stream()
                                .map(AllowanceRule::legalBasis)
                                .distinct()
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private static void teams(List<PayRow> rows, List<Block> body) {
        List<PayRow> ofTeams = rows.stream().filter(PayRow::isForTeam).toList();
        if (ofTeams.isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        for (PayRow row : ofTeams) {
            cells.add(List.of(String.valueOf(cells.size() + 1), row.teamName(), row.name(), money(row.amount()), ""));
        }
        cells.add(List.of("", "Cộng", "", money(sum(ofTeams)), ""));
        body.add(new Block.Heading(1, "I. Hỗ trợ hoạt động của tổ"));
        body.add(new Block.Grid(TEAMS, cells));
    }

    private static void members(List<PayRow> rows, List<Block> body) {
        Map<Long, List<PayRow>> byTeam = rows.stream()
                .filter(PayRow::isForMember)
                .collect(Collectors.groupingBy(PayRow::team, LinkedHashMap::new, Collectors.toList()));
        if (byTeam.isEmpty()) {
            return;
        }
        body.add(new Block.Heading(1, "II. Bồi dưỡng thành viên theo ngày"));
        int number = 0;
        for (List<PayRow> ofTeam : byTeam.values()) {
            number++;
            body.add(new Block.Heading(2, number + ". " + ofTeam.get(0).teamName()));
            List<List<String>> cells = new ArrayList<>();
            for (PayRow row : ofTeam) {
                cells.add(List.of(
                        String.valueOf(cells.size() + 1),
                        row.name(),
                        role(row.role()),
                        String.valueOf(row.days()),
                        money(row.rate()),
                        money(row.amount()) + (row.isCapped() ? " *" : ""),
                        ""));
            }
            int days = ofTeam.stream().mapToInt(PayRow::days).sum();
            cells.add(List.of("", "Cộng", "", String.valueOf(days), "", money(sum(ofTeam)), ""));
            body.add(new Block.Grid(RECEIVERS, cells));
        }
        if (rows.stream().anyMatch(PayRow::isCapped)) {
            body.add(new Block.Text("(*) Đã đến mức tối đa trong tháng.", false));
        }
    }

    private static void differences(List<PayRow> rows, List<Block> body) {
        List<PayRow> later = rows.stream().filter(PayRow::isDifference).toList();
        if (later.isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        for (PayRow row : later) {
            cells.add(List.of(
                    String.valueOf(cells.size() + 1),
                    row.member() == null ? row.teamName() : row.teamName() + ", " + row.name(),
                    row.period().substring(5) + "/" + row.period().substring(0, 4),
                    row.reason() == null ? "" : row.reason(),
                    Vn.vi().signed(row.amount(), 0),
                    ""));
        }
        cells.add(List.of("", "Cộng", "", "", Vn.vi().signed(sum(later), 0), ""));
        body.add(new Block.Heading(1, "III. Điều chỉnh các kỳ đã khóa"));
        body.add(new Block.Grid(DIFFERENCES, cells));
    }

    private static Optional<String> fundings(List<PayLine> lines, List<AllowanceRule> rules) {
        Map<Long, String> funding =
                rules.stream().collect(Collectors.toMap(AllowanceRule::id, AllowanceRule::funding, (one, same) -> one));
        Map<String, Long> sums = new TreeMap<>();
        lines.forEach(it -> sums.merge(funding.getOrDefault(it.rule(), ""), it.amount(), Long::sum));
        sums.remove("");
        return sums.isEmpty()
                ? Optional.empty()
                : Optional.of("Nguồn kinh phí: "
                        + sums.entrySet().stream()
                                .map(it -> it.getKey() + " " + money(it.getValue()) + " đồng")
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private static String state(MonthSheet sheet) {
        FrozenSheet frozen = sheet.frozen();
        return sheet.asLocked() && frozen != null
                ? "Số liệu theo bản khóa kỳ lúc " + Vn.vi().moment(frozen.frozenAt()) + "."
                : "Số liệu chưa khóa, còn có thể thay đổi.";
    }

    private String date() {
        LocalDate today = Days.today(clock);
        return "ngày ...... tháng " + (today.getMonthValue() <= 2 ? "0" : "") + today.getMonthValue() + " năm "
                + today.getYear();
    }

    public static String role(String role) {
        return ROLES.getOrDefault(role, role);
    }

    static String money(long amount) {
        return Vn.vi().number(amount);
    }

    private static long sum(List<PayRow> rows) {
        return rows.stream().mapToLong(PayRow::amount).sum();
    }
}
