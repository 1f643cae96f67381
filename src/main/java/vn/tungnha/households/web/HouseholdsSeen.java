package vn.tungnha.households.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.desk.Seen;

/** Households and people somebody comes back to. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class HouseholdsSeen {

    private final Households households;
    private final HouseholdWords words;

    /** How a thing is looked up by its id. */
    private interface Look {
        Seen.Thing of(UUID id, CurrentUser user, Locale locale);
    }

    @Bean
    Seen<CurrentUser> householdSeen() {
        return seen("household", "/households/{id}", this::household);
    }

    @Bean
    Seen<CurrentUser> residentSeen() {
        return seen("resident", "/residents/{id}/edit", this::resident);
    }

    private Seen.Thing household(UUID id, CurrentUser user, Locale locale) {
        HouseholdView household = households.get(id, user);
        String who = household.householder() == null ? "" : household.householder() + " · ";
        return new Seen.Thing("/households/" + household.id(), household.address(), who + household.villageName());
    }

    private Seen.Thing resident(UUID id, CurrentUser user, Locale locale) {
        ResidentView resident = households.resident(id, user);
        HouseholdView home = households.get(resident.householdId(), user);
        return new Seen.Thing(
                "/households/" + home.id(), words.name(resident, locale), home.address() + " · " + home.villageName());
    }

    private static Seen<CurrentUser> seen(String kind, String pattern, Look look) {
        return new Seen<>() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public List<String> patterns() {
                return List.of(pattern);
            }

            @Override
            public Optional<Thing> look(String ref, CurrentUser user, Locale locale) {
                boolean sees =
                        user.scope().everything() || !user.scope().people().isEmpty();
                try {
                    return sees ? Optional.of(look.of(UUID.fromString(ref), user, locale)) : Optional.empty();
                } catch (IllegalArgumentException notAnId) {
                    throw new NotFound(kind, ref);
                }
            }
        };
    }
}
