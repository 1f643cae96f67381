package vn.tungnha.journeys;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A walk along all links from one page on: one sample of every kind of page, as the application's own mappings tell kinds apart. */
class Crawl {

    private static final Pattern FILES = Pattern.compile(".*\\.(csv|xlsx|svg|css|js|json)$");

    private final Visitor visitor;
    private final int most;
    private final List<PathPattern> kinds;
    private final Set<PathPattern> seen = new HashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    /** @param most pages to open, the first met */
    Crawl(Visitor visitor, RequestMappingHandlerMapping mappings, int most) {
        this.visitor = visitor;
        this.most = most;
        kinds = mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/"))
                .map(PathPatternParser.defaultInstance::parse)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Answers how many kinds of pages were opened. */
    int from(String start, Runnable eachPage) {
        int opened = 0;
        offer(start);
        while (!ahead.isEmpty() && opened < most) {
            visitor.open(ahead.remove());
            opened++;
            eachPage.run();
            links().forEach(this::offer);
        }
        return opened;
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>) visitor.page()
                .evaluate("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin"
                        + " && !a.hasAttribute('download')).map(a => a.pathname + a.search)");
    }

    private void offer(String place) {
        String path = place.split("[?#]", 2)[0];
        if (!FILES.matcher(path).matches()) {
            kind(path).filter(seen::add).ifPresent(fresh -> ahead.add(place));
        }
    }

    private Optional<PathPattern> kind(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return kinds.stream().filter(kind -> kind.matches(container)).findFirst();
    }
}
