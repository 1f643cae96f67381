package vn.tungnha.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** Gives every failure of the server a short reference that stands both on the page and in the log. */
@Component
@Slf4j
class ReferencedErrors extends DefaultErrorAttributes {

    private static final String REFERENCE = ReferencedErrors.class.getName();

    private final SecureRandom random = new SecureRandom();

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            attributes.put("reference", reference(request));
        }
        return attributes;
    }

    private String reference(WebRequest request) {
        if (request.getAttribute(REFERENCE, RequestAttributes.SCOPE_REQUEST) instanceof String known) {
            return known;
        }
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        String reference = HexFormat.of().withUpperCase().formatHex(bytes);
        request.setAttribute(REFERENCE, reference, RequestAttributes.SCOPE_REQUEST);
        log.error("Reference {} at {}", reference, path(request), getError(request));
        return reference;
    }

    private static String path(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? servlet.getRequest().getRequestURI()
                : "";
    }
}
