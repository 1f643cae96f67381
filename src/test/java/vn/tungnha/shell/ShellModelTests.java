package vn.tungnha.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tungnha.shared.MenuEntry;

class ShellModelTests {

    @Test
    void abbreviatesANameToItsFirstAndLastWord() {
        assertThat(ShellModel.initials("Lê Thị Thu")).isEqualTo("LT");
        assertThat(ShellModel.initials("đông")).isEqualTo("Đ");
        assertThat(ShellModel.initials(" ")).isEmpty();
    }

    @Test
    void showsAMenuLineToItsRolesOnly() {
        MenuEntry teams = new MenuEntry("teams.menu", "/teams", 20, Set.of("WARD_OFFICER"));
        MenuEntry home = new MenuEntry("reports.menu", "/", 0, Set.of());

        assertThat(teams.isFor(List.of("WARD_OFFICER"))).isTrue();
        assertThat(teams.isFor(List.of("TEAM_MEMBER"))).isFalse();
        assertThat(home.isFor(List.of())).isTrue();
        assertThat(teams.is("teams")).isTrue();
        assertThat(teams.is("team")).isFalse();
    }

    @Test
    void foldsAwayWhatDoesNotFitSideBySide() {
        Shell official = signedIn(12);

        assertThat(official.tabs()).extracting(MenuEntry::order).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(official.more()).extracting(MenuEntry::order).containsExactly(10, 11, 12);
        assertThat(official.hides("m11")).isTrue();
        assertThat(official.hides("m3")).isFalse();
        assertThat(official.hides(null)).isFalse();
        assertThat(signedIn(10).tabs()).as("one alone has a place").hasSize(10);
        assertThat(signedIn(10).more()).isEmpty();
    }

    private static Shell signedIn(int lines) {
        List<MenuEntry> menu = IntStream.rangeClosed(1, lines)
                .mapToObj(n -> new MenuEntry("m" + n + ".menu", "/" + n, n, Set.of()))
                .toList();
        return new Shell(false, true, "Lê Thị Thu", "LT", null, null, menu, false, "/", "", null, "");
    }
}
