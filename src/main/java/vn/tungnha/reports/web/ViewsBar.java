package vn.tungnha.reports.web;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.reports.SavedView;
import vn.tungnha.reports.SavedViews;

/** The saved views on a dashboard, and the form that saves the one that is open. */
@Component
@RequiredArgsConstructor
class ViewsBar {

    private final SavedViews saved;

    /** @param address of the page that is open */
    record Bar(List<SavedView> views, String address) {}

    void show(BoardRequest request, CurrentUser user, Model model) {
        model.addAttribute("saved", new Bar(saved.of(user), request.url(Map.of())));
    }
}
