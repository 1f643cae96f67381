package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Stale;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitStatus;
import vn.tungnha.visits.VisitView;
import vn.tungnha.visits.Visits;

/** That the ward has looked at a visit which asked for it. */
@RequiredArgsConstructor
class VisitLooked implements DeskEdit<CurrentUser> {

    private static final String LOOKED = "looked";

    private final Visits visits;
    private final VisitLog log;
    private final MessageSource messages;

    @Override
    public String code() {
        return LOOKED;
    }

    @Override
    public String label() {
        return "visits.desk.looked";
    }

    @Override
    public String forMany() {
        return "visits.desk.look";
    }

    @Override
    public boolean inPlace() {
        return false;
    }

    @Override
    public Input input() {
        return Input.CHOICE;
    }

    @Override
    public String only() {
        return LOOKED;
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER");
    }

    @Override
    public String page(String id) {
        return "/visits/" + id;
    }

    @Override
    public Held held(String id, CurrentUser user) {
        VisitView visit = log.get(uuid(id), user);
        boolean asks = !visit.attention().isEmpty();
        return new Held(
                Words.address(visit.alley(), visit.number()),
                visit.version() + " " + asks + " " + visit.settled(),
                asks ? "" : LOOKED,
                visit.status() == VisitStatus.WITHDRAWN ? "visits.desk.withdrawn" : null);
    }

    @Override
    public void put(String id, String state, String value, CurrentUser user) {
        if (!held(id, user).state().equals(state)) {
            throw new Stale("visit", id);
        }
        if (value.isEmpty()) {
            visits.reopen(uuid(id), user);
        } else {
            visits.settle(uuid(id), user);
        }
    }

    @Override
    public String words(String value, Locale locale) {
        return messages.getMessage(value.isEmpty() ? "visits.desk.waits" : "visits.desk.done", null, locale);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound("visit", id);
        }
    }
}
