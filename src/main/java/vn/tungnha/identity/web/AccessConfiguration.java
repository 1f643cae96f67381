package vn.tungnha.identity.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class AccessConfiguration implements WebMvcConfigurer {

    /** Before everything but what counts requests. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final AccessInterceptor access;
    private final CurrentUserResolver currentUser;
    private final CurrentDeviceResolver currentDevice;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access).order(ORDER);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentUser);
        resolvers.add(currentDevice);
    }
}
