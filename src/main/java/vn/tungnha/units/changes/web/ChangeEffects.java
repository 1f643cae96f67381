package vn.tungnha.units.changes.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitEffect;
import vn.tungnha.units.changes.ChangePreview;

/** Says how much a change concerns, and what becomes of it. */
@Component
@RequiredArgsConstructor
class ChangeEffects {

    private final MessageSource messages;

    List<ChangePage.Effect> of(ChangePreview preview, CurrentUser user, Locale locale) {
        List<ChangePage.Effect> effects = new ArrayList<>();
        if (preview.children() > 0) {
            effects.add(new ChangePage.Effect(
                    say("units.change.effect.children", locale, Vn.in(locale).number(preview.children())),
                    null,
                    String.join(", ", preview.childNames()),
                    null,
                    List.of()));
        }
        effects.addAll(of(preview.effects(), user, locale));
        return effects;
    }

    List<ChangePage.Effect> of(List<UnitEffect> effects, CurrentUser user, Locale locale) {
        Vn vn = Vn.in(locale);
        return effects.stream()
                .filter(effect -> effect.count() > 0)
                .map(effect -> new ChangePage.Effect(
                        say(effect.key(), locale, vn.number(effect.count())),
                        effect.note() == null ? null : say(effect.note(), locale),
                        null,
                        effect.link() != null && mayOpen(effect.link(), user) ? effect.link() : null,
                        effect.todo().stream()
                                .filter(it -> mayOpen(it.value(), user))
                                .toList()))
                .toList();
    }

    /** Accounts are looked after by officers; leaders read of them only how many there are. */
    private static boolean mayOpen(String address, CurrentUser user) {
        return !address.startsWith("/accounts") || user.has(Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER);
    }

    /** What there is none of. */
    @Nullable
    String untouched(ChangePreview preview, Locale locale) {
        String none = preview.effects().stream()
                .filter(effect -> effect.count() == 0)
                .map(effect -> say(effect.key(), locale, "0"))
                .collect(Collectors.joining(" · "));
        return none.isEmpty() ? null : none;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
