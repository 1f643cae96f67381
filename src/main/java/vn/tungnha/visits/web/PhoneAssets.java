package vn.tungnha.visits.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

/** The files behind the field pages, by the addresses the pages know them under. */
@Component
class PhoneAssets implements WebMvcConfigurer {

    private static final String MODULES = "js/phone/";
    private static final String PICTURES = "img/cards/";
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

    private final List<String> locations;
    private final ObjectProvider<ResourceUrlProvider> urls;
    private volatile @Nullable List<String> known;

    PhoneAssets(WebProperties web, ObjectProvider<ResourceUrlProvider> urls) {
        this.locations = List.of(web.getResources().getStaticLocations());
        this.urls = urls;
    }

    /** Modules import each other by plain names, so these bear no hash: a browser asks each time whether they changed. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/js/phone/**")
                .addResourceLocations(
                        locations.stream().map(location -> location + MODULES).toArray(String[]::new))
                .setCacheControl(CacheControl.noCache());
    }

    List<String> addresses() {
        List<String> all = known;
        if (all == null) {
            all = new ArrayList<>(files(MODULES, "**/*.js"));
            all.addAll(files(PICTURES, "*.svg"));
            FILES.stream().map(this::hashed).forEach(all::add);
            known = List.copyOf(all);
        }
        return all;
    }

    private String hashed(String path) {
        return Objects.requireNonNullElse(urls.getObject().getForLookupPath(path), path);
    }

    private List<String> files(String folder, String names) {
        var resources = new PathMatchingResourcePatternResolver();
        return locations.stream()
                .flatMap(location ->
                        Arrays.stream(found(resources, location.replace("classpath:", "classpath*:") + folder + names)))
                .map(file -> address(file, folder))
                .distinct()
                .sorted()
                .toList();
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
}
