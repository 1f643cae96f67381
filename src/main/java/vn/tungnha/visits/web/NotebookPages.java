package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.NotebookDraft;
import vn.tungnha.visits.NotebookView;
import vn.tungnha.visits.Notebooks;
import vn.tungnha.visits.TeamHouses;
import vn.tungnha.visits.TeamPeople;
import vn.tungnha.visits.VisitConflict;

/** What the leader's and the ward's notebook pages have in common. */
@Component
@RequiredArgsConstructor
class NotebookPages {

    private static final int FRESH_ROWS = 6;
    private static final int MOST_ROWS = 60;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Notebooks notebooks;
    private final NotebookReader reader;
    private final NotebookHouses homes;
    private final TeamHouses houses;
    private final TeamPeople people;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    /** The unfinished ones, and the start of a new one. */
    void list(String base, Map<Long, String> teams, CurrentUser user, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        List<Choice> choices = new ArrayList<>();
        teams.forEach((id, name) -> choices.add(new Choice(String.valueOf(id), name)));
        model.addAttribute("base", base);
        model.addAttribute("fresh", UUID.randomUUID());
        model.addAttribute("teams", choices);
        model.addAttribute("today", Days.today(clock).toString());
        model.addAttribute(
                "lines",
                notebooks.unfinished(teams.keySet(), user).stream()
                        .map(line -> new Line(
                                base + "/" + line.id(),
                                words.say("paper.notebook.of", words.vn().day(line.day()), line.teamName()),
                                words.say(
                                        "paper.notebook.open",
                                        line.openRows(),
                                        Objects.requireNonNullElse(line.typedBy(), ""),
                                        words.vn().moment(line.changedAt()))))
                        .toList());
    }

    record Line(String link, String title, String note) {}

    String open(String base, UUID id, long team, LocalDate day, CurrentUser user) {
        LocalDate today = Days.today(clock);
        return "redirect:" + base + "/" + notebooks.open(id, team, day.isAfter(today) ? today : day, user);
    }

    void show(String base, UUID id, CurrentUser user, Locale locale, Model model) {
        NotebookView notebook = notebooks.get(id, user);
        NotebookForm form = NotebookForm.of(notebook.form());
        if (!form.sent().containsKey("day")) {
            form.sent().set("day", notebook.day().toString());
            form.sent().set("time", MORNING.toString());
        }
        show(base, notebook, form, Map.of(), null, FRESH_ROWS, user, locale, model);
    }

    /** One empty row more, for the script. */
    void freshRow(UUID id, int number, CurrentUser user, Locale locale, Model model) {
        notebooks.get(id, user);
        row(NotebookForm.of(Map.of()), UUID.randomUUID(), number, null, locale, model);
    }

    /** A row whose household was just chosen, for the script. */
    void settledRow(
            UUID id,
            UUID row,
            UUID household,
            MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model) {
        NotebookView notebook = notebooks.get(id, user);
        TeamHouses.House house =
                houses.of(List.of(household), notebook.teamId(), user).get(household);
        if (house == null) {
            throw new NotFound("household", household);
        }
        NotebookForm form = new NotebookForm(sent);
        form.settle(row, household, NotebookPage.label(house));
        row(form, row, number(sent), house, locale, model);
    }

