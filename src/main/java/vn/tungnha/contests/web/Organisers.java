package vn.tungnha.contests.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Role;

/** For those who hold contests and votes: officials of a place, and leaders of teams. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Allowed({
    Role.ADMIN,
    Role.PROVINCE_OFFICER,
    Role.DISTRICT_OFFICER,
    Role.WARD_OFFICER,
    Role.WARD_LEADER,
    Role.TEAM_LEADER
})
@interface Organisers {

    @AliasFor(annotation = Allowed.class)
    String place() default "";
}
