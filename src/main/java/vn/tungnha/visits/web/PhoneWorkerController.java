package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.Anyone;
import vn.tungnha.shared.Release;

/** What a browser asks for to keep the field pages on the phone: the service worker and the manifest. */
@RestController
@RequiredArgsConstructor
class PhoneWorkerController {

    private final PhoneAssets assets;
    private final Release release;
    private final MessageSource messages;
    private final JsonMapper json;

    /** Changes with the release, so that browsers see a new worker; what it does stands in a module of its own. */
    @Anyone
    @GetMapping(value = "/sw.js", produces = "text/javascript;charset=UTF-8")
    ResponseEntity<String> worker() {
        String order = json.writeValueAsString(
                Map.of("release", release.value(), "assets", assets.addresses(), "shells", PhoneShells.NAMES));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body("import { start } from '/js/phone/worker.js';\nstart(" + order + ");\n");
    }

    @Anyone
    @GetMapping(value = "/field/manifest.webmanifest", produces = "application/manifest+json;charset=UTF-8")
    ResponseEntity<Map<String, Object>> manifest(Locale locale) {
        Words words = new Words(messages, locale);
        Map<String, Object> manifest = Map.ofEntries(
                Map.entry("id", "/field"),
                Map.entry("start_url", "/field"),
                Map.entry("scope", "/field"),
                Map.entry("display", "standalone"),
                Map.entry("lang", locale.getLanguage()),
                Map.entry("name", words.say("phone.app.name")),
                Map.entry("short_name", words.say("phone.app.short")),
                Map.entry("description", words.say("phone.app.about")),
                Map.entry("background_color", "#131F45"),
                Map.entry("theme_color", "#131F45"),
                Map.entry(
                        "icons",
                        List.of(
                                icon("/img/app-192.png", "192x192", "any"),
                                icon("/img/app-512.png", "512x512", "any"),
                                icon("/img/app-maskable-512.png", "512x512", "maskable"))),
                Map.entry(
                        "shortcuts",
                        List.of(
                                shortcut(words.say("visits.search"), "/field/search"),
                                shortcut(words.say("shell.tab.outbox"), "/field/outbox"))));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .body(manifest);
    }

    private static Map<String, String> icon(String address, String sizes, String purpose) {
        return Map.of("src", address, "sizes", sizes, "type", "image/png", "purpose", purpose);
    }

    private static Map<String, String> shortcut(String name, String address) {
        return Map.of("name", name, "url", address);
    }
}
