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
        String otherLanguage) {}
