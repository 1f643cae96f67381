package vn.tungnha.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Says a reminder: "Kỳ 10/2026: còn 3 ngày, chưa nộp". */
@Component
@RequiredArgsConstructor
public class ReminderWords {

    private static final int NEAR = 3;

    private final MessageSource messages;
    private final Units units;
    private final Clock clock;

    public String title(Reminder reminder, Locale locale) {
        LocalDate last = reminder.period().named().last();
        String period = last.getMonthValue() + "/" + last.getYear();
        long left = reminder.daysLeft(Days.today(clock));
        Vn vn = Vn.in(locale);
        String what = say("" + reminder.sort(), locale, vn.number(reminder.count()), vn.number(reminder.of()));
        return say(left == 0 ? "today" : left > 0 ? "left" : "past", locale, period, Math.abs(left), what);
    }

    public String due(Reminder reminder, Locale locale) {
        return say("due", locale, Vn.in(locale).day(reminder.due()));
    }

    /** A ward that was merged since still owes what it owed; what took it over reads of it by its name. */
    public String due(UnitView place, Reminder reminder, Locale locale) {
        String due = due(reminder, locale);
        return place.id() == reminder.place() ? due : before(reminder).fullName() + " · " + due;
    }

    private UnitView before(Reminder reminder) {
        return units.get(reminder.place(), reminder.period().last());
    }

    public String link(Reminder reminder, Locale locale) {
        return say(reminder.sort() + ".link", locale);
    }

    /** Where the office of that place deals with it. */
    public String url(UnitView place, Reminder reminder) {
        LocalDate last = reminder.period().last();
        String unit =
                place.id() == reminder.place() ? place.code() : before(reminder).code() + "@" + last;
        String url = "/reports?unit=" + unit + "&period=" + reminder.period().code();
        return switch (reminder.sort()) {
            case WARD_MISSING -> url + "&show=MISSING";
            case WARD_APPROVE -> url + "&show=WAITING";
            default -> url;
        };
    }

    /** How pressing it is, as a level of the traffic light. */
    public String level(Reminder reminder) {
        long left = reminder.daysLeft(Days.today(clock));
        return left < 0 ? "bad" : left <= NEAR ? "near" : "info";
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("closing.reminder." + key, arguments, locale);
    }
}
