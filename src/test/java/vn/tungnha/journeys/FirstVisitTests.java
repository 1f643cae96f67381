package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a phone has to fetch before the leader sees the day. */
class FirstVisitTests extends Journey {

    /** Bytes over the wire, fonts included. */
    private static final int MOST = 150_000;

    @Test
    void fetchesTheWorklistLightly() {
        Visitor signedIn = signedIn("totruong33", Device.PHONE);
        Visitor fresh = visitor(Device.PHONE);
        fresh.page()
                .context()
                .addCookies(signedIn.page().context().cookies().stream()
                        .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                                .setDomain(cookie.domain)
                                .setPath(cookie.path))
                        .toList());
        List<Request> fetched = new ArrayList<>();
        fresh.page().onRequestFinished(fetched::add);

        TodayPage.open(fresh);
        fresh.page().evaluate("() => document.fonts.ready");

        assertThat(fresh.place()).isEqualTo("/field");
        // asking for sizes lets the browser report more requests: count those of the page, no later ones
        List<Request> pageLoad = List.copyOf(fetched);
        assertThat(pageLoad).hasSizeGreaterThan(3);
        int weight = pageLoad.stream()
                .map(Request::sizes)
                .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
        pageLoad.forEach(request -> System.out.printf(
                "%7d %s%n", request.sizes().responseBodySize, request.url().replaceFirst("http://[^/]+", "")));
        System.out.printf("%7d first visit of /field%n", weight);
        assertThat(weight).isLessThanOrEqualTo(MOST);
    }
}
