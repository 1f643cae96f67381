package vn.tungnha.lists.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.tungnha.shared.desk.Asked;

/** What a list is asked for, as the address of its page and as one text that forms carry along. */
final class AskedAddress {

    /** Of the page only: neither filters nor places. */
    private static final Set<String> PASSING = Set.of("p", "lang");

    private AskedAddress() {}

    /** Of the page that is being shown. */
    static Asked of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            path.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        }
        request.getParameterMap().forEach((name, given) -> put(values, name, given.length == 0 ? "" : given[0]));
        return new Asked(values);
    }

    /** Of the query of a file's address. */
    static Asked of(MultiValueMap<String, String> query) {
        Map<String, String> values = new LinkedHashMap<>();
        query.forEach((name, given) -> put(values, name, given.isEmpty() ? "" : given.get(0)));
        return new Asked(values);
    }

    /** Read back from {@link #query}. */
    static Asked of(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, given) -> put(
                        values,
                        name,
                        given.isEmpty() || given.get(0) == null
                                ? ""
                                : UriUtils.decode(given.get(0), StandardCharsets.UTF_8)));
        return new Asked(values);
    }

    static String query(Asked asked) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        asked.values().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        String query = address.encode().buildAndExpand(asked.values()).getQuery();
        return query == null ? "" : query;
    }

    /** The page itself: what its pattern names goes into the path, the rest into the query. */
    static String page(String pattern, Asked asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(pattern);
        asked.values().keySet().stream()
                .filter(name -> !pattern.contains("{" + name + "}"))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked.values()).toUriString();
    }

    /** Path and query of a page of ours, as a browser tells where it is; else the other one. */
    static String within(String told, String other) {
        try {
            URI here = new URI(told);
            String path = here.getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//")
                    ? other
                    : path + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery());
        } catch (URISyntaxException notAnAddress) {
            return other;
        }
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!PASSING.contains(name) && !value.isBlank() && name.matches("[A-Za-z][A-Za-z0-9-]{0,30}")) {
            values.putIfAbsent(name, value);
        }
    }
}
