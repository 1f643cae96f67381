package vn.tungnha.households.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.ChoiceGroup;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** To which village households belong, from today on: they move. */
class HouseholdVillageEdit extends HouseholdEdit {

    private final HouseholdVillages villages;
    private final Clock clock;

    HouseholdVillageEdit(Households households, HouseholdVillages villages, Clock clock) {
        super(households, "village", "households.filter.village", "households.desk.village");
        this.villages = villages;
        this.clock = clock;
    }

    @Override
    public Input input() {
        return Input.CHOICE;
    }

    @Override
    public List<Choice> choices(CurrentUser user, Locale locale) {
        return villages.choices(user, each -> true, each -> String.valueOf(each.id())).stream()
                .flatMap(ward -> ward.choices().stream().map(village -> within(ward, village)))
                .toList();
    }

    private static Choice within(ChoiceGroup ward, Choice village) {
        return ward.name().isEmpty() ? village : new Choice(village.value(), village.text() + " · " + ward.name());
    }

    @Override
    String value(HouseholdView household) {
        return String.valueOf(household.villageId());
    }

    @Override
    void put(HouseholdView household, int version, String typed, CurrentUser user) {
        try {
            households.move(household.id(), version, Long.parseLong(typed), Days.today(clock), user);
        } catch (NumberFormatException notAnId) {
            throw new RuleBroken("households.error.village");
        }
    }

    @Override
    public String words(String said, Locale locale) {
        return villages.name(said);
    }
}
