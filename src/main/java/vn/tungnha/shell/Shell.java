package vn.tungnha.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.MenuEntry;

/**
 * What the frame of every page needs to know; templates read it as {@code shell}.
 *
 * @param otherLanguage this very page, with all that was asked for, in the other language
 * @param looks classes of the whole page, as this browser asked for: larger type, hidden until the PIN is given
 */
record Shell(
        boolean demo,
        boolean signedIn,
        String userName,
        String initials,
        @Nullable String roleKey,
        @Nullable String placeName,
        List<MenuEntry> menu,
        boolean fieldRole,
        String path,
        String now,
        @Nullable String looks,
        String otherLanguage) {

    /** As many as fit side by side on a desk's screen. */
    private static final int SIDE_BY_SIDE = 9;

    public List<MenuEntry> tabs() {
        return folded() ? menu.subList(0, SIDE_BY_SIDE) : menu;
    }

    /** What a person needs less often; a single line is not folded away. */
    public List<MenuEntry> more() {
        return folded() ? menu.subList(SIDE_BY_SIDE, menu.size()) : List.of();
    }

    public boolean hides(@Nullable String page) {
        return page != null && more().stream().anyMatch(line -> line.is(page));
    }

    private boolean folded() {
        return menu.size() > SIDE_BY_SIDE + 1;
    }
}
