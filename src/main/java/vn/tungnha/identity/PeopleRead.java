package vn.tungnha.identity;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Audited;

/**
 * Leaves a line in the trail where an administrator, who may read all residents, does so: one for each thing named, else
 * one for the list.
 */
@Component
@RequiredArgsConstructor
public class PeopleRead {

    private static final String LIST = "people";

    private final ApplicationEventPublisher events;

    /** For addresses that show residents only sometimes; the others are told of by their rule. */
    public void tell(CurrentUser user, String what) {
        if (user.scope().everything()) {
            tell("", List.of(), what);
        }
    }

    /** @param path where it was read; never what was searched for */
    public void tell(String kind, List<String> ids, String path) {
        if (ids.isEmpty()) {
            publish(LIST, path, path);
        } else {
            ids.forEach(id -> publish(kind, id, path));
        }
    }

    /** Whoever it is: a picture leaves the house, and nothing of it is seen any more. */
    public void pictured(String path) {
        events.publishEvent(new Audited("people.pictured", LIST, path, null, null, null, path));
    }

    private void publish(String subject, String id, String path) {
        events.publishEvent(new Audited("people.read", subject, id, null, null, null, path));
    }
}
