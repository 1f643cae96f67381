package vn.tungnha.teams.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.teams.MemberCommand;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.Teams;

/** One thing about a member that is set from the list; everything else stays as it is. */
@RequiredArgsConstructor
abstract class MemberEdit implements DeskEdit<CurrentUser> {

    final Teams teams;

    /** As a form sends it. */
    abstract String value(MemberView member);

    /** What the member shall be with the value. */
    abstract MemberCommand as(MemberView member, String typed);

    @Override
    public boolean inPlace() {
        return true;
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER", "WARD_LEADER", "ADMIN");
    }

    @Override
    public String page(String id) {
        return "/members/" + id + "/edit";
    }

    @Override
    public Held held(String id, CurrentUser user) {
        MemberView member = teams.member(uuid(id), user);
        return new Held(
                member.name(),
                String.valueOf(member.version()),
                value(member),
                TeamWords.open(member) ? null : "teams.error.member-left");
    }

    @Override
    public void put(String id, String state, String typed, CurrentUser user) {
        MemberView member = teams.member(uuid(id), user);
        teams.editMember(member.id(), Integer.parseInt(state), as(member, typed), user);
    }

    private static MemberCommand command(
            MemberView member, @Nullable String organisation, @Nullable LocalDate trainedOn) {
        return new MemberCommand(
                member.name(), member.role(), organisation, member.phone(), trainedOn, member.joinedOn(), null);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound("member", id);
        }
    }

    /** When somebody was trained. */
    static final class Trained extends MemberEdit {

        private final Clock clock;

        Trained(Teams teams, Clock clock) {
            super(teams);
            this.clock = clock;
        }

        @Override
        public String code() {
            return "trained";
        }

        @Override
        public String label() {
            return "teams.member.trained";
        }

        @Override
        public String forMany() {
            return "teams.desk.trained";
        }

        @Override
        public Input input() {
            return Input.DAY;
        }

        @Override
        String value(MemberView member) {
            return member.trainedOn() == null ? "" : member.trainedOn().toString();
        }

        @Override
        MemberCommand as(MemberView member, String typed) {
            return command(member, member.organisation(), typed.isEmpty() ? null : day(typed));
        }

        private LocalDate day(String typed) {
            try {
                LocalDate day = LocalDate.parse(typed);
                if (day.isAfter(Days.today(clock))) {
                    throw new RuleBroken("teams.error.future", day);
                }
                return day;
            } catch (DateTimeException notADay) {
                throw new RuleBroken("teams.error.day");
            }
        }

        @Override
        public String words(String said, Locale locale) {
            try {
                return said.isEmpty() ? "" : Vn.in(locale).day(LocalDate.parse(said));
            } catch (DateTimeException notADay) {
                return said;
            }
        }
    }

    /** Which organisation somebody represents. */
    static final class Organisation extends MemberEdit {

        private final TeamWords words;

        Organisation(Teams teams, TeamWords words) {
            super(teams);
            this.words = words;
        }

        @Override
        public String code() {
            return "organisation";
        }

        @Override
        public String label() {
            return "teams.member.organisation";
        }

        @Override
        public String forMany() {
            return "teams.desk.organisation";
        }

        @Override
        public Input input() {
            return Input.CHOICE;
        }

        @Override
        public List<Choice> choices(CurrentUser user, Locale locale) {
            return words.organisationChoices(locale);
        }

        @Override
        String value(MemberView member) {
            return Objects.requireNonNullElse(member.organisation(), "");
        }

        @Override
        MemberCommand as(MemberView member, String typed) {
            if (!typed.isEmpty() && !words.organisations(Locale.ROOT).containsKey(typed)) {
                throw new RuleBroken("teams.error.organisation");
            }
            return command(member, typed.isEmpty() ? null : typed, member.trainedOn());
        }

        @Override
        public String words(String said, Locale locale) {
            return words.organisations(locale).getOrDefault(said, said);
        }
    }
}
