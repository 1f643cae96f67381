package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.tungnha.shared.RuleBroken;

/**
 * Figures of a section as an administrator types them, one a line: {@code CODE.VARIANT:tử số | name | unit | mark}, of which
 * all but the code may be left out.
 */
public final class LineText {

    private static final Pattern FIGURE = Pattern.compile("([A-Z][A-Z0-9_]*)(?:\\.([A-Z0-9_]+))?(?::(tử số|mẫu số))?");
    private static final int CELLS = 4;

    private LineText() {}

    /** @throws RuleBroken at that field, naming the line that cannot be read */
    public static List<FormLine> read(String text, String field) {
        List<FormLine> lines = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            String[] cells = Arrays.stream((line + " | | | ").split("\\|", -1))
                    .map(String::strip)
                    .toArray(String[]::new);
            Matcher figure = FIGURE.matcher(cells[0]);
            if (!figure.matches() || line.chars().filter(c -> c == '|').count() >= CELLS) {
                throw RuleBroken.at(field, "papers.error.line", line);
            }
            FormLine.Part part = figure.group(3) == null
                    ? FormLine.Part.VALUE
                    : figure.group(3).equals("tử số") ? FormLine.Part.NUMERATOR : FormLine.Part.DENOMINATOR;
            lines.add(new FormLine(figure.group(1), figure.group(2), part, cells[1], cells[2], cells[3]));
        }
        return lines;
    }

    public static String write(List<FormLine> lines) {
        return lines.stream().map(LineText::write).collect(Collectors.joining("\n"));
    }

    private static String write(FormLine line) {
        String part =
                switch (line.part()) {
                    case VALUE -> "";
                    case NUMERATOR -> ":tử số";
                    case DENOMINATOR -> ":mẫu số";
                };
        String text = FigureSheet.key(line.indicator(), line.variant()) + part + " | " + line.label() + " | "
                + line.unit() + " | " + line.mark();
        return text.replaceAll("[ |]+$", "");
    }
}
