package vn.tungnha.visits.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.visits.TeamHouses;

/** Which household of the team each row of a notebook means. */
@Component
@RequiredArgsConstructor
class NotebookHouses {

    static final int SUGGESTIONS = 8;

    private final TeamHouses houses;

    /** Finds the household of every row that names one; what fits none or several becomes a problem of that row. */
    Map<UUID, TeamHouses.House> settle(
            NotebookForm form, long team, Map<UUID, NotebookPage.Problem> problems, CurrentUser user, Words words) {
        Map<UUID, TeamHouses.House> known = known(form, team, user);
        Map<UUID, TeamHouses.House> found = new HashMap<>();
        for (UUID row : form.openRows()) {
            String typed = form.text("house", row);
            TeamHouses.House house = known.get(row);
            boolean picked = !form.text("pick", row).isEmpty();
            if (house != null && (picked || typed.equals(NotebookPage.label(house)))) {
                form.settle(row, house.id(), NotebookPage.label(house));
                found.put(row, house);
                continue;
            }
            form.sent().remove("hid." + row);
            List<TeamHouses.House> fitting = houses.find(typed, team, user, SUGGESTIONS);
            List<TeamHouses.House> exact = fitting.stream()
                    .filter(one -> exactly(one, SortKeys.fold(typed)))
                    .toList();
            List<TeamHouses.House> best = exact.size() == 1 ? exact : fitting;
            if (best.size() == 1) {
                form.settle(row, best.get(0).id(), NotebookPage.label(best.get(0)));
                found.put(row, best.get(0));
            } else {
                String why = typed.isEmpty()
                        ? words.say("paper.error.house-missing")
                        : best.isEmpty()
                                ? words.say("paper.error.house-none", typed)
                                : words.say("paper.error.house-many", typed);
                problems.put(row, new NotebookPage.Problem("house", why, best));
            }
        }
        return found;
    }

    /** Its number, or its address as pages write it, with or without the letter of the lane. */
    private static boolean exactly(TeamHouses.House house, String typed) {
        String brief = SortKeys.fold(Words.shortAddress(house.alley(), house.number()));
        return typed.equals(SortKeys.fold(house.number()))
                || typed.equals(SortKeys.fold(NotebookPage.label(house)))
                || typed.equals(brief)
                || typed.contains("/") && typed.equals(brief.substring(1));
    }

    /** By row: the household chosen for it, if it is one of the team's area. */
    Map<UUID, TeamHouses.House> known(NotebookForm form, long team, CurrentUser user) {
        Map<UUID, UUID> chosen = new HashMap<>();
        for (UUID row : form.rows()) {
            String id = form.text("pick", row).isEmpty() ? form.text("hid", row) : form.text("pick", row);
            if (NotebookForm.isUuid(id)) {
                chosen.put(row, UUID.fromString(id));
            }
        }
        Map<UUID, TeamHouses.House> there = houses.of(chosen.values(), team, user);
        Map<UUID, TeamHouses.House> known = new HashMap<>();
        chosen.forEach((row, id) -> {
            TeamHouses.House house = there.get(id);
            if (house != null) {
                known.put(row, house);
            }
        });
        return known;
    }
}
