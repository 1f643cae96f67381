package vn.tungnha.markets.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Role;

/** For those who register markets: the ward. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Allowed(value = {Role.WARD_OFFICER, Role.WARD_LEADER})
@interface Wardens {

    @AliasFor(annotation = Allowed.class)
    String place() default "";
}
