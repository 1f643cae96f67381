package vn.tungnha.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The devices that a session has named itself as; usually one, and none for a desk. */
public final class SessionDevices {

    private static final String ATTRIBUTE = "vn.tungnha.devices";

    private SessionDevices() {}

    public static Set<UUID> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Set.of() : of(session);
    }

    public static void add(UUID device, HttpSession session) {
        Set<UUID> known = of(session);
        if (!known.contains(device)) {
            HashSet<UUID> more = new HashSet<>(known);
            more.add(device);
            session.setAttribute(ATTRIBUTE, more);
        }
    }

    private static Set<UUID> of(HttpSession session) {
        Set<UUID> known = new HashSet<>();
        if (session.getAttribute(ATTRIBUTE) instanceof Set<?> ids) {
            ids.forEach(id -> known.add((UUID) id));
        }
        return known;
    }
}
