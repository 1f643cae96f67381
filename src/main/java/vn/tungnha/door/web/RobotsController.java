package vn.tungnha.door.web;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.tungnha.door.Procedures;
import vn.tungnha.door.PublicTeams;
import vn.tungnha.door.PublicWards;
import vn.tungnha.shared.Paging;
import vn.tungnha.visits.Cards;

/** What search engines may read: public pages, and nothing else of the program. */
@PublicPage
@RequiredArgsConstructor
class RobotsController {

    private static final List<String> PAGES = List.of(
            "/public",
            "/public/desks",
            "/public/how-to",
            "/public/procedures",
            "/public/warnings",
            "/public/answers",
            "/public/data",
            "/public/privacy");

    /** As many as a sitemap may hold, less those above. */
    private static final int MOST = 40_000;

    private static final int PROCEDURES = 2000;

    private final PublicWards wards;
    private final PublicTeams teams;
    private final Procedures procedures;
    private final Cards cards;

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("""
                        User-agent: *
                        Allow: /public
                        Disallow: /public/calendar
                        Disallow: /public/request
                        Disallow: /public/suggest
                        Disallow: /public/track
                        Allow: /css
                        Allow: /js
                        Allow: /img
                        Allow: /fonts
                        Disallow: /

                        Sitemap: %s
                        """.formatted(address("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        List<String> paths = new ArrayList<>(PAGES);
        cards.all().forEach(card -> paths.add("/public/how-to/" + card.code()));
        procedures
                .list(null, new Paging(0, PROCEDURES))
                .items()
                .forEach(procedure -> paths.add("/public/procedures/" + procedure.code()));
        wards.served().forEach(ward -> paths.add("/public/units/" + ward.code()));
        teams.atWork().forEach(team -> paths.add("/public/teams/" + team));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        paths.stream().limit(MOST).forEach(path -> xml.append("<url><loc>")
                .append(HtmlUtils.htmlEscape(address(path)))
                .append("</loc></url>\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(xml.append("</urlset>\n").toString());
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
