package vn.tungnha.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an address, and which place it must lie in. An address without this annotation (or {@link Anyone}) is
 * answered with 404 and fails the build.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** Any of these roles; empty = whoever is signed in. */
    Role[] value() default {};

    /**
     * The place as {@code kind:variable}, such as {@code household:id}: a {@link PlaceResolver} of that kind turns the
     * path variable (or request parameter, when present) into units, which must lie in the caller's scope.
     */
    String place() default "";

    Data data() default Data.FIGURES;
}
