package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Scripts and styles as they go over a slow line: without indentation and without the lines that are comments. There is no
 * template literal of several lines among them, so no line begins inside a text.
 */
final class TerseSources implements ResourceTransformer {

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource found = chain.transform(request, resource);
        String source = found.getContentAsString(StandardCharsets.UTF_8);
        boolean style = String.valueOf(found.getFilename()).endsWith(".css");
        return new TransformedResource(
                found, (style ? tight(terse(source)) : terse(source)).getBytes(StandardCharsets.UTF_8));
    }

    /** Styles need no spaces behind their signs; none of them stands inside a text there. */
    private static String tight(String style) {
        return style.replace(": ", ":")
                .replace("; ", ";")
                .replace(" {", "{")
                .replace("{ ", "{")
                .replace(" }", "}")
                .replace(", ", ",");
    }

    static String terse(String source) {
        StringBuilder kept = new StringBuilder(source.length());
        boolean comment = false;
        for (String line : source.lines().map(String::strip).toList()) {
            if (!comment && line.startsWith("/*")) {
                comment = true;
            }
            if (!comment && !line.isEmpty() && !line.startsWith("//")) {
                kept.append(line).append('\n');
            }
            if (comment && line.endsWith("*/")) {
                comment = false;
            }
        }
        return kept.toString();
    }
}
