package vn.tungnha.shell;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.tungnha.shared.Release;

/** Names the release after what a browser loads, so that the same files have the same name after every restart. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    private static final String[] LOADED = {
        "classpath*:/static/js/**/*.js",
        "classpath*:/static/css/**/*.css",
        "classpath*:/static/icons.svg",
        "classpath*:/templates/shell/**/*.html",
        "classpath*:/templates/visits/field/*.html",
        "classpath*:/messages/{phone,shell,visits}_*.properties"
    };

    @Bean
    Release release() throws IOException, NoSuchAlgorithmException {
        var resources = new PathMatchingResourcePatternResolver();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String pattern : LOADED) {
            Resource[] found = resources.getResources(pattern);
            Arrays.sort(found, (one, other) -> one.toString().compareTo(other.toString()));
            for (Resource file : found) {
                digest.update(file.getContentAsByteArray());
            }
        }
        return new Release(HexFormat.of().formatHex(digest.digest(), 0, 6));
    }
}
