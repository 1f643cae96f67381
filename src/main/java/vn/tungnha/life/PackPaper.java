package vn.tungnha.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.papers.Block;
import vn.tungnha.papers.Paper;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamView;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The handover as a record both sides sign. */
@Component
@RequiredArgsConstructor
class PackPaper {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Vn VN = Vn.vi();

    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    Paper write(Handover handover, TeamView team, HandoverPack pack) {
        LocalDate today = Days.today(clock);
        Long commune = team.communeId();
        UnitView ward = commune == null ? null : units.get(commune, today);
        List<Block> body = new ArrayList<>();
        body.add(new Block.Text(
                "Bên giao: " + Objects.requireNonNullElse(handover.former(), "......")
                        + ", nguyên Tổ trưởng. Bên nhận: " + handover.successor() + ", Tổ trưởng từ ngày "
                        + VN.day(handover.from()) + ". Số liệu lúc " + VN.moment(clock.instant()) + ".",
                false));
        figures(body, pack);
        followUps(body, pack);
        households(body, pack);
        devices(body, pack);
        reports(body, pack);
        body.add(new Block.Heading(1, "VI. NHÓM LIÊN LẠC"));
        body.add(new Block.Text(
                team.group().url() == null
                        ? "Tổ chưa có nhóm Zalo."
                        : "Bên giao chuyển quyền trưởng nhóm cho bên nhận: "
                                + team.group().url() + ".",
                false));
        body.add(new Block.Signatures(List.of("BÊN GIAO", "BÊN NHẬN")));
        return new Paper(
                List.of(
                        ward == null
                                ? "ỦY BAN NHÂN DÂN"
                                : "UBND " + ward.fullName().toUpperCase(VIETNAMESE)),
                List.of(team.name().toUpperCase(VIETNAMESE)),
                null,
                (ward == null ? "......" : ward.name()) + ", ngày ...... tháng " + today.getMonthValue() + " năm "
                        + today.getYear(),
                "BIÊN BẢN",
                List.of("Bàn giao nhiệm vụ Tổ trưởng " + team.name()),
                null,
                body,
                "",
                List.of(),
                List.of(),
                List.of());
    }

    private static void figures(List<Block> body, HandoverPack pack) {
        body.add(new Block.Heading(1, "I. KẾT QUẢ CỦA TỔ ĐẾN NAY"));
        if (pack.figures().isEmpty()) {
            body.add(new Block.Text("Tổ chưa ghi nhận lượt thăm nào.", false));
            return;
        }
        body.add(new Block.Grid(
                List.of(new Block.Column("Nội dung", 70, "left"), new Block.Column("Kết quả", 30, "right")),
                pack.figures().stream()
                        .map(it -> List.of(it.nameVi(), VN.number(it.amount())))
                        .toList()));
    }

    private static void followUps(List<Block> body, HandoverPack pack) {
        body.add(new Block.Heading(1, "II. HẸN THĂM LẠI CÒN MỞ: " + VN.number(pack.followUpsInAll())));
        if (pack.followUps().isEmpty()) {
            body.add(new Block.Text("Không còn lời hẹn nào.", false));
            return;
        }
        body.add(new Block.Grid(
                List.of(
                        new Block.Column("Địa chỉ", 34, "left"),
                        new Block.Column("Chủ hộ", 26, "left"),
                        new Block.Column("Hẹn", 18, "center"),
                        new Block.Column("Ghi chú", 22, "left")),
                pack.followUps().stream()
                        .map(it -> List.of(
                                it.place(),
                                Objects.requireNonNullElse(it.householder(), ""),
                                VN.day(Days.of(it.promised())),
                                Objects.requireNonNullElse(it.note(), "")))
                        .toList()));
        if (pack.followUpsInAll() > pack.followUps().size()) {
            body.add(new Block.Text(
                    "Và " + VN.number(pack.followUpsInAll() - pack.followUps().size())
                            + " lời hẹn khác trên máy của tổ.",
                    false));
        }
    }

    private static void households(List<Block> body, HandoverPack pack) {
        body.add(new Block.Heading(
                1, "III. HỘ CHƯA GẶP: " + VN.number(pack.notMet()) + " TRONG " + VN.number(pack.households()) + " HỘ"));
        if (!pack.toDo().isEmpty()) {
            body.add(new Block.Grid(
                    List.of(
                            new Block.Column("Ngõ, kiệt", 50, "left"),
                            new Block.Column("Số hộ", 25, "right"),
                            new Block.Column("Chưa gặp", 25, "right")),
                    pack.toDo().stream()
                            .map(it -> List.of(
                                    Objects.requireNonNullElse(it.name(), ""),
                                    VN.number(it.households()),
                                    VN.number(it.toDo())))
                            .toList()));
        }
    }

    private static void devices(List<Block> body, HandoverPack pack) {
        body.add(new Block.Heading(1, "IV. ĐIỆN THOẠI CỦA BÊN GIAO VÀ VIỆC CHƯA GỬI"));
        if (!pack.devices().isEmpty()) {
            body.add(new Block.Grid(
                    List.of(
                            new Block.Column("Máy", 50, "left"),
                            new Block.Column("Kết nối gần nhất", 30, "center"),
                            new Block.Column("Việc chưa gửi", 20, "right")),
                    pack.devices().stream()
                            .map(it -> List.of(
                                    Objects.requireNonNullElse(it.name(), "Không rõ")
                                            + (it.revoked() ? " (đã ngắt)" : ""),
                                    VN.moment(it.seen()),
                                    VN.number(it.unsent())))
                            .toList()));
        }
        body.add(new Block.Text(
                "Việc máy báo còn giữ: " + VN.number(pack.unsent()) + ". Lượt thăm đang chờ phường xem: "
                        + VN.number(pack.held()) + ".",
                false));
    }

    private void reports(List<Block> body, HandoverPack pack) {
        body.add(new Block.Heading(
                1, "V. BÁO CÁO CÒN MỞ: " + VN.number(pack.reports().size())));
        if (pack.reports().isEmpty()) {
            body.add(new Block.Text("Không còn báo cáo nào.", false));
        }
        pack.reports()
                .forEach(it -> body.add(new Block.Text(
                        "Kỳ " + it.period() + " (đến ngày " + VN.day(it.last()) + "): "
                                + messages.getMessage(status(it), null, VIETNAMESE) + ".",
                        false)));
    }

    static String status(HandoverPack.Open open) {
        return "life.report." + Objects.requireNonNullElse(open.status(), "NONE");
    }
}
