package vn.tungnha.teams;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A team is put in order anew: who leaves, who changes role, who comes.
 *
 * @param roles members who take another role
 * @param leaving members whose last day is the day before
 * @param joining who comes on the day
 */
public record RenewalCommand(
        Map<UUID, TeamRole> roles, Set<UUID> leaving, List<MemberCommand> joining, Decreed decreed) {}
