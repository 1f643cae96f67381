package vn.tungnha.gateway.web;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands around every address of the API: limits before access, validators after it. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class GatewayConfiguration implements WebMvcConfigurer {

    private static final String API = "/api/v1/**";
    private static final int BEFORE_ACCESS = Ordered.HIGHEST_PRECEDENCE + 50;
    private static final int AFTER_ACCESS = Ordered.HIGHEST_PRECEDENCE + 150;

    private final CallLimit limit;
    private final UnchangedReads unchanged;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limit).addPathPatterns(API).order(BEFORE_ACCESS);
        registry.addInterceptor(unchanged)
                .addPathPatterns(API)
                .excludePathPatterns("/api/v1/tokens/**", "/api/v1/openapi.json/**")
                .order(AFTER_ACCESS);
    }

    /** Inside the security chain, which knows who is asking. */
    @Bean
    FilterRegistrationBean<EntityTags> entityTags() {
        FilterRegistrationBean<EntityTags> filter = new FilterRegistrationBean<>(new EntityTags());
        filter.addUrlPatterns("/api/v1/*");
        filter.setOrder(0);
        return filter;
    }
}
