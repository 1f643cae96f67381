package vn.tungnha.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class PagesTests {

    @Test
    void foldsThePagesInBetween() {
        Pages pages = Pages.of(new PageOf<>(Collections.nCopies(12, "row"), 4, 12, 120), "/teams?q=x", Vn.vi());

        assertThat(pages.links()).extracting(Pages.Link::text).containsExactly("1", "…", "4", "5", "6", "…", "10");
        assertThat(pages.previous()).isEqualTo("/teams?q=x&p=3");
        assertThat(pages.next()).isEqualTo("/teams?q=x&p=5");
        assertThat(pages.from()).isEqualTo("49");
        assertThat(pages.to()).isEqualTo("60");
    }

    @Test
    void hasNoLinksForOnePageOrNone() {
        assertThat(Pages.of(new PageOf<>(Collections.nCopies(3, "row"), 0, 12, 3), "/teams", Vn.vi())
                        .many())
                .isFalse();
        Pages none = Pages.of(new PageOf<>(Collections.emptyList(), 0, 12, 0), "/teams", Vn.vi());
        assertThat(none.many()).isFalse();
        assertThat(none.from()).isEqualTo("0");
        assertThat(none.next()).isNull();
    }
}
