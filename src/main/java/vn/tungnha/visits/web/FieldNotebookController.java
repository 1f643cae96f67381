package vn.tungnha.visits.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.visits.Rounds;

/** Typing in the notebooks of one's own team, for its leader and deputy. */
@Controller
@RequestMapping(FieldNotebookController.BASE)
@Allowed(Role.TEAM_LEADER)
class FieldNotebookController extends NotebookController {

    static final String BASE = "/field/notebook";

    private final Rounds rounds;

    FieldNotebookController(NotebookPages pages, Rounds rounds) {
        super(BASE, "visits/paper/field-notebook", pages);
        this.rounds = rounds;
    }

    @Override
    Map<Long, String> teams(CurrentUser user) {
        Map<Long, String> own = new LinkedHashMap<>();
        rounds.teams(user).forEach(team -> own.put(team.id(), team.name()));
        return own;
    }
}
