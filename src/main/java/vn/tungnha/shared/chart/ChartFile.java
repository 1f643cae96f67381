package vn.tungnha.shared.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A chart as a picture that stands alone: with its title, what it is about and where it comes from, and with the looks of
 * the style sheet written onto every shape, so that any program draws it as the page does.
 *
 * @param lines below the title: place, period, structure
 */
public record ChartFile(String title, List<String> lines, String source) {

    private static final int EDGE = 24;
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern CLASS = Pattern.compile("\\sclass=\"([^\"]*)\"");
    private static final Pattern PAGE_ONLY = Pattern.compile("\\s(?:aria-[a-z]+|role|tabindex)=\"[^\"]*\"");

    private static final String STRONG = "font-weight=\"600\" fill=\"#171A21\"";

    private static final Map<String, String> LOOKS = Map.ofEntries(
            Map.entry("ch-grid", "stroke=\"#E5E1D8\""),
            Map.entry("ch-axis", "stroke=\"#6B7282\""),
            Map.entry("ch-target", "fill=\"none\" stroke=\"#171A21\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\""),
            Map.entry("ch-break", "stroke=\"#6B7282\" stroke-dasharray=\"2 3\""),
            Map.entry(
                    "ch-line",
                    "fill=\"none\" stroke-width=\"2.25\" stroke-linejoin=\"round\" stroke-linecap=\"round\""),
            Map.entry("ch-area", "fill=\"#E4EAF9\""),
            Map.entry("ch-other", "fill=\"none\" stroke=\"#BDBAB2\" stroke-width=\"1.5\""),
            Map.entry("ch-stroke", "stroke=\"#263C85\" stroke-width=\"1.5\""),
            Map.entry("ch-picked", "stroke=\"#171A21\" stroke-width=\"3\""),
            Map.entry("spark-line", "fill=\"none\" stroke=\"#3550A6\" stroke-width=\"1.75\""),
            Map.entry("fill-bin", "fill=\"#93A6E0\""),
            Map.entry("s1", "stroke=\"#263C85\""),
            Map.entry("s2", "stroke=\"#25774A\" stroke-dasharray=\"9 4\""),
            Map.entry("s3", "stroke=\"#9A5F00\" stroke-dasharray=\"2 4\""),
            Map.entry("s4", "stroke=\"#7A3E79\" stroke-dasharray=\"8 3 2 3\""),
            Map.entry("m1", "fill=\"#263C85\""),
            Map.entry("m2", "fill=\"#25774A\""),
            Map.entry("m3", "fill=\"#9A5F00\""),
            Map.entry("m4", "fill=\"#7A3E79\""),
            Map.entry("end", "font-weight=\"600\""),
            Map.entry("strong", STRONG),
            Map.entry("halo", "stroke=\"#FFFFFF\" stroke-width=\"4\" paint-order=\"stroke\""),
            Map.entry("step-0", "fill=\"#FFFFFF\" stroke=\"#6B7282\" stroke-dasharray=\"3 3\""),
            Map.entry("step-1", "fill=\"#E9EEFB\" stroke=\"#B9C6EC\""),
            Map.entry("step-2", "fill=\"#C3CEF1\""),
            Map.entry("step-3", "fill=\"#93A6E0\""),
            Map.entry("step-4", "fill=\"#5570C6\""),
            Map.entry("step-5", "fill=\"#263C85\""),
            Map.entry("region", "stroke=\"#FFFFFF\" stroke-width=\"1\" stroke-linejoin=\"round\""),
            Map.entry("map-frame", "fill=\"none\" stroke=\"#BDBAB2\""),
            Map.entry("fill-0", "fill=\"#F4F2EC\" stroke=\"#6B7282\""),
            Map.entry("fill-1", "fill=\"#E9EEFB\" stroke=\"#93A6E0\""),
            Map.entry("fill-2", "fill=\"#C3CEF1\""),
            Map.entry("fill-3", "fill=\"#93A6E0\""),
            Map.entry("fill-4", "fill=\"#5570C6\""),
            Map.entry("fill-5", "fill=\"#263C85\""),
            Map.entry("on-dark", "fill=\"#FFFFFF\""),
            Map.entry("on-light", "fill=\"#171A21\""));

    /** @param markup a page's fragment with one drawing in it */
    public String of(String markup) {
        String drawing = markup.substring(markup.indexOf("<svg"), markup.lastIndexOf("</svg>") + "</svg>".length());
        Matcher size = SIZE.matcher(drawing);
        if (!size.find()) {
            throw new IllegalArgumentException("a drawing without a size");
        }
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        int top = 52 + lines.size() * 20;
        int all = top + height + 44;
        StringBuilder file = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        file.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" "
                        .formatted(width + 2 * EDGE, all));
        file.append("font-family=\"'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif\" font-size=\"13\" "
                + "fill=\"#3A404D\">\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
        text(file, 36, "font-size=\"20\" font-weight=\"700\" fill=\"#171A21\"", title);
        for (int i = 0; i < lines.size(); i++) {
            text(file, 58 + i * 20, "", lines.get(i));
        }
        file.append(looked(drawing)
                .replaceFirst(
                        "<svg",
                        "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"".formatted(EDGE, top, width, height)));
        file.append('\n');
        text(file, all - 16, "font-size=\"12\"", source);
        return file.append("</svg>\n").toString();
    }

    /** Classes become the attributes that the style sheet stands for; what serves the page alone goes. */
    static String looked(String drawing) {
        return CLASS.matcher(PAGE_ONLY.matcher(drawing).replaceAll("")).replaceAll(found -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String name : found.group(1).strip().split("\\s+")) {
                for (String attribute : LOOKS.getOrDefault(name, "").split("(?<=\")\\s+")) {
                    int sign = attribute.indexOf('=');
                    if (sign > 0) {
                        attributes.put(attribute.substring(0, sign), attribute.substring(sign));
                    }
                }
            }
            StringBuilder all = new StringBuilder();
            attributes.forEach((name, value) -> all.append(' ').append(name).append(value));
            return Matcher.quoteReplacement(all.toString());
        });
    }

    private static void text(StringBuilder file, int y, String looks, String words) {
        file.append("<text x=\"%d\" y=\"%d\" %s>%s</text>\n"
                .formatted(EDGE, y, looks, HtmlUtils.htmlEscape(words, "UTF-8")));
    }
}
