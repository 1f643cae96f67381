package vn.tungnha.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.House;
import vn.tungnha.shared.KpiTile;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Stat;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.chart.BarChart;
import vn.tungnha.shared.chart.BarChart.Bar;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.shared.chart.Dumbbell;
import vn.tungnha.shared.chart.LineChart;
import vn.tungnha.shared.chart.LineChart.Frame;
import vn.tungnha.shared.chart.Ring;
import vn.tungnha.shared.chart.Series;
import vn.tungnha.shared.chart.Sparkline;
import vn.tungnha.shared.chart.TileMap;
import vn.tungnha.shared.chart.TileMap.Place;

/** Made-up contents for the page that shows every component; nothing here is anybody's figure. */
record Styleguide(Vn vn) {

    private static final List<String> MONTHS =
            List.of("10/2023", "11", "12", "01/2024", "02", "03", "04", "05", "06", "07", "08", "09");

    /** A form with one right and one wrong value, to show both states. */
    record Form(String phone, String birthYear, String ward, String note, String kind, boolean agreed) {}

    /** One colour of the palette. */
    record Swatch(String name, String hex, String use, String contrast) {}

    static Styleguide in(Locale locale) {
        return new Styleguide(Vn.in(locale));
    }

    public List<Swatch> swatches() {
        return List.of(
                new Swatch("chàm 900", "#131F45", "thanh đầu trang", "16,0:1 với trắng"),
                new Swatch("chàm 700", "#263C85", "nút chính, dữ liệu", "10,2:1 với trắng"),
                new Swatch("chàm 600", "#3550A6", "đường biểu diễn", "7,4:1 với trắng"),
                new Swatch("chàm 100", "#E4EAF9", "mục đã chọn", "chữ chàm 800 11,0:1"),
                new Swatch("mực 900", "#171A21", "chữ chính", "17,4:1 với trắng"),
                new Swatch("mực 600", "#4B5262", "chữ phụ", "7,8:1 với trắng"),
                new Swatch("mực 500", "#6B7282", "viền ô nhập", "4,8:1 với trắng"),
                new Swatch("giấy 50", "#FAF8F4", "nền trang", "chữ mực 900 16,4:1"),
                new Swatch("lá 600", "#25774A", "đạt", "5,5:1 với trắng"),
                new Swatch("lá 100", "#E3F3E9", "nền đạt", "chữ lá 700 7,3:1"),
                new Swatch("nghệ 600", "#9A5F00", "gần đạt", "5,2:1 với trắng"),
                new Swatch("nghệ 100", "#FFF3D6", "nền chờ gửi", "chữ 5E3A00 9,2:1"),
                new Swatch("gạch 600", "#B23420", "chưa đạt, lỗi", "6,2:1 với trắng"),
                new Swatch("gạch 100", "#FCEBE6", "nền lỗi", "chữ gạch 700 7,7:1"),
                new Swatch("nghệ 500", "#F2B134", "cánh cửa, số đếm", "chữ mực 900 9,2:1"),
                new Swatch("tiêu điểm", "#FFC21F", "viền khi chọn phím", "9,9:1 với chàm 900"));
    }

    public List<House> houses() {
        return List.of(
                new House("2", "met", false),
                new House("4", "met", false),
                new House("6", "absent", false),
                new House("5", "later", false),
                new House("8", "refused", false),
                new House("14", "next", false),
                new House("16", "none", false),
                new House("18", "met", true),
                new House("20/12", "none", false));
    }

    public List<Choice> wards() {
        return List.of(
                new Choice("", "Chọn phường"), new Choice("tc", "Tân Chính"), new Choice("tkd", "Thanh Khê Đông"));
    }

    public List<Choice> crumbs() {
        return List.of(new Choice("/styleguide", "Tổ và thành viên"));
    }

    public List<Choice> facts() {
        return List.of(
                new Choice("Quyết định thành lập", "103/QĐ-UBND ngày 29/11/2023"),
                new Choice("Đơn vị phụ trách", "Hội Liên hiệp Phụ nữ phường"),
                new Choice("Lịch ở điểm hỗ trợ", "Thứ Bảy hằng tuần, 08:00–11:00"));
    }

    public List<Stat> stats() {
        return List.of(
                new Stat("36", "tổ đang hoạt động", "35 tổ có ghi nhận trong 7 ngày"),
                new Stat("252", "thành viên", "trung bình 7 người mỗi tổ"),
                new Stat("231", "đã tập huấn", "còn 21 người, lớp tới 12/10/2024"),
                new Stat("34/36", "có nhóm Zalo", "2 tổ chưa có: tổ 5, tổ 7"));
    }

    public List<Segment> segments() {
        return List.of(
                new Segment("Tháng", "/styleguide", true),
                new Segment("Quý", "/styleguide?quarter", false),
                new Segment("Năm", "/styleguide?year", false));
    }

    public List<String> steps() {
        return List.of("Chọn tệp", "Ghép cột", "Xem trước, sửa lỗi", "Hoàn tất");
    }

