package vn.tungnha.identity;

import java.util.Set;
import java.util.UUID;

/** Who is asking, with today's roles and scope. A controller takes it as a parameter, a service as an argument. */
public record CurrentUser(UUID accountId, String username, String displayName, Set<Role> roles, Scope scope) {

    public boolean has(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
