package vn.tungnha.households;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.NamedPlaces;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Column.Nature;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.TakesBack;

/** Households with their people from a file: one row per person, rows of one address make one household. */
@Component
@RequiredArgsConstructor
class HouseholdImport implements ImportKind<CurrentUser> {

    static final List<Column> COLUMNS = List.of(
            Column.optional("commune", "Phường, xã", "Commune", "Thanh Khê", "phường", "xã", "mã phường"),
            Column.required(
                    "village", "Tổ, thôn", "Village", "Tổ 12", "tổ", "thôn", "tổ dân phố", "khu dân cư", "mã tổ"),
            Column.required(
                    "alley",
                    "Đường, kiệt",
                    "Street or alley",
                    "Kiệt 112 Hải Phòng",
                    "địa chỉ",
                    "đường",
                    "kiệt",
                    "ngõ",
                    "hẻm"),
            Column.required("number", "Số nhà", "House number", "K112/14", "số"),
            Column.optional("householder", "Chủ hộ", "Householder", "Nguyễn Văn Sáu", "họ tên chủ hộ", "tên chủ hộ")
                    .as(Nature.PERSON),
            Column.optional("name", "Họ tên", "Name", "Nguyễn Văn Sáu", "họ và tên", "tên", "họ tên người")
                    .as(Nature.PERSON),
            Column.optional(
                            "birthYear",
                            "Năm sinh",
                            "Birth year",
                            "1958",
                            "ngày sinh",
                            "sinh năm",
                            "ngày tháng năm sinh")
                    .as(Nature.YEAR),
            Column.optional("sex", "Giới tính", "Sex", "Nam"),
            Column.optional("stay", "Cư trú", "Stay", "Thường trú", "loại cư trú", "tình trạng cư trú"),
            Column.optional("phone", "Điện thoại", "Phone", "0905 123 112", "số điện thoại", "sđt", "đt")
                    .as(Nature.PHONE),
            Column.optional("smartphone", "Điện thoại thông minh", "Smartphone", "Có", "có smartphone"),
            Column.optional("children", "Số trẻ dưới 14", "Children under 14", "2", "số trẻ em"),
            Column.optional("kind", "Loại hộ", "Kind", "Hộ kinh doanh", "loại"),
            Column.optional("label", "Biển hiệu", "Sign", "Tạp hóa Sáu", "tên cơ sở", "tên hộ kinh doanh"),
            Column.optional(
                    "citizen",
                    "Số CCCD",
                    "Citizen number",
                    "",
                    "cccd",
                    "căn cước",
                    "số định danh",
                    "số căn cước công dân",
                    "cmnd",
                    "số cmnd"));

    private final NamedPlaces places;
    private final HouseholdWrites households;
    private final HouseholdImportUndo undo;
    private final ResidentWrites residents;
    private final CitizenNumbers citizens;
    private final LiveFigures figures;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public String code() {
        return "households";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> carried() {
        return List.of("commune", "village", "alley", "number", "householder");
    }

    @Override
    public TakesBack<CurrentUser> undoing() {
        return undo;
    }

    @Override
    public ImportReading open(CurrentUser user) {
        RowReader reader = new RowReader(places.of(user, Data.PEOPLE), citizens, Days.today(clock));
        return new HouseholdReading(
                reader,
                new KnownHouseholds(jdbc, Days.today(clock)),
                households,
                residents,
                figures,
                entities,
                jdbc,
                user);
    }
}
