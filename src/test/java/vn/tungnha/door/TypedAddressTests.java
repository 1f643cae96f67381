package vn.tungnha.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedAddressTests {

    @Test
    void readsTheLaneOutOfAnAddressAndLeavesTheHouseOut() {
        assertThat(TypedAddress.of("K112/14 Hải Phòng").attempts())
                .containsExactly(List.of("%kiet%", "% 112 %", "%hai%", "%phong%"), List.of("%hai%", "%phong%"));
        assertThat(TypedAddress.of("kiệt 112 Hải Phòng").attempts())
                .first()
                .isEqualTo(List.of("%kiet%", "% 112 %", "%hai%", "%phong%"));
        assertThat(TypedAddress.of("112/14 Hải Phòng").attempts())
                .containsExactly(List.of("% 112 %", "%hai%", "%phong%"), List.of("%hai%", "%phong%"));
    }

    @Test
    void looksForTheStreetOfAHouse() {
        assertThat(TypedAddress.of("Số 45 đường Lê Duẩn").attempts()).containsExactly(List.of("%le%", "%duan%"));
        assertThat(TypedAddress.of("Lê Duẩn").attempts()).containsExactly(List.of("%le%", "%duan%"));
        assertThat(TypedAddress.of("  ").attempts()).isEmpty();
    }

    /** What is typed can be no pattern of its own. */
    @Test
    void takesSignsOfPatternsForThemselves() {
        assertThat(TypedAddress.of("100%_x").attempts()).containsExactly(List.of("%100\\%\\_x%"));
    }
}
