package vn.tungnha.visits.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.visits.VisitLog;

/** Typing in notebooks of any team of the ward. */
@Controller
@RequestMapping(WardNotebookController.BASE)
@Allowed(Role.WARD_OFFICER)
class WardNotebookController extends NotebookController {

    static final String BASE = "/visits/notebook";

    private final VisitLog log;

    WardNotebookController(NotebookPages pages, VisitLog log) {
        super(BASE, "visits/paper/ward-notebook", pages);
        this.log = log;
    }

    @Override
    Map<Long, String> teams(CurrentUser user) {
        return log.teams(user);
    }
}
