package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up people of one village, household by household, as they should come out of any file. */
record Register(String village, List<Map<String, String>> people) {

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Hồ", "Đỗ");
    private static final List<String> MIDDLE = List.of("Thị", "Văn", "Quốc", "Minh", "Ngọc", "Hữu", "Thị Mỹ", "Đình");
    private static final List<String> GIVEN =
            List.of("Hường", "Đạt", "Lệ", "Sáu", "Bảy", "Tuấn", "Long", "Phước", "Mai");
    private static final List<String> ALLEYS = List.of("Kiệt 112 Hải Phòng", "Đường Lê Duẩn", "Hẻm 4 Thái Phiên");

    static Register of(Random random, int village, int households) {
        List<Map<String, String>> people = new ArrayList<>();
        for (int household = 0; household < households; household++) {
            String alley = pick(ALLEYS, random);
            String number = "K" + (10 + village) + "/" + (2 * household + 1);
            String householder = name(random);
            int size = 1 + random.nextInt(4);
            for (int person = 0; person < size; person++) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("village", "Tổ " + village);
                cells.put("alley", alley);
                cells.put("number", number);
                cells.put("householder", householder);
                cells.put("name", person == 0 ? householder : name(random));
                cells.put("birthYear", String.valueOf(1935 + random.nextInt(70)));
                cells.put("sex", random.nextBoolean() ? "Nam" : "Nữ");
                cells.put("phone", "09" + (10_000_000 + random.nextInt(89_999_999)));
                people.add(cells);
            }
        }
        return new Register("Tổ " + village, people);
    }

    private static String name(Random random) {
        return pick(FAMILY, random) + " " + pick(MIDDLE, random) + " " + pick(GIVEN, random);
    }

    static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
