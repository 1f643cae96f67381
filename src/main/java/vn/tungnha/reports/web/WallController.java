package vn.tungnha.reports.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.reports.SavedView;
import vn.tungnha.reports.SavedViews;

/** Saved views one after the other on a big screen: figures of places only, nothing of persons. */
@Controller
@RequiredArgsConstructor
class WallController {

    static final List<Integer> SECONDS = List.of(10, 20, 30, 60, 120);

    private static final int SHORTEST = 5;
    private static final int LONGEST = 600;

    private final SavedViews saved;
    private final WallBoard board;
    private final MessageSource messages;
    private final Clock clock;

    /** Where the rotation stands; {@code paused} stops it where scripts do not run. */
    record Turn(
            String name,
            String count,
            int seconds,
            boolean paused,
            String next,
            String previous,
            String pause,
            String go) {}

    @GetMapping("/views/wall")
    @Allowed
    String wall(
            @RequestParam(defaultValue = "") List<Long> view,
            @RequestParam(defaultValue = "20") int seconds,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(defaultValue = "false") boolean paused,
            CurrentUser user,
            Locale locale,
            Model model) {
        List<SavedView> views = new ArrayList<>(saved.all(view, user));
        if (views.isEmpty()) {
            return "redirect:/views";
        }
        Words words = Words.of(messages, locale);
        int index = Math.floorMod(at, views.size());
        int each = Math.min(LONGEST, Math.max(SHORTEST, seconds));
        List<Long> ids = views.stream().map(SavedView::id).toList();
        SavedView shown = views.get(index);
        model.addAttribute(
                "turn",
                new Turn(
                        shown.name(),
                        words.vn().number(index + 1) + "/" + words.vn().number(views.size()),
                        each,
                        paused,
                        url(ids, each, (index + 1) % views.size(), false),
                        url(ids, each, Math.floorMod(index - 1, views.size()), paused),
                        url(ids, each, index, true),
                        url(ids, each, index, false)));
        model.addAttribute("time", words.say("wall.time", words.vn().moment(clock.instant())));
        model.addAttribute("wall", board.of(shown.address(), user, words));
        return "reports/wall";
    }

    private static String url(List<Long> ids, int seconds, int at, boolean paused) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/views/wall")
                .queryParam("view", ids.toArray())
                .queryParam("seconds", seconds)
                .queryParam("at", at);
        return (paused ? url.queryParam("paused", true) : url).build().toUriString();
    }
}
