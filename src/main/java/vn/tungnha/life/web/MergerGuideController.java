package vn.tungnha.life.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;

/** How the digital-technology teams and those of Project 06 became one in 2023, step by step. */
@Controller
class MergerGuideController {

    private static final List<Integer> STEPS = List.of(1, 2, 3, 4, 5);

    @GetMapping("/teams/guide/merger-2023")
    @Allowed
    String guide(CurrentUser user, Model model) {
        model.addAttribute("steps", STEPS);
        model.addAttribute("mayDo", user.has(Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER));
        return "life/merger-2023";
    }
}
