package vn.tungnha.markets.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;

/** For those who walk along stalls and keep their register: teams of the place and its ward. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Allowed(
        value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
        data = Data.PEOPLE)
@interface Keepers {

    @AliasFor(annotation = Allowed.class)
    String place() default "";
}
