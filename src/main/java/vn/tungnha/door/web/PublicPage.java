package vn.tungnha.door.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import vn.tungnha.identity.Anyone;

/** Pages that everybody reads alike, signed in or not: without session, kept for a moment, found by search engines. */
@Controller
@Anyone
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PublicPage {}
