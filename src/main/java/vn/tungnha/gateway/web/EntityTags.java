package vn.tungnha.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives every read of the API its entity tag, and leaves out the answer where the caller has it already. */
class EntityTags extends OncePerRequestFilter {

    private static final String FILES = "/api/v1/exports/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + FILES)) {
            chain.doFilter(request, new Streamed(request, response));
            return;
        }
        ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, whole);
        Validator validator = Validator.in(request).orElse(null);
        if (validator != null && whole.getStatus() == HttpServletResponse.SC_OK) {
            byte[] answer = whole.getContentAsByteArray();
            response.setHeader(HttpHeaders.ETAG, validator.tag(answer));
            if (Validator.sameAnswer(request, answer)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        whole.copyBodyToResponse();
    }

    /** A file may be too large to be held: its tag names the state of the data alone. */
    private static class Streamed extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Streamed(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (getStatus() == SC_OK) {
                Validator.in(request).ifPresent(it -> setHeader(HttpHeaders.ETAG, it.tag()));
            }
            return super.getOutputStream();
        }
    }
}
