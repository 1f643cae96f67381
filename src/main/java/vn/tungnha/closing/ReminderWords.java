package vn.tungnha.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** Says a reminder: "Kỳ 10/2026: còn 3 ngày, chưa nộp". */
@Component
@RequiredArgsConstructor
public class ReminderWords {

    private static final int NEAR = 3;

    private final MessageSource messages;
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

    public String link(Reminder reminder, Locale locale) {
        return say(reminder.sort() + ".link", locale);
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
