package vn.tungnha.lists.web;

import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class ListsConfiguration implements WebMvcConfigurer {

    private final SeenInterceptor seen;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(seen);
    }
}
