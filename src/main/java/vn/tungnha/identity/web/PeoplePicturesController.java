package vn.tungnha.identity.web;

import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.PeopleRead;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;

/** Told before a page that names residents is drawn as a picture; what stood on it is not kept. */
@Controller
@RequiredArgsConstructor
class PeoplePicturesController {

    private static final String PATH = "/[A-Za-z0-9/_-]{1,200}";

    private final PeopleRead reading;

    @PostMapping("/people/pictures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER})
    void taken(@RequestParam String page) {
        if (!page.matches(PATH)) {
            throw RuleBroken.at("page", "identity.picture.error.page");
        }
        reading.pictured(page);
    }
}
