package vn.tungnha.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;

/** What a finger is to hit on the pages of the phone: 48 px each way, within the screen, under nothing else. */
final class Targets {

    private static final int NARROWEST = 320;

    private static final String MISSED = """
            () => {
              const missed = [];
              const seen = new Set();
              for (const part of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
                const target = part.matches('[type=radio], [type=checkbox]') ? part.closest('label') ?? part : part;
                if (seen.has(target) || target.matches('.skip') || !target.checkVisibility({ visibilityProperty: true })) continue;
                seen.add(target);
                target.scrollIntoView({ block: 'center', inline: 'center' });
                const { left, right, top, width, height } = target.getBoundingClientRect();
                const name = (target.textContent.trim() || target.getAttribute('aria-label') || target.name).replace(/\\s+/g, ' ');
                if (Math.min(width, height) < 47.5) missed.push(name + ' is ' + Math.round(width) + 'x' + Math.round(height));
                const there = document.elementFromPoint(left + width / 2, top + height / 2);
                if (!there || !(target.contains(there) || there.contains(target))) missed.push(name + ' lies under something');
                if ((left < -1 || right > innerWidth + 1) && !target.closest('.swipe, .table-box')) missed.push(name + ' lies outside');
              }
              if (document.documentElement.scrollWidth > innerWidth) missed.push('the page is wider than the screen');
              scrollTo(0, 0);
              return missed;
            }""";

    private Targets() {}

    /** On a page of the phone as it is, and on the narrowest screen in the largest type. */
    static List<String> missed(Page page) {
        List<String> missed = new ArrayList<>();
        if (!(boolean) page.evaluate("() => document.body.matches('.field:not(.bare)')")) {
            return missed;
        }
        missed.addAll(measured(page));
        ViewportSize screen = page.viewportSize();
        String looks = (String) page.evaluate("() => document.documentElement.className");
        page.setViewportSize(NARROWEST, screen.height);
        page.evaluate("() => { document.documentElement.className = 'type-largest'; }");
        measured(page).forEach(one -> missed.add("in large type: " + one));
        page.evaluate("(looks) => { document.documentElement.className = looks; }", looks);
        page.setViewportSize(screen.width, screen.height);
        return missed;
    }

    @SuppressWarnings("unchecked")
    private static List<String> measured(Page page) {
        return (List<String>) page.evaluate(MISSED);
    }
}
