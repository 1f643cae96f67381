package vn.tungnha.units.changes.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.UnitReforms;

/** What a unit that is split is made of, and to which part each of these goes. */
@Component
@RequiredArgsConstructor
class Goings {

    /** So many lines of a pasted list are complained of at once. */
    private static final int MOST_COMPLAINTS = 5;

    private static final Pattern COLUMNS = Pattern.compile("\\s*[\\t;|]\\s*");

    private final Units units;
    private final UnitReforms reforms;
    private final MessageSource messages;
    private final Clock clock;

    /** All rows, each with the part the form says; those that its filter leaves out are only not shown. */
    void show(ChangeForm form, UnitView unit, CurrentUser user, Locale locale) {
        Map<String, Integer> chosen = new HashMap<>();
        form.getGoings().forEach(going -> chosen.put(going.getKey(), going.getPart()));
        String filter = SortKeys.fold(form.getFilter());
        form.setGoings(rows(unit, user, locale));
        form.getGoings().forEach(going -> {
            going.setPart(chosen.getOrDefault(going.getKey(), 0));
            going.setShown(SortKeys.fold(going.getText() + " " + going.getName() + " " + going.getKey())
                    .contains(filter));
        });
    }

    /** Puts the rows that are ticked, or all that are shown, into the part that is chosen for them. */
    void place(ChangeForm form) {
        Set<String> ticked = new HashSet<>(form.getTick());
        form.getGoings().stream()
                .filter(going -> form.isAllShown() ? going.isShown() : ticked.contains(going.getKey()))
                .forEach(going -> going.setPart(form.getTickPart()));
        form.setTick(new ArrayList<>());
        form.setAllShown(false);
    }

    /**
     * Reads lines of a name or code and the number of a part, as two columns of a spreadsheet are pasted.
     *
     * @throws RuleBroken when a line cannot be read; then no row is changed
     */
    void fill(ChangeForm form) {
        Map<String, List<ChangeForm.Going>> named = new HashMap<>();
        form.getGoings().forEach(going -> Stream.of(going.getKey(), going.getText(), going.getName())
                .map(SortKeys::fold)
                .distinct()
                .forEach(name ->
                        named.computeIfAbsent(name, it -> new ArrayList<>()).add(going)));
        Map<ChangeForm.Going, Integer> read = new LinkedHashMap<>();
        List<String> unread = new ArrayList<>();
        form.getList()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] cells = COLUMNS.split(line);
                    List<ChangeForm.Going> found = named.getOrDefault(SortKeys.fold(cells[0]), List.of());
                    int part = cells.length < 2
                            ? -1
                            : part(cells[cells.length - 1], form.getParts().size());
                    if (found.size() == 1 && part >= 0) {
                        read.put(found.get(0), part);
                    } else {
                        unread.add(line.replace('\t', ' '));
                    }
                });
        if (!unread.isEmpty() || read.isEmpty()) {
            throw RuleBroken.at(
                    "list",
                    unread.isEmpty() ? "units.change.error.list-empty" : "units.change.error.list",
                    unread.size(),
                    unread.stream().limit(MOST_COMPLAINTS).collect(Collectors.joining(" · ")));
        }
        read.forEach(ChangeForm.Going::setPart);
        form.setList("");
    }

    /** "2" or "Phần 2"; 0 = it stays. */
    private static int part(String text, int parts) {
        String digits = text.replaceAll("\\D", "");
        if (digits.isEmpty() || digits.length() > 2) {
            return -1;
        }
        int part = Integer.parseInt(digits);
        return part <= parts ? part : -1;
    }

    /** How many go to each part, and how many stay. */
    List<String> counts(ChangeForm form, Locale locale) {
        Vn vn = Vn.in(locale);
        return IntStream.rangeClosed(0, form.getParts().size())
                .mapToObj(part -> messages.getMessage(
                        part == 0 ? "units.change.counted.stays" : "units.change.counted",
                        new Object[] {
                            part,
                            vn.number(form.getGoings().stream()
                                    .filter(going -> going.getPart() == part)
                                    .count())
                        },
                        locale))
                .toList();
    }

    private List<ChangeForm.Going> rows(UnitView unit, CurrentUser user, Locale locale) {
        if (unit.level() != UnitLevel.VILLAGE) {
            return units.children(unit.id(), Days.today(clock)).stream()
                    .map(child -> ChangeForm.Going.of(child.code(), child.name(), child.fullName()))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        Vn vn = Vn.in(locale);
        List<ChangeForm.Going> rows = new ArrayList<>();
        reforms.alleys(unit.id(), Days.today(clock), user)
                .forEach((alley, households) -> rows.add(ChangeForm.Going.of(
                        alley,
                        alley,
                        messages.getMessage(
                                "units.change.alley", new Object[] {alley, vn.number(households)}, locale))));
        return rows;
    }
}
