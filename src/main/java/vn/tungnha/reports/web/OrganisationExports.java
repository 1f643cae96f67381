package vn.tungnha.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.reports.OrganisationWork.Represented;
import vn.tungnha.reports.OrganisationWork.Responsible;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Results by organisation as a file; the guard is asked in {@link BoardFiles}. */
@Controller
@RequiredArgsConstructor
class OrganisationExports {

    private final BoardPlace place;
    private final OrganisationCard card;
    private final BoardFiles files;

    @GetMapping("/dashboard/{code}/organisations.{format:csv|xlsx}")
    @Allowed
    void organisations(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        BoardFiles.Asked asked = files.asked(code, params, user, locale);
        Words words = asked.words();
        BoardRequest request = asked.request();
        UnitView unit = asked.unit();
        LocalDate on = place.teamsDay(unit, request);
        OrganisationCard.Read read = unit.level() == UnitLevel.PROVINCE
                ? card.read(unit, request, place.structureDay(unit, request), on)
                : card.read(place.teams(unit, request), request, on, words);
        String title = words.say("organisation.title", words.period(request.period()));
        try (TableWriter out = files.open("organisations", format, title, asked, response)) {
            out.heading(List.of(
                    words.say("organisation.responsible"),
                    words.say("organisation.teams"),
                    words.say("organisation.active"),
                    words.say("organisation.visits"),
                    words.say("organisation.met.count"),
                    words.say("organisation.activated")));
            for (Responsible row : read.responsible()) {
                out.row(Arrays.asList(
                        row.name() == null ? words.say("organisation.unnamed") : row.name(),
                        row.teams(),
                        row.active(),
                        row.done().visits(),
                        row.done().met(),
                        row.done().activated()));
            }
            if (read.represented().isEmpty()) {
                return;
            }
            out.row(List.of());
            out.row(List.of(
                    words.say("organisation.member"),
                    words.say("organisation.members"),
                    words.say("organisation.visits"),
                    words.say("organisation.met.count")));
            for (Represented row : read.represented()) {
                out.row(List.of(read.name(row, words), row.members(), row.visits(), row.met()));
            }
        }
    }
}
