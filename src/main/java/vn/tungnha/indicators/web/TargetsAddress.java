package vn.tungnha.indicators.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.shared.Choice;

/** What a page of targets was asked for, from which its neighbours' addresses are made; empty values are left out. */
record TargetsAddress(Map<String, String> asked) {

    private static final List<String> NAMES =
            List.of("unit", "indicator", "variant", "period", "structure", "by", "how", "show", "q", "sort", "p");

    static TargetsAddress of(Map<String, String> parameters) {
        Map<String, String> asked = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                asked.put(name, value.strip());
            }
        });
        return new TargetsAddress(asked);
    }

    @Nullable
    String get(String name) {
        return asked.get(name);
    }

    /** With some parameters changed; an empty value takes one out. The page is always the first. */
    TargetsAddress with(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.remove("p");
        all.putAll(changes);
        all.values().removeIf(String::isEmpty);
        return new TargetsAddress(all);
    }

    String url(String path) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, value) -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(asked).toUriString();
    }

    /** The rest for a form that sends some of them itself. */
    List<Choice> kept(String... own) {
        return asked.entrySet().stream()
                .filter(it ->
                        !List.of(own).contains(it.getKey()) && !it.getKey().equals("p"))
                .map(it -> new Choice(it.getKey(), it.getValue()))
                .toList();
    }
}
