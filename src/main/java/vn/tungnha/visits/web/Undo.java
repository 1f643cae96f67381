package vn.tungnha.visits.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Instead of asking before: saying what was done, with a button that takes it back. */
final class Undo {

    private Undo() {}

    /** The next page's toast; it stays until one leaves the page. */
    static void offer(RedirectAttributes after, String done, String address) {
        after.addFlashAttribute("flash", done);
        after.addFlashAttribute("flashUndo", address);
    }
}
