package vn.tungnha.teams.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.Pace;
import vn.tungnha.teams.TeamCatalogue;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.TeamStatus;
import vn.tungnha.teams.TeamView;

/** What teams and members are called in the reader's language. */
@Component
@RequiredArgsConstructor
class TeamWords {

    private final MessageSource messages;
    private final TeamCatalogue catalogue;

    String say(Locale locale, String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String role(TeamRole role, Locale locale) {
        return say(locale, "teams.role." + role);
    }

    List<Choice> roles(Locale locale) {
        return List.of(
                new Choice("LEADER", role(TeamRole.LEADER, locale)),
                new Choice("DEPUTY", role(TeamRole.DEPUTY, locale)),
                new Choice("MEMBER", role(TeamRole.MEMBER, locale)));
    }

    /** By code. */
    Map<String, String> organisations(Locale locale) {
        return catalogue.organisations(locale).stream().collect(Collectors.toMap(Choice::value, Choice::text));
    }

    List<Choice> organisationChoices(Locale locale) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", say(locale, "teams.form.none"))));
        choices.addAll(catalogue.organisations(locale));
        return choices;
    }

    List<Choice> kinds(Locale locale) {
        return catalogue.kinds(locale);
    }

    String kind(String code, Locale locale) {
        return named(catalogue.kinds(locale), code);
    }

    /** "Tổ công nghệ số cộng đồng số 12", or the kind and the name where there is no number. */
    String fullName(TeamView team, Locale locale) {
        String kind = kind(team.kind(), locale);
        return team.number() == null
                ? kind + " " + team.name()
                : say(locale, "teams.full-name", kind, String.valueOf(team.number()));
    }

    String status(TeamStatus status, Locale locale) {
        return say(locale, "teams.status." + status);
    }

    String pace(TeamRow.Activity activity, Locale locale) {
        return say(locale, "teams.pace." + activity.pace(), activity.daysSince());
    }

    static String level(Pace pace) {
        return switch (pace) {
            case REGULAR -> "good";
            case SPARSE -> "near";
            case STOPPED -> "bad";
            case NEVER -> "none";
        };
    }

    /** What happened on a member's first or last day. */
    String joined(MemberView member, Locale locale) {
        return say(locale, "teams.history.joined", member.name(), role(member.role(), locale));
    }

    String left(MemberView member, Locale locale) {
        return say(locale, "teams.history.left", member.name());
    }

    static boolean open(MemberView member) {
        return member.leftOn().equals(Days.FOREVER);
    }

    /** 09•• ••• 112. */
    static String masked(@Nullable String phone) {
        return phone == null || phone.length() < 5
                ? Vn.NONE
                : phone.substring(0, 2) + "•• ••• " + phone.substring(phone.length() - 3);
    }

    private static String named(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::text)
                .findFirst()
                .orElse(code);
    }
}
