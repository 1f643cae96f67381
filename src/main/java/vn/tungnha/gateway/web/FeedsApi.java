package vn.tungnha.gateway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.gateway.FeedQuery;
import vn.tungnha.gateway.Feeds;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** Tables that a spreadsheet fetches anew by itself. */
@RestController
@RequestMapping(FeedsApi.PATH)
@Allowed
@Opens({TokenScope.FEED, TokenScope.FIGURES})
@RequiredArgsConstructor
class FeedsApi {

    static final String PATH = "/api/v1/feeds/indicator-values.csv";

    private final Feeds feeds;
    private final Clock clock;

    @GetMapping
    void values(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean children,
            @RequestParam(name = "indicator", required = false) @Nullable List<String> indicators,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(required = false) @Nullable String days,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        FeedQuery query = FeedQuery.of(unit, children, indicators, from, to, grain, structure, days, Days.today(clock));
        var rows = feeds.rows(query, user);
        try (TableWriter out = TableAnswer.open("indicator-values", "csv", response)) {
            Feeds.write(rows, out);
        }
    }
}