    public Pages pages() {
        return Pages.of(
                PageOf.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), new Paging(3, 12), 96), "/styleguide", vn);
    }

    public List<KpiTile> tiles() {
        return List.of(
                tile("Thủ tục đưa lên trực tuyến toàn trình", "good", "Đạt chỉ tiêu", 97.2, "138/142 thủ tục", 95, 0.7),
                tile("Kích hoạt VNeID mức 2", "near", "Thiếu 212 người", 88.5, "12.523/14.150 người", 90, 0.9),
                tile("Chữ ký số cấp trong năm", "bad", "Chậm tiến độ", 45.8, "412/900 chữ ký số", 75, -0.2),
                new KpiTile(
                        "Hộ kinh doanh không tiền mặt",
                        null,
                        "none",
                        "Chưa có số liệu",
                        Vn.NONE,
                        "–/240 hộ kinh doanh",
                        null,
                        Bullet.of(null, 80, 100, "none", "Chưa có số liệu, chỉ tiêu 80%"),
                        "Chỉ tiêu 80%",
                        0,
                        null,
                        null,
                        "minh họa"));
    }

    private KpiTile tile(
            String name, String level, String word, double value, String fraction, double target, double change) {
        List<@Nullable Double> past = Arrays.asList(
                value - 9,
                value - 9,
                value - 8,
                value - 6,
                null,
                value - 4,
                value - 3,
                value - 2.5,
                value - 2,
                value - 1,
                value - 0.5,
                value);
        return new KpiTile(
                name,
                "/styleguide",
                level,
                word,
                vn.percent(value),
                fraction,
                Sparkline.tile(past, target, name + ", 12 tháng"),
                Bullet.of(value, target, 100, level, vn.percent(value) + ", chỉ tiêu " + vn.percent(target, 0)),
                "Chỉ tiêu " + vn.percent(target, 0),
                change > 0 ? 1 : -1,
                vn.points(change, 1),
                "so với T8",
                "minh họa");
    }

    public Bullet meter() {
        return Bullet.of(77.0, 80, 100, "near", "77,0%, chỉ tiêu 80%");
    }

    public Ring ring() {
        return Ring.of(7, 12, "7/12", "", "7 trên 12 hộ");
    }

    public Ring largeRing() {
        return Ring.of(82, 96, "82", "trên 96", "82 trên 96 lượt");
    }

    public Dumbbell dumbbell() {
        return Dumbbell.of(61, 90, 100, "từ 61% lên 90%");
    }

    public LineChart line() {
        List<Series> series = List.of(
                new Series("An Khê", List.of(79.2, 81, 82.6, 85, 87, 88.3, 89.6, 91.3, 92.5, 93.2, 94, 94.6), true),
                new Series(
                        "Tân Chính",
                        Arrays.asList(76.0, 78.0, 80.0, 82.0, null, 85.1, 86.8, 88.3, 89.0, 90.0, 91.2, 91.4),
                        true),
                new Series(
                        "Thanh Khê Đông", List.of(73.8, 76, 78, 79.4, 81, 82.8, 84, 85.1, 86.4, 87.3, 88, 88.5), true),
                new Series(
                        "Thanh Khê Tây",
                        List.of(73.2, 74.4, 75.8, 77.4, 78.6, 79.4, 80.6, 82, 82.7, 83.1, 84.4, 84.2),
                        true),
                new Series(
                        "Xuân Hà",
                        List.of(78.6, 80.2, 82, 83.6, 86.2, 87.4, 88.2, 89.6, 90.4, 91.4, 92.2, 92.8),
                        false));
        return LineChart.of(
                series,
                MONTHS,
                Frame.of("Kích hoạt VNeID mức 2, 12 tháng", value -> vn.percent(value, value % 1 == 0 ? 0 : 1))
                        .withTarget(90, "Chỉ tiêu 90%"));
    }

    public BarChart bars() {
        List<Bar> bars = List.of(
                new Bar("QIII/23", 70.1, 70, true),
                new Bar("QIV/23", 76.2, 75, true),
                new Bar("QI/24", 80.6, 80, false),
                new Bar("QII/24", 84.7, 85, false),
                new Bar("QIII/24", 88.5, 90, false),
                new Bar("QIV/24", null, 95, false));
        return BarChart.of(
                "Thực hiện và chỉ tiêu",
                bars,
                value -> vn.percent(value, 0),
                value -> vn.number(value, 1),
                "đổi mẫu số");
    }

    public TileMap map() {
        List<Place> places = List.of(
                place("Thanh Khê Tây", 84.2, "bad", 1, 1, false),
                place("Thanh Khê Đông", 88.5, "near", 2, 1, true),
                place("Xuân Hà", 92.8, "good", 3, 1, false),
                place("Tam Thuận", 90.3, "good", 4, 1, false),
                place("An Khê", 94.6, "good", 1, 2, false),
                place("Hòa Khê", 86.9, "near", 2, 2, false),
                place("Chính Gián", null, "none", 3, 2, false),
                place("Tân Chính", 91.4, "good", 4, 2, false));
        return TileMap.of(places, new double[] {85, 88, 90, 92}, value -> vn.percent(value, 0));
    }

    private Place place(String name, @Nullable Double value, String level, int column, int row, boolean picked) {
        return new Place(name, "/styleguide", value, vn.percent(value), "", level, column, row, picked);
    }
}
