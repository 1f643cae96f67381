package vn.tungnha.teams.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.AccountCommand;
import vn.tungnha.identity.Accounts;
import vn.tungnha.identity.AssignmentCommand;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.LoginCard;
import vn.tungnha.identity.LoginCards;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TemporaryPassword;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.MemberWithoutAccount;
import vn.tungnha.teams.MembersWithoutAccount;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.Teams;

/** Lets a member sign in by phone number, in the role the member has in the team. */
@Service
@RequiredArgsConstructor
class MemberAccounts {

    private final Teams teams;
    private final Accounts accounts;
    private final TeamWords words;
    private final MembersWithoutAccount waiting;
    private final LoginCards cards;

    /** The cards to hand out, and the names of those who got none. */
    record Outcome(List<LoginCard> cards, List<String> leftOut) {}

    /** Opens accounts for cards; whose number signs somebody in already is left out and named. */
    @Transactional
    public Outcome openAll(Collection<UUID> chosen, CurrentUser user, Locale locale) {
        List<UUID> opened = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        Set<String> phones = new HashSet<>();
        for (MemberWithoutAccount member : waiting.among(chosen, user)) {
            String phone = member.phone();
            if (phone != null && (member.phoneTaken() || !phones.add(phone.replaceAll("\\D", "")))) {
                leftOut.add(member.name());
                continue;
            }
            Role role = member.role() == TeamRole.MEMBER ? Role.TEAM_MEMBER : Role.TEAM_LEADER;
            UUID account = accounts.createForCard(
                    new AccountCommand(
                            phone == null ? accounts.freeUsername(nickname(member)) : phone,
                            member.name(),
                            words.role(member.role(), locale),
                            phone,
                            new AssignmentCommand(role, String.valueOf(member.teamId()), null, null)),
                    user);
            teams.bindAccount(member.id(), account, user);
            opened.add(account);
        }
        return new Outcome(opened.isEmpty() ? List.of() : cards.issue(opened, user), leftOut);
    }

    /** Who has no telephone is called by given name and team: {@code hoa.to33}. */
    private static String nickname(MemberWithoutAccount member) {
        String folded =
                VietnameseText.fold(member.name()).replaceAll("[^a-z0-9 ]", "").strip();
        String given = folded.substring(folded.lastIndexOf(' ') + 1);
        return given + ".to" + (member.teamNumber() == null ? member.teamId() : member.teamNumber());
    }

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
