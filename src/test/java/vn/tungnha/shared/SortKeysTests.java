package vn.tungnha.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortKeysTests {

    @Test
    void foldsWhatPeopleTypeWithoutDiacritics() {
        assertThat(SortKeys.fold("Kiệt 112  Đường Hải Phòng")).isEqualTo("kiet 112 duong hai phong");
    }

    @Test
    void sortsPeopleByTheirGivenName() {
        assertThat(SortKeys.person("Trần Thị Hoa")).isEqualTo("hoa tran thi");
        assertThat(SortKeys.person("Hoa")).isEqualTo("hoa");
    }

    @Test
    void walksFromHouseToHouse() {
        assertThat(Stream.of("K112/14", "K112/2", "K9/1", "K112/14A")
                        .sorted(Comparator.comparing(number -> SortKeys.walking("Kiệt", number))))
                .containsExactly("K9/1", "K112/2", "K112/14", "K112/14A");
    }

    @Test
    void takesPatternCharactersForThemselves() {
        assertThat(SortKeys.patterns(" 50% ")).containsExactly("%50\\%%");
    }

    @Test
    void findsAHouseOfALaneByTheAddressPeopleSay() {
        assertThat(SortKeys.address("Kiệt 112 Hải Phòng", "14A")).isEqualTo("kiet 112 hai phong 14a k112/14a");
        assertThat(SortKeys.address("Kiệt 112 Hải Phòng", "112/14")).contains(" k112/14");
        assertThat(SortKeys.address("Hải Phòng", "124")).isEqualTo("hai phong 124");
        assertThat(SortKeys.address("Kiệt 112", "")).isEqualTo("kiet 112");
    }

    @Test
    void walksPastAHouseWhereItStandsHoweverItsNumberIsWritten() {
        assertThat(Stream.of("K112/14", "16", "112/12A", "12/3", "k112/3", "12")
                        .sorted(Comparator.comparing(number -> SortKeys.walking("Kiệt 112 Hải Phòng", number))))
                .containsExactly("k112/3", "12", "112/12A", "12/3", "K112/14", "16");
        assertThat(SortKeys.withinAlley("Hải Phòng", "112/14")).isEqualTo("112/14");
        assertThat(SortKeys.withinAlley("Ngõ 12 Láng", "K12/14")).isEqualTo("K12/14");
    }
}
