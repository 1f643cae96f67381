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

    private final AccessInterceptor access;
    private final CurrentUserResolver currentUser;
    private final CurrentDeviceResolver currentDevice;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentUser);
        resolvers.add(currentDevice);
    }
}