    private static int number(MultiValueMap<String, String> sent) {
        try {
            return Integer.parseInt(Objects.requireNonNullElse(sent.getFirst("n"), "1"));
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }

    private void row(
            NotebookForm form, UUID row, int number, TeamHouses.@Nullable House house, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        int year = Days.today(clock).getYear();
        model.addAttribute("row", NotebookPage.row(row, number, form, house, null, catalogue, year, words));
        model.addAttribute("outcomes", NotebookPage.outcomes(catalogue, words));
    }

    /** Households that fit what is being typed, for the script. */
    void suggest(UUID id, String typed, CurrentUser user, Model model) {
        long team = notebooks.get(id, user).teamId();
        model.addAttribute(
                "found",
                houses.find(typed, team, user, NotebookHouses.SUGGESTIONS).stream()
                        .map(house -> new Suggestion(
                                house.id().toString(),
                                NotebookPage.label(house),
                                house.householder() == null ? "" : house.householder()))
                        .toList());
        model.addAttribute("typed", typed);
    }

    record Suggestion(String id, String address, String name) {}

    /** Keeps the draft; nothing is checked. Answers whether somebody else has typed into it meanwhile. */
    boolean keep(UUID id, NotebookForm form, CurrentUser user) {
        LocalDate day = form.day().orElseGet(() -> notebooks.get(id, user).day());
        AtomicBoolean joined = new AtomicBoolean();
        notebooks.keep(
                id,
                day,
                stored -> {
                    joined.set(form.join(NotebookForm.of(stored)));
                    return new NotebookDraft(form.kept(), form.openRows().size());
                },
                user);
        return joined.get();
    }

    String post(
            String base,
            UUID id,
            MultiValueMap<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        NotebookForm form = new NotebookForm(sent);
        NotebookView notebook = notebooks.get(id, user);
        List<UUID> own = form.rows();
        if (form.join(NotebookForm.of(notebook.form()))) {
            model.addAttribute("joined", true);
        }
        switch (form.text("action")) {
            case "draft" -> {
                keep(id, form, user);
                after.addFlashAttribute("flash", words.say("paper.notebook.kept"));
                return "redirect:" + base;
            }
            case "discard" -> {
                own.forEach(form::forget);
                keep(id, form, user);
                after.addFlashAttribute("flash", words.say("paper.notebook.discarded"));
                return "redirect:" + base;
            }
            case "find", "more" -> {
                Map<UUID, NotebookPage.Problem> problems = new HashMap<>();
                homes.settle(form, notebook.teamId(), problems, user, words);
                keep(id, form, user);
                boolean more = form.text("action").equals("more");
                show(base, notebook, form, problems, null, more ? FRESH_ROWS : 0, user, locale, model);
                return "";
            }
            default -> {
                return save(base, notebook, form, user, locale, model, after, response);
            }
        }
    }

    private String save(
            String base,
            NotebookView notebook,
            NotebookForm form,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        Map<UUID, NotebookPage.Problem> problems = new LinkedHashMap<>();
        Map<UUID, TeamHouses.House> found = homes.settle(form, notebook.teamId(), problems, user, words);
        String headError = headError(form, notebook, user, words);
        int stored = 0;
        if (headError == null) {
            LocalDate day = form.day().orElseThrow();
            List<UUID> members = form.members().stream()
                    .filter(NotebookForm::isUuid)
                    .map(UUID::fromString)
                    .toList();
            for (UUID row : form.openRows()) {
                TeamHouses.House house = found.get(row);
                if (problems.containsKey(row) || house == null) {
                    continue;
                }
                try {
                    notebooks.store(
                            notebook.id(), reader.read(form, row, notebook.teamId(), house.id(), day, members), user);
                    form.forget(row);
                    stored++;
                } catch (RuleBroken broken) {
                    problems.put(
                            row, new NotebookPage.Problem(column(broken.getField()), words.why(broken), List.of()));
                } catch (VisitConflict before) {
                    problems.put(
                            row, new NotebookPage.Problem("house", words.say("paper.error.stored-before"), List.of()));
                } catch (OutOfScope | NotFound outside) {
                    problems.put(row, new NotebookPage.Problem("house", words.say("paper.error.outside"), List.of()));
                }
            }
        }
        keep(notebook.id(), form, user);
        if (headError == null && problems.isEmpty()) {
            after.addFlashAttribute(
                    "flash",
                    stored == 0
                            ? words.say("paper.notebook.nothing")
                            : words.say(
                                    "paper.notebook.stored",
                                    stored,
                                    words.vn().day(form.day().orElseThrow())));
            return "redirect:" + base + "/" + notebook.id();
        }
        response.setStatus(422);
        if (stored > 0) {
            model.addAttribute("storedNow", words.say("paper.notebook.stored-some", stored));
        }
        show(base, notebooks.get(notebook.id(), user), form, problems, headError, 0, user, locale, model);
        return "";
    }

    private @Nullable String headError(NotebookForm form, NotebookView notebook, CurrentUser user, Words words) {
        LocalDate day = form.day().orElse(null);
        if (day == null || day.isAfter(Days.today(clock))) {
            return words.say("paper.error.day");
        }
        try {
            NotebookReader.time(form.text("time"), "time");
        } catch (RuleBroken broken) {
            return words.why(broken);
        }
        boolean nobody = form.members().isEmpty();
        return nobody && !people.on(notebook.teamId(), day, user).isEmpty() ? words.say("paper.error.members") : null;
    }

    private void show(
            String base,
            NotebookView notebook,
            NotebookForm form,
            Map<UUID, NotebookPage.Problem> problems,
            @Nullable String headError,
            int fresh,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        List<UUID> ids = new ArrayList<>(form.rows());
        if (ids.isEmpty() || fresh > 0) {
            for (int i = 0; i < Math.max(1, fresh) && ids.size() < MOST_ROWS; i++) {
                ids.add(UUID.randomUUID());
            }
        }
        Map<UUID, TeamHouses.House> known = homes.known(form, notebook.teamId(), user);
        LocalDate day = form.day().orElse(notebook.day());
        List<NotebookPage.Row> rows = new ArrayList<>();
        for (UUID id : ids) {
            rows.add(NotebookPage.row(
                    id, rows.size() + 1, form, known.get(id), problems.get(id), catalogue, day.getYear(), words));
        }
        model.addAttribute("marks", ids.stream().collect(Collectors.toMap(UUID::toString, form::mark)));
        model.addAttribute(
                "page",
                new NotebookPage(
                        base + "/" + notebook.id(),
                        base,
                        notebook.teamName(),
                        day.toString(),
                        Days.today(clock).toString(),
                        form.text("time"),
                        NotebookPage.members(people.on(notebook.teamId(), day, user), form.members()),
                        NotebookPage.outcomes(catalogue, words),
                        catalogue.accountTypes().stream()
                                .filter(vn.tungnha.visits.AccountType::onForm)
                                .map(type -> type.shortName(locale))
                                .toList(),
                        rows,
                        NotebookPage.stored(notebook, catalogue, words),
                        headError,
                        problems.isEmpty() ? null : words.say("paper.notebook.problems", problems.size()),
                        PaperCodes.legend(catalogue, words)));
        model.addAttribute("outcomes", NotebookPage.outcomes(catalogue, words));
    }

    private static String column(@Nullable String field) {
        if (field == null) {
            return "house";
        }
        return switch (field.replaceAll("\\[.*", "")) {
            case "activations", "guided", "marks" -> "marks";
            case "visitedAt", "time" -> "time";
            case "guidedUnnamed", "unnamed" -> "unnamed";
            case "followUpAt", "later" -> "later";
            case "topics" -> "topics";
            case "note" -> "note";
            case "outcome" -> "outcome";
            default -> "house";
        };
    }
}
