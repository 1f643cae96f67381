package vn.tungnha.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, in the two words by which people know it.
 *
 * @param browser such as Chrome; null when it is none we know
 * @param system such as Android; null when it is none we know
 */
public record UserAgent(@Nullable String browser, @Nullable String system) {

    /** The first mark found counts: most browsers also claim to be the ones below them. */
    private static final Map<String, String> BROWSERS = marks(
            "Zalo",
            "Zalo",
            "FBAN",
            "Facebook",
            "FBAV",
            "Facebook",
            "coc_coc_browser",
            "Cốc Cốc",
            "SamsungBrowser",
            "Samsung Internet",
            "UCBrowser",
            "UC Browser",
            "OPR/",
            "Opera",
            "Edg",
            "Edge",
            "FxiOS",
            "Firefox",
            "Firefox/",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = marks(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    public static UserAgent of(@Nullable String header) {
        String told = header == null ? "" : header;
        return new UserAgent(first(BROWSERS, told), first(SYSTEMS, told));
    }

    private static @Nullable String first(Map<String, String> marks, String told) {
        return marks.entrySet().stream()
                .filter(mark -> told.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> marks(String... pairs) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            marks.put(pairs[i], pairs[i + 1]);
        }
        return marks;
    }
}
