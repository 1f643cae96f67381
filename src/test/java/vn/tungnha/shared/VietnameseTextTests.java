package vn.tungnha.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VietnameseTextTests {

    private static final List<String> WALK = List.of(
            "2", "9", "12", "12A", "12B", "12/3", "12/14", "12/14A", "14", "100", "112/14/2", "K112/2", "K112/14");

    @Test
    void storesOneFormWhateverWasTyped() {
        String apart = Normalizer.normalize("  Nguyễn\u00a0 Văn  Sáu ", Normalizer.Form.NFD);

        assertThat(VietnameseText.normalise(apart)).isEqualTo("Nguyễn Văn Sáu");
    }

    @Test
    void findsNamesWithoutMarksAndWithEitherTonePlacement() {
        assertThat(VietnameseText.fold("Đặng Thị Thủy")).isEqualTo("dang thi thuy");
        assertThat(VietnameseText.fold("Thuỷ")).isEqualTo(VietnameseText.fold("Thủy"));
        assertThat(VietnameseText.fold("Hoà")).isEqualTo(VietnameseText.fold("HÒA"));
        assertThat(VietnameseText.fold("ưƯơƠăĂâêô")).isEqualTo("uuooaaaeo");
    }

    @Test
    void sortsPeopleByGivenName() {
        List<String> people = new ArrayList<>(List.of("Trần Thị Hoa", "Nguyễn Văn Ánh", "Lê Thị Bông", "Bùi Văn Ánh"));

        people.sort(Comparator.comparing(VietnameseText::nameKey));

        assertThat(people).containsExactly("Bùi Văn Ánh", "Nguyễn Văn Ánh", "Lê Thị Bông", "Trần Thị Hoa");
    }

    @Test
    void sortsHouseNumbersInWalkingOrder() {
        List<String> houses = new ArrayList<>(WALK);
        Collections.shuffle(houses, new Random(7));

        houses.sort(VietnameseText.NATURAL_ORDER);

        assertThat(houses).containsExactlyElementsOf(WALK);
    }

    @Test
    void putsHousesWithoutNumberLast() {
        List<String> houses = new ArrayList<>(Arrays.asList(null, "3", ""));

        houses.sort(VietnameseText.NATURAL_ORDER);

        assertThat(houses).startsWith("3").hasSize(3);
    }
}
