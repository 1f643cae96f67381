package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Column.Nature;
import vn.tungnha.shared.table.RowCheck;

/** The cells of a row that speak of a member. */
class MemberCells {

    static final List<Column> COLUMNS = List.of(
            Column.optional(
                            "member",
                            "Họ tên thành viên",
                            "Member",
                            "Trần Văn Hòa",
                            "họ tên",
                            "họ và tên",
                            "thành viên",
                            "tên thành viên")
                    .as(Nature.PERSON),
            Column.optional("role", "Vai trò", "Role", "Tổ trưởng", "chức vụ", "chức danh"),
            Column.optional(
                    "organisation",
                    "Thành phần",
                    "Organisation",
                    "Đoàn Thanh niên",
                    "tổ chức",
                    "đại diện",
                    "tổ chức đại diện"),
            Column.optional("phone", "Điện thoại", "Phone", "0905 123 112", "số điện thoại", "sđt", "đt")
                    .as(Nature.PHONE),
            Column.optional("joinedOn", "Tham gia từ", "Joined on", "29/11/2023", "ngày tham gia")
                    .as(Nature.DAY));

    private static final Map<String, TeamRole> ROLES = Map.of(
            "to truong", TeamRole.LEADER,
            "leader", TeamRole.LEADER,
            "to pho", TeamRole.DEPUTY,
            "pho to truong", TeamRole.DEPUTY,
            "deputy", TeamRole.DEPUTY,
            "thanh vien", TeamRole.MEMBER,
            "to vien", TeamRole.MEMBER,
            "member", TeamRole.MEMBER);

    private final Map<String, String> organisations = new HashMap<>();
    private final LocalDate today;

    MemberCells(TeamCatalogue catalogue, Map<String, String> badges, LocalDate today) {
        this.today = today;
        for (Locale locale : List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH)) {
            for (Choice choice : catalogue.organisations(locale)) {
                organisations.put(SortKeys.fold(choice.text()), choice.value());
                organisations.put(SortKeys.fold(choice.value()), choice.value());
            }
        }
        badges.forEach((code, badge) -> organisations.putIfAbsent(SortKeys.fold(badge), code));
    }

    /** Null where the row names no member. */
    @Nullable
    MemberCommand read(RowCheck row, @Nullable LocalDate since) {
        String name = row.text("member");
        TeamRole role = row.choice("role", ROLES);
        String organisation = row.choice("organisation", organisations);
        String phone = row.phone("phone");
        LocalDate joined = row.day("joinedOn");
        if (name == null) {
            if (phone != null || role != null) {
                row.error("member", "imports.row.missing");
            }
            return null;
        }
        if (joined != null && joined.isAfter(today)) {
            row.error("joinedOn", "imports.row.future");
        }
        LocalDate from = joined == null ? since : joined;
        return new MemberCommand(
                name,
                role == null ? TeamRole.MEMBER : role,
                organisation,
                phone,
                null,
                from == null ? today : from,
                null);
    }
}
