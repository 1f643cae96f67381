package vn.tungnha.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The two halves of an entity tag. The first names the state of the data for this reader and address and is known without
 * reckoning; the second is the fingerprint of the answer, so that a change elsewhere costs a reckoning but no transfer.
 *
 * @param state of the data as this reader sees it
 */
record Validator(String state) {

    private static final String ATTRIBUTE = Validator.class.getName();
    private static final int LENGTH = 16;

    static Validator of(String reader, long revision, String day, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String language = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
        return new Validator(short64(
                String.join("\n", reader, String.valueOf(revision), day, request.getRequestURI(), query, language)
                        .getBytes(StandardCharsets.UTF_8)));
    }

    static Optional<Validator> in(HttpServletRequest request) {
        return Optional.ofNullable((Validator) request.getAttribute(ATTRIBUTE));
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Weak, as answers may be compressed on their way. */
    String tag(byte[] answer) {
        return "W/\"" + state + "." + fingerprint(answer) + "\"";
    }

    /** For answers that are never held whole. */
    String tag() {
        return "W/\"" + state + "\"";
    }

    boolean sameState(HttpServletRequest request) {
        return told(request).contains("\"" + state);
    }

    static boolean sameAnswer(HttpServletRequest request, byte[] answer) {
        return told(request).contains("." + fingerprint(answer) + "\"");
    }

    static String fingerprint(byte[] answer) {
        return short64(answer);
    }

    private static String told(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)).orElse("");
    }

    private static String short64(byte[] bytes) {
        try {
            String hash = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
            return hash.substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
