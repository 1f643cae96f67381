package vn.tungnha.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitView;

/** Tables of a board as files: whose, of which period and tree stands on top of every one of them. */
@Component
@RequiredArgsConstructor
class BoardFiles {

    private final BoardPlace place;
    private final Structures structures;
    private final MessageSource messages;
    private final Clock clock;

    /** What a file is asked for, after the guard. */
    record Asked(BoardRequest request, UnitView unit, Words words) {}

    Asked asked(String code, MultiValueMap<String, String> params, CurrentUser user, Locale locale) {
        BoardRequest request = place.request(code, params);
        return new Asked(request, place.require(request, user), Words.of(messages, locale));
    }

    TableWriter open(String name, String format, String title, Asked asked, HttpServletResponse response)
            throws IOException {
        Words words = asked.words();
        UnitView unit = asked.unit();
        BoardRequest request = asked.request();
        String file =
                "%s-%s-%s".formatted(name, unit.code(), request.period().code().replace('/', '_'));
        TableWriter out = TableAnswer.open(file, format, response);
        out.row(List.of(title));
        out.row(List.of(words.say("export.unit"), unit.fullName(), unit.code()));
        out.row(List.of(words.say("period"), words.title(request.period())));
        out.row(List.of(words.say("export.structure"), structures.note(unit, request, words)));
        out.row(List.of(words.say("export.time"), words.vn().moment(clock.instant())));
        out.row(List.of());
        return out;
    }
}
