package vn.tungnha.households.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.households.HouseholdStatus;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.desk.DeskEdit;

/** One thing about a household that is set from the list; everything else stays as it is. */
@RequiredArgsConstructor
abstract class HouseholdEdit implements DeskEdit<CurrentUser> {

    final Households households;
    private final String code;
    private final String label;
    private final @Nullable String forMany;

    /** As a form sends it. */
    abstract String value(HouseholdView household);

    abstract void put(HouseholdView household, int version, String typed, CurrentUser user);

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable String forMany() {
        return forMany;
    }

    @Override
    public boolean inPlace() {
        return false;
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER", "TEAM_LEADER", "TEAM_MEMBER", "ADMIN");
    }

    @Override
    public String page(String id) {
        return "/households/" + id + "/edit";
    }

    @Override
    public Held held(String id, CurrentUser user) {
        HouseholdView household = households.get(uuid(id), user);
        return new Held(
                household.address(),
                String.valueOf(household.version()),
                value(household),
                household.status() == HouseholdStatus.ACTIVE ? null : "households.error.ended");
    }

    @Override
    public void put(String id, String state, String typed, CurrentUser user) {
        put(households.get(uuid(id), user), Integer.parseInt(state), typed, user);
    }

    @Override
    public String words(String said, Locale locale) {
        return said;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound("household", id);
        }
    }
}
