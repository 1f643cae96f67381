package vn.tungnha.lists.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.lists.ColumnChoices;
import vn.tungnha.lists.DeskKeys;
import vn.tungnha.lists.DeskLists;
import vn.tungnha.lists.KeptFilters;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskList;

/** Puts into the model what every list has, and the keys that every page of an office has. */
@ControllerAdvice(annotations = Controller.class)
@RequiredArgsConstructor
class DeskModel {

    /** Of the session: asked for once, not with every page. */
    static final String KEYS = DeskModel.class.getName() + ".keys";

    /** Say how, not what. */
    private static final Set<String> NO_FILTERS = Set.of("sort", "show");

    private final DeskLists desks;
    private final ColumnChoices columns;
    private final KeptFilters filters;
    private final DeskKeys keys;
    private final CurrentUsers users;
    private final MessageSource messages;

    @ModelAttribute("lists")
    @Nullable
    DeskView lists(HttpServletRequest request, Locale locale) {
        if (!request.getMethod().equals("GET")
                || !(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)) {
            return null;
        }
        return desks.at(pattern)
                .flatMap(list -> users.now()
                        .filter(user -> DeskLists.admits(list.roles(), user))
                        .map(user -> view(list, AskedAddress.of(request), user, locale)))
                .orElse(null);
    }

    /** Neither phones nor programs have keys. */
    @ModelAttribute("keys")
    @Nullable
    List<Choice> keys(HttpServletRequest request) {
        if (request.getRequestURI().matches(request.getContextPath() + "/(api|field)(/.*)?")) {
            return null;
        }
        return users.now()
                .filter(user -> on(user, request))
                .map(user -> Keys.PLACES)
                .orElse(null);
    }

    private boolean on(CurrentUser user, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEYS) instanceof Boolean known) {
            return known;
        }
        boolean on = keys.on(user);
        if (session != null) {
            session.setAttribute(KEYS, on);
        }
        return on;
    }

    private DeskView view(DeskList<CurrentUser> list, Asked asked, CurrentUser user, Locale locale) {
        Set<String> chosen = columns.of(list, user);
        String query = AskedAddress.query(asked);
        String file = "/lists/" + list.code() + "/table.";
        List<? extends DeskEdit<CurrentUser>> edits = list.edits().stream()
                .filter(edit -> DeskLists.admits(edit.roles(), user))
                .toList();
        return new DeskView(
                list.code(),
                query,
                AskedAddress.page(list.pattern(), asked),
                asked.values().keySet().stream()
                        .anyMatch(name ->
                                !NO_FILTERS.contains(name) && !list.pattern().contains("{" + name + "}")),
                AskedAddress.page(list.pattern(), plain(list, asked)),
                !list.pattern().contains("{"),
                list.columns().stream()
                        .filter(column -> column.use() != DeskColumn.Use.FIXED)
                        .map(column -> new DeskView.Column(
                                column.code(), say(column.key(), locale), chosen.contains(column.code())))
                        .toList(),
                chosen,
                filters.of(list, user),
                file + "xlsx" + (query.isEmpty() ? "" : "?" + query),
                file + "csv" + (query.isEmpty() ? "" : "?" + query),
                edits.stream().filter(DeskEdit::inPlace).map(DeskEdit::code).collect(Collectors.toSet()),
                edits.stream()
                        .flatMap(edit -> {
                            String key = edit.forMany();
                            return key == null
                                    ? Stream.<Choice>empty()
                                    : Stream.of(new Choice(edit.code(), say(key, locale)));
                        })
                        .toList(),
                list.orders().stream()
                        .filter(order -> DeskLists.admits(order.roles(), user))
                        .toList());
    }

    /** What must be asked for: what the path names, and which list of several. */
    private static Asked plain(DeskList<CurrentUser> list, Asked asked) {
        return new Asked(asked.values().entrySet().stream()
                .filter(each ->
                        NO_FILTERS.contains(each.getKey()) || list.pattern().contains("{" + each.getKey() + "}"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
