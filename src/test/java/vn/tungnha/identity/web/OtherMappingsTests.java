package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import vn.tungnha.SharedApplication;

/** What answers requests besides our controllers: files, health and metrics, and nothing else. */
@SharedApplication
class OtherMappingsTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Test
    void knowsEveryKindOfMapping() {
        assertThat(context.getBeansOfType(HandlerMapping.class))
                .containsOnlyKeys(
                        "requestMappingHandlerMapping",
                        "beanNameHandlerMapping",
                        "routerFunctionMapping",
                        "controllerEndpointHandlerMapping",
                        "healthEndpointWebMvcHandlerMapping",
                        "resourceHandlerMapping",
                        "welcomePageNotAcceptableHandlerMapping",
                        "welcomePageHandlerMapping",
                        "welcomePageNotAcceptableHandlerMapping",
                        "webEndpointServletHandlerMapping",
                        "controllerEndpointHandlerMapping",
                        "healthEndpointWebMvcHandlerMapping");
    }

    @Test
    void routesNothingByFunctionsOrBeanNames() {
        assertThat(context.getBean(RouterFunctionMapping.class).getRouterFunction())
                .isNull();
        assertThat(paths("beanNameHandlerMapping")).isEmpty();
    }

    /** The phone's scripts and the styles are only sent tersely and kept longer. */
    @Test
    void servesFilesFromKnownPlacesOnly() throws IOException {
        assertThat(paths("resourceHandlerMapping"))
                .containsExactlyInAnyOrder("/webjars/**", "/**", "/js/**", "/js/phone/**", "/css/**");
        assertThat(Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*"))
                        .map(file -> String.valueOf(file.getFilename()).replaceAll(".*\\.", ""))
                        .collect(Collectors.toSet()))
                .as("kinds of public files")
                .isSubsetOf(Set.of("css", "js", "svg", "png", "woff2", "txt", "webmanifest"));
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200",
        "/actuator, 401",
        "/actuator/prometheus, 401",
        "/actuator/env, 401",
        "/actuator/beans, 401",
        "/actuator/heapdump, 401",
        "/application.yml, 302",
        "/static/css/tungnha.css, 302",
        "/css/../application.yml, 400",
        "/nowhere, 302",
        "/css/nowhere.css, 404"
    })
    void answersAStranger(String path, int status) {
        assertThat(web.get().uri(path)).hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/prometheus, ADMIN, 200",
        "/actuator/env, ADMIN, 404",
        "/actuator/heapdump, ADMIN, 404",
        "/actuator/prometheus, WARD_OFFICER, 403",
        "/actuator, PROVINCE_OFFICER, 403",
        "/application.yml, ADMIN, 404"
    })
    void answersBehindTheLogin(String path, String role, int status) {
        assertThat(web.get().uri(path).with(user("somebody").roles(role))).hasStatus(status);
    }

    private List<String> paths(String bean) {
        Map<String, Object> handlers =
                context.getBean(bean, AbstractUrlHandlerMapping.class).getHandlerMap();
        return List.copyOf(handlers.keySet());
    }
}
