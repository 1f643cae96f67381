package vn.tungnha.households.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tungnha.households.HouseholdCommand;
import vn.tungnha.households.HouseholdKind;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.RuleBroken;

/** A field of the form of a household, set by itself. */
final class HouseholdFieldEdit extends HouseholdEdit {

    private static final int LONGEST = 120;

    private final boolean inPlace;
    private final Input input;
    private final Function<HouseholdView, String> value;
    private final BiFunction<HouseholdView, String, HouseholdCommand> as;
    private final Function<Locale, List<Choice>> offered;

    /** @param as what the household shall be with what was typed */
    private HouseholdFieldEdit(
            Households households,
            String code,
            String label,
            @Nullable String forMany,
            Input input,
            Function<HouseholdView, String> value,
            BiFunction<HouseholdView, String, HouseholdCommand> as,
            Function<Locale, List<Choice>> offered) {
        super(households, code, label, forMany);
        this.inPlace = !code.equals("alley");
        this.input = input;
        this.value = value;
        this.as = as;
        this.offered = offered;
    }

    /** The alley as it should be written. */
    static HouseholdFieldEdit alley(Households households) {
        return new HouseholdFieldEdit(
                households,
                "alley",
                "households.form.alley",
                "households.desk.alley",
                Input.TEXT,
                HouseholdView::alley,
                (home, typed) -> command(home, home.kind(), named(typed), home.label(), home.children()),
                locale -> List.of());
    }

    /** A household or a trader. */
    static HouseholdFieldEdit kind(Households households, HouseholdWords words) {
        return new HouseholdFieldEdit(
                households,
                "kind",
                "households.form.kind",
                "households.desk.kind",
                Input.CHOICE,
                home -> home.kind().name(),
                (home, typed) -> command(home, kind(typed), home.alley(), home.label(), home.children()),
                words::kinds);
    }

    /** How many children under 14. */
    static HouseholdFieldEdit children(Households households) {
        return new HouseholdFieldEdit(
                households,
                "children",
                "households.children",
                null,
                Input.NUMBER,
                home -> String.valueOf(home.children()),
                (home, typed) -> command(home, home.kind(), home.alley(), home.label(), counted(typed)),
                locale -> List.of());
    }

    /** The sign, or what the house is known by. */
    static HouseholdFieldEdit label(Households households) {
        return new HouseholdFieldEdit(
                households,
                "label",
                "households.form.label",
                null,
                Input.TEXT,
                home -> Objects.requireNonNullElse(home.label(), ""),
                (home, typed) ->
                        command(home, home.kind(), home.alley(), typed.isEmpty() ? null : typed, home.children()),
                locale -> List.of());
    }

    @Override
    public boolean inPlace() {
        return inPlace;
    }

    @Override
    public Input input() {
        return input;
    }

    @Override
    public List<Choice> choices(CurrentUser user, Locale locale) {
        return offered.apply(locale);
    }

    @Override
    String value(HouseholdView household) {
        return value.apply(household);
    }

    @Override
    void put(HouseholdView household, int version, String typed, CurrentUser user) {
        if (typed.length() > LONGEST) {
            throw new RuleBroken("households.error.long");
        }
        households.edit(household.id(), version, as.apply(household, typed), user);
    }

    @Override
    public String words(String said, Locale locale) {
        return offered.apply(locale).stream()
                .filter(choice -> choice.value().equals(said))
                .map(Choice::text)
                .findFirst()
                .orElse(said);
    }

    private static String named(String typed) {
        if (typed.isEmpty()) {
            throw new RuleBroken("households.error.alley");
        }
        return typed;
    }

    private static HouseholdKind kind(String typed) {
        return Arrays.stream(HouseholdKind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("households.error.kind"));
    }

    private static int counted(String typed) {
        if (!typed.matches("\\d{1,2}")) {
            throw new RuleBroken("households.error.children");
        }
        return Integer.parseInt(typed);
    }

    private static HouseholdCommand command(
            HouseholdView home, HouseholdKind kind, String alley, @Nullable String label, int children) {
        return new HouseholdCommand(
                home.id(), kind, home.villageId(), alley, home.number(), label, children, null, List.of());
    }
}
