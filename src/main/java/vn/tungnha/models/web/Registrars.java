package vn.tungnha.models.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Role;

/** For officials who register models of their place. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Allowed({Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
@interface Registrars {

    @AliasFor(annotation = Allowed.class)
    String place() default "";
}
