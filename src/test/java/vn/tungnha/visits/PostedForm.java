package vn.tungnha.visits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** What a browser would post of a form as the server wrote it: whatever stands in it, is ticked or is chosen. */
final class PostedForm {

    private static final Pattern FIELD = Pattern.compile(
            "<(?:input\\b([^>]*)>|textarea\\b([^>]*)>([^<]*)</textarea>|select\\b([^>]*)>(.*?)</select>)",
            Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option\\b([^>]*selected[^>]*)>");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private PostedForm() {}

    static PostedForm of(MvcTestResult page, String id) {
        String html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        int start = html.indexOf("id=\"" + id + "\"");
        PostedForm form = new PostedForm();
        Matcher field = FIELD.matcher(html.substring(start, html.indexOf("</form>", start)));
        while (field.find()) {
            String attributes = Stream.of(field.group(1), field.group(2), field.group(4))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            String name = attribute(attributes, "name");
            String type = attribute(attributes, "type");
            boolean choice = type.equals("radio") || type.equals("checkbox");
            if (name.isEmpty() || (choice && !attributes.contains("checked"))) {
                continue;
            }
            form.fields.computeIfAbsent(name, it -> new ArrayList<>()).add(value(field, attributes));
        }
        return form;
    }

    private static String value(Matcher field, String attributes) {
        if (field.group(2) != null) {
            return HtmlUtils.htmlUnescape(field.group(3));
        }
        if (field.group(4) == null) {
            return attribute(attributes, "value");
        }
        Matcher option = CHOSEN.matcher(field.group(5));
        return option.find() ? attribute(option.group(1), "value") : "";
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    PostedForm with(String name, String value) {
        fields.put(name, List.of(value));
        return this;
    }

    PostedForm and(String name, Object value) {
        fields.computeIfAbsent(name, it -> new ArrayList<>()).add(value.toString());
        return this;
    }

    Object[] fields() {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().flatMap(value -> Stream.of(field.getKey(), value)))
                .toArray();
    }
}
