package vn.tungnha.models.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.models.ModelView;
import vn.tungnha.models.Models;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;

/** The list of models as it is taken away. */
@Component
@RequiredArgsConstructor
class ModelsDesk implements DeskList<CurrentUser> {

    private static final int PIECE = 500;

    private final Models models;
    private final MessageSource messages;

    @Override
    public String code() {
        return "models";
    }

    @Override
    public String pattern() {
        return "/models";
    }

    @Override
    public List<String> roles() {
        return List.of();
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("name", "models.name"),
                DeskColumn.shown("kind", "models.kind"),
                DeskColumn.shown("owner", "models.owner"),
                DeskColumn.shown("unit", "models.unit"),
                DeskColumn.shown("founded", "models.founded"),
                DeskColumn.fixed("digital", "models.digital"),
                DeskColumn.shown("review", "models.review"));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        ModelWords words = new ModelWords(messages, locale);
        Models.Query query =
                new Models.Query(asked.text("q"), asked.text("kind"), "true".equals(asked.text("digital")));
        PageOf<ModelView> found;
        int page = 0;
        do {
            found = models.list(query, user, new Paging(page++, PIECE));
            for (ModelView model : found.items()) {
                if (!goesOn.test(row(model, words))) {
                    return;
                }
            }
        } while (page < found.pages());
    }

    private static DeskRow row(ModelView model, ModelWords words) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("name", model.name());
        cells.put("kind", model.kindName(words.locale()));
        cells.put("owner", model.owner());
        cells.put("unit", model.unit());
        cells.put("founded", model.foundedOn());
        cells.put("digital", words.say(model.digital() ? "models.yes" : "models.no"));
        cells.put("review", ModelsListing.review(model, words));
        return new DeskRow(model.id().toString(), cells);
    }
}
