package vn.tungnha.shell;

import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Sends a page only when all of it is made: a template that fails then gives the error page instead of half a page, and
 * a form far down may still start the session that holds its token.
 */
@Component
@RequiredArgsConstructor
class WholePages implements InitializingBean {

    private final ThymeleafViewResolver resolver;

    @Override
    public void afterPropertiesSet() {
        resolver.setProducePartialOutputWhileProcessing(false);
    }
}
