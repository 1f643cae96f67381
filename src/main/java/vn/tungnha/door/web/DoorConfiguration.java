package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How long browsers may keep public pages: a minute, then they ask whether anything has changed. Forms and codes never. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final HandlerInterceptor KEEP = new HandlerInterceptor() {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getMethod().equals("GET")) {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL,
                        CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
                // the language, and how large letters are wanted
                response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
            }
            return true;
        }
    };

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(KEEP)
                .addPathPatterns("/public/**", "/robots.txt", "/sitemap.xml")
                .excludePathPatterns("/public/request", "/public/suggest", "/public/track", "/public/calendar/**")
                // these know who plays and bear the forms of a session
                .excludePathPatterns("/public/contests/**", "/public/quiz/**");
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> publicEntityTags() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        // a strong one would keep Tomcat from compressing
        tags.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(tags);
        filter.addUrlPatterns("/public", "/public/*", "/robots.txt", "/sitemap.xml");
        filter.setName("publicEntityTags");
        filter.setOrder(0);
        return filter;
    }
}
