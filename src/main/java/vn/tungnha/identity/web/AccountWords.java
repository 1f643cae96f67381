package vn.tungnha.identity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.AccountRow;
import vn.tungnha.identity.AccountView;
import vn.tungnha.identity.AssignmentView;
import vn.tungnha.identity.LoginCards;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** Accounts in finished words for the pages. */
@Component
@RequiredArgsConstructor
class AccountWords {

    private final MessageSource messages;
    private final Clock clock;

    /** One line of the list. */
    record Line(
            UUID id,
            String name,
            String username,
            String phone,
            List<String> roles,
            String state,
            String level,
            String seen) {}

    /** One assignment on a page. */
    record Duty(long id, String role, String place, String days, boolean open) {}

    /** An account on its page. */
    record Card(
            UUID id,
            String name,
            String username,
            boolean enabled,
            String state,
            String level,
            boolean bearsCards,
            List<Choice> facts,
            List<Duty> duties) {}

    Line line(AccountRow row, Locale locale) {
        List<String> roles = row.assignments().stream()
                .filter(this::isOpen)
                .map(duty -> text("identity.role." + duty.role(), locale)
                        + (duty.place() == null ? "" : " · " + duty.place()))
                .toList();
        return new Line(
                row.id(),
                row.displayName(),
                LoginName.spokenIfNumber(row.username()),
                row.phone() == null ? Vn.NONE : LoginName.spoken(row.phone()),
                roles,
                text(state(row.enabled(), row.mustChangePassword(), false), locale),
                level(row.enabled(), row.mustChangePassword()),
                Vn.in(locale).moment(row.lastSeenAt()));
    }

    Card card(AccountView account, Locale locale) {
        return new Card(
                account.id(),
                account.displayName(),
                LoginName.spokenIfNumber(account.username()),
                account.enabled(),
                text(state(account.enabled(), account.mustChangePassword(), account.locked()), locale),
                level(account.enabled(), account.mustChangePassword()),
                LoginCards.mayBear(account),
                List.of(
                        new Choice(
                                text("identity.account.username.label", locale),
                                LoginName.spokenIfNumber(account.username())),
                        new Choice(
                                text("identity.account.phone.label", locale),
                                account.phone() == null ? Vn.NONE : LoginName.spoken(account.phone())),
                        new Choice(
                                text("identity.account.title.label", locale),
                                account.title() == null ? Vn.NONE : account.title()),
                        new Choice(
                                text("identity.account.seen", locale),
                                Vn.in(locale).moment(account.lastSeenAt()))),
                account.assignments().stream().map(duty -> duty(duty, locale)).toList());
    }

    List<Choice> roles(Set<Role> roles, Locale locale) {
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(role -> new Choice(role.name(), text("identity.role." + role, locale)))
                .toList();
    }

    String text(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private Duty duty(AssignmentView duty, Locale locale) {
        String from = day(duty.validFrom(), locale);
        String to = day(duty.validTo(), locale);
        String days = from.isEmpty() && to.isEmpty()
                ? text("identity.days.always", locale)
                : to.isEmpty()
                        ? text("identity.days.from", locale, from)
                        : from.isEmpty()
                                ? text("identity.days.to", locale, to)
                                : text("identity.days.between", locale, from, to);
        return new Duty(
                duty.id(),
                text("identity.role." + duty.role(), locale),
                duty.place() == null ? Vn.NONE : duty.place(),
                days,
                isOpen(duty));
    }

    private boolean isOpen(AssignmentView duty) {
        return duty.validTo().isAfter(Days.today(clock));
    }

    private static String day(LocalDate day, Locale locale) {
        return day.equals(Days.SINCE_EVER) || day.equals(Days.FOREVER)
                ? ""
                : Vn.in(locale).day(day);
    }

    private static String state(boolean enabled, boolean mustChange, boolean locked) {
        return !enabled
                ? "identity.state.closed"
                : locked ? "identity.state.locked" : mustChange ? "identity.state.new" : "identity.state.open";
    }

    private static String level(boolean enabled, boolean mustChange) {
        return !enabled ? "bad" : mustChange ? "near" : "good";
    }
}
