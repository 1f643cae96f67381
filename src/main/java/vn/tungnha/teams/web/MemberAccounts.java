package vn.tungnha.teams.web;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.AccountCommand;
import vn.tungnha.identity.Accounts;
import vn.tungnha.identity.AssignmentCommand;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TemporaryPassword;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.Teams;

/** Lets a member sign in by phone number, in the role the member has in the team. */
@Service
@RequiredArgsConstructor
class MemberAccounts {

    private final Teams teams;
    private final Accounts accounts;
    private final TeamWords words;

    @Transactional
    public TemporaryPassword open(UUID memberId, CurrentUser user, Locale locale) {
        MemberView member = teams.member(memberId, user);
        String phone = member.phone();
        if (phone == null) {
            throw new RuleBroken("teams.error.phone");
        }
        if (member.accountId() != null) {
            throw new RuleBroken("teams.error.has-account");
        }
        Role role = member.role() == TeamRole.MEMBER ? Role.TEAM_MEMBER : Role.TEAM_LEADER;
        TemporaryPassword made = accounts.create(
                new AccountCommand(
                        phone,
                        member.name(),
                        words.role(member.role(), locale),
                        phone,
                        new AssignmentCommand(role, String.valueOf(member.teamId()), null, null)),
                user);
        teams.bindAccount(memberId, made.accountId(), user);
        return made;
    }
}
