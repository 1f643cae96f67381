package vn.tungnha.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is asking, with today's roles and scope. A controller takes it as a parameter, a service as an argument; it holds
 * only those of the account's roles that the controller's rule admits, and reaches as far as these.
 *
 * @param reach how far each role reaches
 * @param scope how far all of them do
 */
public record CurrentUser(UUID accountId, String username, String displayName, Map<Role, Scope> reach, Scope scope) {

    /** Somebody all of whose roles reach equally far. */
    public CurrentUser(UUID accountId, String username, String displayName, Set<Role> roles, Scope scope) {
        this(
                accountId,
                username,
                displayName,
                roles.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), role -> scope)),
                scope);
    }

    public CurrentUser(UUID accountId, String username, String displayName, Map<Role, Scope> reach) {
        this(accountId, username, displayName, Map.copyOf(reach), Scope.union(reach.values()));
    }

    public Set<Role> roles() {
        return reach.keySet();
    }

    public boolean has(Role... any) {
        for (Role role : any) {
            if (reach.containsKey(role)) {
                return true;
            }
        }
        return false;
    }

    /** The same person acting in these roles only: what one may do with a role ends where that role's place ends. */
    public CurrentUser as(Role... roles) {
        return as(List.of(roles));
    }

    public CurrentUser as(Collection<Role> roles) {
        return roles.containsAll(reach.keySet())
                ? this
                : new CurrentUser(
                        accountId,
                        username,
                        displayName,
                        reach.entrySet().stream()
                                .filter(held -> roles.contains(held.getKey()))
                                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
