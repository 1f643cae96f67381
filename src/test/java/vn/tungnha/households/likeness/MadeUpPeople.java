package vn.tungnha.households.likeness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.VietnameseText;

/**
 * A ward with Vietnamese names as frequent as they are, many people of one name, and some entered twice as clerks do it:
 * without marks, without the middle name, a letter off, a year off, after a move.
 */
class MadeUpPeople {

    private static final Map<String, Double> FAMILIES = shares(
            "Nguyễn 384 Trần 121 Lê 95 Phạm 70 Hoàng 51 Huỳnh 40 Phan 45"
                    + " Vũ 39 Võ 30 Đặng 21 Bùi 20 Đỗ 14 Hồ 13 Ngô 13 Dương 10 Lý 5 Đinh 10 Trương 12 Lâm 6 Mai 6 Tôn 2 Mạc 1");
    private static final Map<String, Double> MEN =
            shares("Văn 40 Hữu 6 Đức 6 Minh 5 Quang 5 Đình 5 Thanh 4 Quốc 4 Công 3"
                    + " Xuân 3 Ngọc 3 Bá 2 Trọng 2 Tuấn 2 Việt 2 Hoàng 3 Gia 2 Anh 2");
    private static final Map<String, Double> WOMEN =
            shares("Thị 58 Ngọc 6 Thu 4 Thanh 4 Kim 4 Hồng 3 Bích 2 Mỹ 2 Phương 3"
                    + " Minh 2 Xuân 2 Diệu 1 Quỳnh 1 Thùy 2 Như 1 Hoài 1");
    private static final Map<String, Double> GIVEN_MEN =
            shares("Hùng 18 Dũng 18 Tuấn 16 Minh 17 Hải 16 Nam 12 Bình 12 Cường 11"
                    + " Long 11 Sơn 12 Quang 11 Đạt 10 Đức 12 Hoàng 11 Hiếu 10 Khánh 9 Kiên 8 Lâm 8 Lộc 9 Phúc 10 Phong 9 Quân 9 Tài 9"
                    + " Tân 9 Thắng 11 Tiến 11 Trung 12 Tú 10 Tùng 9 Vinh 10 Bảo 8 Nghĩa 8 Toàn 8 Trí 7 Việt 8 Vũ 9 Hưng 9 Thành 12 Hòa 6"
                    + " Sáu 4 Bảy 3 Khoa 6 Thuận 6 Luân 3 Đăng 4 Khôi 3");
    private static final Map<String, Double> GIVEN_WOMEN =
            shares("Hoa 17 Lan 15 Hương 17 Linh 15 Hà 14 Thảo 13 Mai 12 Hồng 13"
                    + " Thu 12 Trang 13 Hiền 12 Hạnh 12 Nga 11 Thủy 14 Loan 10 Ngọc 14 Nhung 10 Phương 15 Vân 12 Xuân 10 Chi 7 Cúc 6 Đào 6"
                    + " Diệp 6 Giang 8 Huệ 8 Liên 8 Lý 8 My 8 Nhi 7 Oanh 7 Tâm 9 Trâm 6 Trinh 7 Tuyết 8 Uyên 6 Vy 9 Yến 8 Lài 3 Bé 3 Thắm 3"
                    + " Duyên 6 Quyên 5");

    private final Random random;
    private final List<Entry> people = new ArrayList<>();

