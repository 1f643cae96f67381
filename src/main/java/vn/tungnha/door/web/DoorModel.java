package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Puts into every public page the one address under which search engines shall know it. */
@ControllerAdvice(annotations = PublicPage.class)
class DoorModel {

    @ModelAttribute("canonical")
    String canonical(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromRequestUri(request).toUriString();
    }
}
