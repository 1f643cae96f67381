package vn.tungnha.imports;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends files over the pages of a browser, as one person. */
final class Sent {

    private final MockMvcTester mvc;
    private final RequestPostProcessor who;

    Sent(MockMvcTester mvc, RequestPostProcessor who) {
        this.mvc = mvc;
        this.who = who;
    }

    static byte[] xlsx(Consumer<Workbook> filling) {
        try (Workbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            filling.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    UUID csv(String kind, String text) {
        return file(kind, "a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    UUID file(String kind, String name, byte[] content) {
        String job = String.valueOf(mvc.post()
                .uri("/imports/" + kind)
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(who)
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        return UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
    }

    /** Sent and stored at once. */
    UUID stored(String kind, String text) {
        UUID job = csv(kind, text);
        post(job, "/storing?partial=true", Map.of());
        if (!page(job, "").contains("Đã nhập")) {
            throw new AssertionError(
                    page(job, "?show=WRONG").replaceAll("(?s).*<main|<svg.*?</svg>|<[^>]*>|\\s+", " "));
        }
        return job;
    }

    String page(UUID job, String path) {
        return new String(bytes(job, path), StandardCharsets.UTF_8);
    }

    byte[] bytes(UUID job, String path) {
        return get(job, path).getResponse().getContentAsByteArray();
    }

    MvcTestResult get(UUID job, String path) {
        return mvc.get().uri("/imports/jobs/" + job + path).with(who).exchange();
    }

    MvcTestResult post(UUID job, String path, Map<String, String> form) {
        var request = mvc.post().uri("/imports/jobs/" + job + path).with(who).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
