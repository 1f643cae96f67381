package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Vn;

/**
 * The words in braces that a form is filled in by: {@code {kỳ}}, in capitals {@code {ĐƠN VỊ}}, and figures such as
 * {@code {VISITS}}, {@code {E_ID_L2_ACTIVATED.AGE_14}} or {@code {ONLINE_DOSSIERS:tử số}}.
 */
final class Placeholders {

    static final Set<String> WORDS = new LinkedHashSet<>(
            List.of("đơn vị", "tên", "tỉnh", "kỳ", "kỳ trước", "kỳ sau", "cùng kỳ", "quyết định", "địa bàn"));

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern FIGURE =
            Pattern.compile("([A-Z][A-Z0-9_]*)(?:\\.([A-Z0-9_]+))?(?::(tử số|mẫu số|chỉ tiêu|tăng giảm))?");

    private Placeholders() {}

    /** A figure named in a text. */
    record Named(
            String indicator,
            @Nullable String variant,
            @Nullable String what) {

        String code() {
            return variant == null ? indicator : indicator + "." + variant;
        }
    }

    /** Everything in braces, as written. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher found = TOKEN.matcher(text);
        while (found.find()) {
            tokens.add(found.group(1));
        }
        return tokens;
    }

    static boolean isWord(String token) {
        return WORDS.contains(token)
                || WORDS.stream().anyMatch(it -> capitals(it).equals(token));
    }

    static @Nullable Named figure(String token) {
        Matcher parts = FIGURE.matcher(token);
        return !isWord(token) && parts.matches() ? new Named(parts.group(1), parts.group(2), parts.group(3)) : null;
    }

    static List<Named> figures(String text) {
        List<Named> named = new ArrayList<>();
        for (String token : tokens(text)) {
            Named figure = figure(token);
            if (figure != null) {
                named.add(figure);
            }
        }
        return named;
    }

    /** What is not known to the words or the figures stays as it stands, so that somebody sees it. */
    static String fill(String text, Map<String, String> words, Function<Named, @Nullable PaperFigure> figures) {
        return TOKEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(filled(found.group(1), words, figures)));
    }

    private static String filled(
            String token, Map<String, String> words, Function<Named, @Nullable PaperFigure> figures) {
        String word = words.get(token);
        if (word != null) {
            return word;
        }
        for (Map.Entry<String, String> entry : words.entrySet()) {
            if (capitals(entry.getKey()).equals(token)) {
                return capitals(entry.getValue());
            }
        }
        Named named = figure(token);
        PaperFigure figure = named == null ? null : figures.apply(named);
        return figure == null || named == null ? "{" + token + "}" : said(figure, named.what());
    }

    private static String said(PaperFigure figure, @Nullable String what) {
        if (what == null) {
            return Printed.value(figure);
        }
        return switch (what) {
            case "tử số" -> Vn.vi().number(figure.numerator());
            case "mẫu số" -> Vn.vi().number(figure.denominator());
            case "chỉ tiêu" -> Printed.target(figure);
            default -> Printed.change(figure, figure.previous());
        };
    }

    private static String capitals(String text) {
        return text.toUpperCase(Locale.forLanguageTag("vi"));
    }
}
