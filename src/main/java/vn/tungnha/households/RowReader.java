package vn.tungnha.households;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.PlaceNames;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.units.UnitView;

/** Turns a row of a file into an address and a person, and notes what is wrong with it. */
@RequiredArgsConstructor
class RowReader {

    private static final int COUNTED_ONLY_BELOW = 14;
    private static final int NAMED_FROM = 16;
    private static final int MOST_CHILDREN = 99;

    private static final Map<String, Sex> SEX = Map.of(
            "nam", Sex.MALE, "male", Sex.MALE, "m", Sex.MALE, "nu", Sex.FEMALE, "female", Sex.FEMALE, "f", Sex.FEMALE);
    private static final Map<String, Stay> STAY = Map.of(
            "thuong tru", Stay.PERMANENT,
            "permanent", Stay.PERMANENT,
            "kt1", Stay.PERMANENT,
            "tam tru", Stay.TEMPORARY,
            "temporary", Stay.TEMPORARY,
            "khong ro", Stay.UNKNOWN,
            "unknown", Stay.UNKNOWN);
    private static final Map<String, HouseholdKind> KIND = Map.of(
            "ho", HouseholdKind.HOUSEHOLD,
            "ho dan", HouseholdKind.HOUSEHOLD,
            "household", HouseholdKind.HOUSEHOLD,
            "ho gia dinh", HouseholdKind.HOUSEHOLD,
            "ho kinh doanh", HouseholdKind.TRADER,
            "kinh doanh", HouseholdKind.TRADER,
            "trader", HouseholdKind.TRADER);
    private static final Map<String, Boolean> IS_HOUSEHOLDER =
            Map.of("x", true, "co", true, "chu ho", true, "yes", true);

    private final PlaceNames places;
    private final CitizenNumbers citizens;
    private final LocalDate today;

    private final Map<Long, Boolean> citizensAsked = new HashMap<>();
    private boolean toldAboutCitizens;

    /** Null where the address itself cannot be read. */
    @Nullable
    PersonRow read(RowCheck row) {
        UnitView village = places.village(row, "village", "commune");
        String alley = row.required("alley");
        String number = row.required("number");
        HouseholdKind kind = row.choice("kind", KIND);
        Integer children = row.number("children", 0, MOST_CHILDREN);
        Integer birthYear = row.year("birthYear", today.getYear());
        String name = name(row);
        Integer age = birthYear == null ? null : Integer.valueOf(today.getYear() - birthYear);
        boolean child = age != null && age < COUNTED_ONLY_BELOW;
        ResidentCommand person = child ? null : person(row, name, birthYear, age, village);
        if (child && name != null) {
            row.warning("name", "imports.households.child");
        }
        if (village == null || alley == null || number == null) {
            return null;
        }
        return new PersonRow(
                village.id(),
                kind == null ? HouseholdKind.HOUSEHOLD : kind,
                alley,
                number,
                row.text("label"),
                children,
                child,
                person);
    }

    private @Nullable ResidentCommand person(
            RowCheck row,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable Integer age,
            @Nullable UnitView village) {
        Sex sex = row.choice("sex", SEX);
        Stay stay = row.choice("stay", STAY);
        Boolean smartphone = row.yesOrNo("smartphone");
        String phone = row.phone("phone");
        String citizen = citizen(row, village);
        boolean young = age != null && age < NAMED_FROM;
        if (name == null && birthYear == null) {
            if (phone != null || sex != null) {
                row.error("name", "imports.households.nameless");
            }
            return null;
        }
        if (name == null && !young) {
            row.error("name", "imports.households.nameless");
            return null;
        }
        if (young && (name != null || phone != null || citizen != null)) {
            row.warning("name", "imports.households.young");
        }
        return new ResidentCommand(
                UUID.randomUUID(),
                young ? null : name,
                birthYear,
                sex,
                !young && isHouseholder(row, name),
                smartphone,
                young ? null : phone,
                young ? null : citizen,
                stay == null ? Stay.UNKNOWN : stay,
                null);
    }

    /** The person's name; a row that names the householder only is about the householder. */
    private static @Nullable String name(RowCheck row) {
        String name = row.text("name");
        String householder = row.text("householder");
        if (name == null && householder != null && !IS_HOUSEHOLDER.containsKey(SortKeys.fold(householder))) {
            name = householder;
        }
        if (name != null && name.codePoints().noneMatch(Character::isLetter)) {
            row.error("name", "imports.households.not-a-name", name);
            return null;
        }
        return name;
    }

    private static boolean isHouseholder(RowCheck row, @Nullable String name) {
        String householder = row.text("householder");
        if (householder == null || name == null) {
            return false;
        }
        String folded = SortKeys.fold(householder);
        return IS_HOUSEHOLDER.containsKey(folded) || folded.equals(SortKeys.fold(name));
    }

    /** Dropped, and said so once, where the ward has not switched citizen numbers on. */
    private @Nullable String citizen(RowCheck row, @Nullable UnitView village) {
        String citizen = row.text("citizen");
        if (citizen == null || village == null) {
            return null;
        }
        if (citizensAsked.computeIfAbsent(village.id(), citizens::askedIn)) {
            String digits = citizen.replaceAll("\\s", "");
            // spreadsheets swallow the leading zero
            String whole = digits.matches("\\d{11}") ? "0" + digits : digits;
            if (!whole.matches("\\d{12}")) {
                row.error("citizen", "imports.households.citizen");
            }
            return whole;
        }
        if (!toldAboutCitizens) {
            toldAboutCitizens = true;
            row.warning("citizen", "imports.households.citizens-dropped");
        }
        return null;
    }
}