    MadeUpPeople(long seed, int count) {
        random = new Random(seed);
        for (int person = 0; person < count; ) {
            UUID household = new UUID(random.nextLong(), random.nextLong());
            String alley = "v" + random.nextInt(Math.max(1, count / 200));
            String family = pick(FAMILIES);
            String shared = random.nextInt(6) == 0 ? number() : null;
            int members = 1 + random.nextInt(6);
            for (int i = 0; i < members && person < count; i++, person++) {
                boolean man = random.nextBoolean();
                String own = i > 0 && random.nextInt(3) == 0 ? pick(FAMILIES) : family;
                String name = own + (random.nextInt(25) == 0 ? "" : " " + pick(man ? MEN : WOMEN)) + " "
                        + pick(man ? GIVEN_MEN : GIVEN_WOMEN);
                String phone = random.nextInt(10) < 6 ? shared != null ? shared : number() : null;
                String citizen = random.nextInt(5) == 0 ? number() : null;
                String sex = random.nextInt(4) == 0 ? null : man ? "MALE" : "FEMALE";
                people.add(new Entry(
                        person, new Described(name, 1940 + random.nextInt(68), sex, phone, citizen, household, alley)));
            }
        }
    }

    List<Entry> people() {
        return people;
    }

    /** The same people once more, as somebody else wrote them down. */
    List<Entry> again(int count) {
        List<Entry> doubles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entry first = people.get(random.nextInt(people.size()));
            doubles.add(new Entry(first.person(), written(first.what())));
        }
        return doubles;
    }

    private Described written(Described who) {
        boolean sameHome = random.nextInt(100) < 80;
        Described neighbour = people.get(random.nextInt(people.size())).what();
        // whoever is entered elsewhere is seldom known by the name alone
        String phone = who.phone() == null || random.nextInt(100) < (sameHome ? 35 : 8) ? null : who.phone();
        String citizen = random.nextInt(100) < 30 ? null : who.citizen();
        boolean alley = random.nextInt(100) < 50;
        return new Described(
                misspelt(who.name() == null ? "" : who.name()),
                year(who.birthYear() == null ? 1970 : who.birthYear()),
                random.nextInt(5) == 0 ? null : random.nextInt(60) == 0 ? other(who.sex()) : who.sex(),
                phone,
                citizen,
                sameHome ? who.household() : neighbour.household(),
                sameHome || alley ? who.alley() : neighbour.alley());
    }

    private @Nullable Integer year(int year) {
        int chance = random.nextInt(100);
        return chance < 6
                ? null
                : chance < 11 ? Integer.valueOf(year + (random.nextBoolean() ? 1 : -1)) : Integer.valueOf(year);
    }

    private String misspelt(String name) {
        int chance = random.nextInt(100);
        String[] words = name.split(" ");
        if (chance < 14) {
            return VietnameseText.fold(name);
        }
        if (chance < 24 && words.length > 2) {
            return words[0] + " " + words[words.length - 1];
        }
        if (chance < 30) {
            int at = random.nextInt(name.length());
            return name.charAt(at) == ' ' ? name : name.substring(0, at) + name.substring(at + 1);
        }
        if (chance < 33 && words.length > 2) {
            return words[words.length - 1] + " "
                    + String.join(" ", List.of(words).subList(0, words.length - 1));
        }
        return chance < 45
                ? java.text.Normalizer.normalize(name.toUpperCase(java.util.Locale.ROOT), java.text.Normalizer.Form.NFD)
                : name;
    }

    private static @Nullable String other(@Nullable String sex) {
        return sex == null ? null : sex.equals("MALE") ? "FEMALE" : "MALE";
    }

    private String number() {
        return "0" + (900_000_000 + random.nextInt(99_999_999));
    }

    private String pick(Map<String, Double> shares) {
        double at = random.nextDouble()
                * shares.values().stream().mapToDouble(it -> it).sum();
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            at -= share.getValue();
            if (at <= 0) {
                return share.getKey();
            }
        }
        return shares.keySet().iterator().next();
    }

    private static Map<String, Double> shares(String table) {
        Map<String, Double> shares = new LinkedHashMap<>();
        String[] cells = table.split(" ");
        for (int i = 0; i < cells.length; i += 2) {
            shares.put(cells[i], Double.valueOf(cells[i + 1]));
        }
        return shares;
    }

    /** @param person the same for two entries of one person */
    record Entry(int person, Described what) {}
}
