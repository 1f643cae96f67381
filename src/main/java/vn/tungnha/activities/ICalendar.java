package vn.tungnha.activities;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** Activities as a calendar that phones and mail programs subscribe to (RFC 5545). */
public final class ICalendar {

    /** Octets of a line, its break left out. */
    private static final int LINE = 75;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /** @param sequence grows with every change, so that a calendar takes the later one */
    public record Event(
            UUID id,
            int sequence,
            Instant from,
            Instant until,
            String title,
            String place,
            String description,
            boolean cancelled,
            Instant stamp) {}

    public static String of(String name, List<Event> events) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Tung Nha//vn.tungnha//VI");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("X-WR-TIMEZONE:Asia/Ho_Chi_Minh");
        events.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Event event) {
        line("BEGIN:VEVENT");
        line("UID:" + event.id() + "@tungnha.vn");
        line("DTSTAMP:" + MOMENT.format(event.stamp()));
        line("SEQUENCE:" + event.sequence());
        line("DTSTART:" + MOMENT.format(event.from()));
        line("DTEND:" + MOMENT.format(event.until()));
        line("SUMMARY:" + escaped(event.title()));
        line("LOCATION:" + escaped(event.place()));
        line("DESCRIPTION:" + escaped(event.description()));
        line("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line("END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Broken before an octet too many, never inside a letter. */
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            String one = Character.toString(letter);
            int width = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += width;
            at += one.length();
        }
        text.append("\r\n");
    }
}
