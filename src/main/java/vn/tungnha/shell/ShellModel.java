package vn.tungnha.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.shared.MenuEntry;
import vn.tungnha.shared.SignedIn;
import vn.tungnha.shared.Vn;

/** Puts one {@code shell} record into the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class ShellModel {

    private static final Set<String> FIELD_ROLES = Set.of("TEAM_LEADER", "TEAM_MEMBER");

    private static final Map<String, String> LOOKS =
            Map.of("tn-type=large", "type-large", "tn-type=largest", "type-largest", "tn-pin=1", "pin");

    private final List<MenuEntry> entries;
    private final Clock clock;
    private final boolean demo;

    ShellModel(ObjectProvider<MenuEntry> entries, Clock clock, Environment environment) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale locale) {
        String now = Vn.in(locale).moment(clock.instant());
        Principal user = request.getUserPrincipal();
        if (user == null) {
            return new Shell(
                    demo,
                    false,
                    "",
                    "",
                    null,
                    null,
                    List.of(),
                    false,
                    path(request),
                    now,
                    looks(request),
                    otherLanguage(request, locale));
        }
        Set<String> roles = roles(user);
        SignedIn signedIn = signedIn(user);
        String name = signedIn == null ? user.getName() : signedIn.displayName();
        return new Shell(
                demo,
                true,
                name,
                initials(name),
                signedIn == null ? null : signedIn.roleKey(),
                signedIn == null ? null : signedIn.placeName(),
                entries.stream().filter(entry -> entry.isFor(roles)).toList(),
                FIELD_ROLES.containsAll(roles),
                path(request),
                now,
                looks(request),
                otherLanguage(request, locale));
    }

    /** Cookies set on the phone's settings page; whatever else stands in them is not a class of ours. */
    private static @Nullable String looks(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        String looks = Arrays.stream(cookies)
                .map(cookie -> LOOKS.getOrDefault(cookie.getName() + "=" + cookie.getValue(), ""))
                .filter(look -> !look.isEmpty())
                .collect(Collectors.joining(" "));
        return looks.isEmpty() ? null : looks;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String otherLanguage(HttpServletRequest request, Locale locale) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .replaceQueryParam("lang", "en".equals(locale.getLanguage()) ? "vi" : "en")
                .build()
                .toUriString();
    }

    private static Set<String> roles(Principal user) {
        if (!(user instanceof Authentication authentication)) {
            return Set.of();
        }
        return authentication.getAuthorities().stream()
                .map(granted -> String.valueOf(granted.getAuthority()))
                .filter(authority -> authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable SignedIn signedIn(Principal user) {
        return user instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn
                : null;
    }

    /** First letters of the family name and of the given name, as people here abbreviate them. */
    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = words[0];
        if (first.isEmpty()) {
            return "";
        }
        String last = words[words.length - 1];
        String letters = words.length == 1 ? first.substring(0, 1) : first.substring(0, 1) + last.substring(0, 1);
        return letters.toUpperCase(Locale.ROOT);
    }
}
