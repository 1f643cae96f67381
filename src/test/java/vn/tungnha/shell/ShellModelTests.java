package vn.tungnha.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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
}
