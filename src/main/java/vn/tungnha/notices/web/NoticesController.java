package vn.tungnha.notices.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeBox;
import vn.tungnha.notices.NoticeBox.Told;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;

/** What waits for me and what has changed around me. */
@Controller
@RequestMapping("/notices")
@RequiredArgsConstructor
class NoticesController {

    private static final Set<Role> FIELD = Set.of(Role.TEAM_LEADER, Role.TEAM_MEMBER);

    private static final int PAGE = 20;

    private final NoticeBox inbox;
    private final UnreadCounts counts;
    private final MessageSource messages;

    /** A line of the list. */
    record Line(
            String key,
            String url,
            String icon,
            String level,
            String title,
            @Nullable String text,
            String at,
            boolean read) {}

    @GetMapping
    @Allowed
    String list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        List<Told> all = inbox.of(user, locale);
        List<Told> shown = unread ? all.stream().filter(told -> !told.read()).toList() : all;
        Paging paging = new Paging(p, PAGE);
        int from = (int) Math.min(paging.offset(), shown.size());
        List<Told> here = shown.subList(from, Math.min(from + PAGE, shown.size()));
        Vn vn = Vn.in(locale);
        model.addAttribute("lines", here.stream().map(told -> line(told, vn)).toList());
        model.addAttribute(
                "pages",
                Pages.of(PageOf.of(here, paging, shown.size()), unread ? "/notices?unread=true" : "/notices", vn));
        model.addAttribute("any", all.stream().anyMatch(told -> !told.read()));
        model.addAttribute("unread", unread);
        model.addAttribute(
                "segments",
                List.of(
                        new Segment(say("notices.all", locale), "/notices", !unread),
                        new Segment(say("notices.unread", locale), "/notices?unread=true", unread)));
        return FIELD.containsAll(user.roles()) && !user.roles().isEmpty() ? "notices/field" : "notices/list";
    }

    /** The number at the bell, nothing where there is none. */
    @GetMapping("/count")
    @Allowed
    String count(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("count", counts.of(user, locale));
        return "notices/count";
    }

    /** Following a notice is reading it. */
    @GetMapping("/opening")
    @Allowed
    String open(@RequestParam String key, CurrentUser user, Locale locale) {
        return inbox.find(key, user, locale)
                .map(notice -> {
                    inbox.read(List.of(notice.key()), user);
                    counts.forget(user);
                    return "redirect:" + notice.url();
                })
                .orElse("redirect:/notices");
    }

    /** @param key null for all there are */
    @PostMapping("/reading")
    @Allowed
    String read(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean unread,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        List<String> keys = key != null
                ? List.of(key)
                : inbox.of(user, locale).stream()
                        .filter(told -> !told.read())
                        .map(Told::notice)
                        .map(Notice::key)
                        .toList();
        Instant at = inbox.read(keys, user);
        counts.forget(user);
        flash.addFlashAttribute(
                "flash", say("notices.marked", locale, Vn.in(locale).number(keys.size())));
        flash.addFlashAttribute("flashUndo", "/notices/reading/undo?at=" + at.toEpochMilli());
        return unread ? "redirect:/notices?unread=true" : "redirect:/notices";
    }

    @PostMapping("/reading/undo")
    @Allowed
    String undo(@RequestParam long at, CurrentUser user, Locale locale, RedirectAttributes flash) {
        inbox.unread(Instant.ofEpochMilli(at), user);
        counts.forget(user);
        flash.addFlashAttribute("flash", say("notices.unmarked", locale));
        return "redirect:/notices";
    }

    private static Line line(Told told, Vn vn) {
        Notice notice = told.notice();
        return new Line(
                notice.key(),
                notice.url(),
                notice.kind().icon(),
                notice.level(),
                notice.title(),
                notice.text(),
                vn.day(notice.at()),
                told.read());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
