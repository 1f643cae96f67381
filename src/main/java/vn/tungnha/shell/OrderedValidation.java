package vn.tungnha.shell;

import jakarta.validation.ConstraintViolation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.validation.Errors;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** What a form lacks is listed in the order of its fields; validators by themselves find it in any order. */
@Configuration(proxyBeanMethods = false)
class OrderedValidation {

    @Bean
    @Primary
    static LocalValidatorFactoryBean validator(MessageSource messages) {
        LocalValidatorFactoryBean validator = new InOrderOfFields();
        validator.setMessageInterpolator(new MessageInterpolatorFactory(messages).getObject());
        return validator;
    }

    static class InOrderOfFields extends LocalValidatorFactoryBean {

        @Override
        protected void processConstraintViolations(Set<ConstraintViolation<Object>> violations, Errors errors) {
            super.processConstraintViolations(
                    violations.stream()
                            .sorted(Comparator.comparingInt(InOrderOfFields::place))
                            .collect(LinkedHashSet::new, Set::add, Set::addAll),
                    errors);
        }

        private static int place(ConstraintViolation<Object> violation) {
            List<String> fields = Arrays.stream(violation.getRootBeanClass().getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .map(Field::getName)
                    .toList();
            String path = violation.getPropertyPath().toString();
            int found = fields.indexOf(path.split("[.\\[]", 2)[0]);
            return found < 0 ? fields.size() : found;
        }
    }
}
