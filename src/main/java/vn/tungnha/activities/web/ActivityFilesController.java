package vn.tungnha.activities.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.activities.ActivityFile;
import vn.tungnha.activities.ActivityFiles;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.RuleBroken;

/** Links, materials and photos of an activity. */
@Controller
@RequestMapping("/activities/{id}/files")
@RequiredArgsConstructor
class ActivityFilesController {

    private final ActivityFiles files;
    private final ActivityPages pages;
    private final MessageSource messages;

    /** Whatever was stored is handed out as what it was found to be, and never opened inside our pages. */
    @GetMapping("/{file}")
    @Allowed(place = "activity:id")
    ResponseEntity<byte[]> content(@PathVariable UUID id, @PathVariable UUID file) {
        ActivityFile.Content content = files.content(id, file);
        boolean photo = content.mediaType().equals(MediaType.IMAGE_JPEG_VALUE);
        ContentDisposition.Builder disposition = photo ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(content.title(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.bytes());
    }

    @PostMapping
    @Organisers(place = "activity:id")
    String add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean photo,
            @RequestParam(defaultValue = "false") boolean consent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response)
            throws IOException {
        ActivityWords words = new ActivityWords(messages, locale);
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String name = title.isBlank() && file != null ? String.valueOf(file.getOriginalFilename()) : title;
        try {
            if (photo) {
                files.photo(id, title.isBlank() ? words.say("activities.photo") : title, bytes, consent, user);
            } else if (url.isBlank()) {
                files.file(id, name, bytes, user);
            } else {
                files.link(id, title, url, user);
            }
        } catch (RuleBroken broken) {
            response.setStatus(422);
            return pages.refused(id, words.why(broken), user, locale, model);
        }
        flash.addFlashAttribute("flash", words.say("activities.file.added"));
        return pages.back(id, user);
    }

    @PostMapping("/{file}/removal")
    @Organisers(place = "activity:id")
    String remove(
            @PathVariable UUID id, @PathVariable UUID file, CurrentUser user, Locale locale, RedirectAttributes flash) {
        files.remove(id, file, user);
        flash.addFlashAttribute("flash", new ActivityWords(messages, locale).say("activities.file.removed"));
        return pages.back(id, user);
    }
}
