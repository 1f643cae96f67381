package vn.tungnha.visits.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The files behind the field pages, by the addresses the pages know them under. */
@Component
class PhoneAssets implements WebMvcConfigurer {

    private static final String MODULES = "js/phone/";
    private static final String PICTURES = "img/cards/";
    /** What the worker itself is made of: fetched one by one, as the browser has fetched them already to start it. */
    private static final List<String> WORKER = List.of(
            "/js/phone/alone.js",
            "/js/phone/ask.js",
            "/js/phone/queue.js",
            "/js/phone/sender.js",
            "/js/phone/store.js",
            "/js/phone/worker.js");

    private static final List<String> FILES = List.of(
            "/css/tungnha.css",
            "/js/app.js",
            "/js/field.js",
            "/js/desk.js",
            "/icons.svg",
            "/favicon.svg",
            "/img/check.svg",
            "/img/chevron.svg",
            "/fonts/be-vietnam-pro-400.woff2",
            "/fonts/be-vietnam-pro-600.woff2",
            "/fonts/be-vietnam-pro-700.woff2",
            "/fonts/tn-digits-400.woff2",
            "/fonts/tn-digits-600.woff2",
            "/fonts/tn-digits-700.woff2");

    private static final Duration MONTH = Duration.ofDays(30);

    private final List<String> locations;
    private final boolean cached;
    private final ObjectProvider<ResourceUrlProvider> urls;
    private volatile @Nullable List<String> known;

    PhoneAssets(WebProperties web, ObjectProvider<ResourceUrlProvider> urls) {
        this.locations = List.of(web.getResources().getStaticLocations());
        this.cached = web.getResources().getChain().isCache();
        this.urls = urls;
    }

    /**
     * Modules import each other by plain names, so these bear no hash: a browser asks each time whether they changed. The
     * stylesheet and the other scripts bear one, like all files beside them.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("css/", "js/")) {
            registry.addResourceHandler("/" + folder + "**")
                    .addResourceLocations(folders(folder))
                    .setCacheControl(CacheControl.maxAge(MONTH))
                    .resourceChain(cached)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                    .addTransformer(new TerseSources());
        }
        registry.addResourceHandler("/js/phone/**")
                .addResourceLocations(folders(MODULES))
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addTransformer(new TerseSources());
    }

    private String[] folders(String folder) {
        return locations.stream().map(location -> location + folder).toArray(String[]::new);
    }

    /** What the worker fetches one by one: most of it the first page has brought already. */
    List<String> addresses() {
        List<String> all = known;
        if (all == null) {
            all = Stream.concat(WORKER.stream(), FILES.stream().map(this::hashed))
                    .toList();
            known = all;
        }
        return all;
    }

    /** The many small ones, modules and pictures of the cards, by address: together they are a third as long. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files(MODULES, "**/*.js").forEach((address, file) -> texts.put(address, TerseSources.terse(text(file))));
        WORKER.forEach(texts::remove);
        files(PICTURES, "*.svg").forEach((address, file) -> texts.put(address, text(file)));
        return texts;
    }

    private String hashed(String path) {
        return Objects.requireNonNullElse(urls.getObject().getForLookupPath(path), path);
    }

    private Map<String, Resource> files(String folder, String names) {
        var resources = new PathMatchingResourcePatternResolver();
        Map<String, Resource> files = new TreeMap<>();
        for (String location : locations) {
            for (Resource file : found(resources, location.replace("classpath:", "classpath*:") + folder + names)) {
                files.putIfAbsent(address(file, folder), file);
            }
        }
        return files;
    }

    private static Resource[] found(PathMatchingResourcePatternResolver resources, String pattern) {
        try {
            return resources.getResources(pattern);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String address(Resource resource, String folder) {
        try {
            String url = resource.getURL().toString();
            return "/" + url.substring(url.lastIndexOf(folder));
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }
}
