package vn.tungnha.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The calendar is read back by a small reader of its own, as RFC 5545 says lines are broken, nested and escaped. */
class ICalendarTests {

    private static final Instant NINE = Instant.parse("2026-11-28T02:00:00Z");

    @Test
    void saysWhatAndWhenAndWhereInAFormOthersRead() {
        String title =
                "Ngày thứ 7 tình nguyện; hướng dẫn VNeID, chữ ký số \\ thanh toán không dùng tiền mặt cho bà con";
        UUID id = UUID.randomUUID();
        String text = ICalendar.of(
                "Từng Nhà",
                List.of(
                        new ICalendar.Event(
                                id, 3, NINE, NINE.plusSeconds(7200), title, "Một cửa\nphường", "", false, NINE),
                        new ICalendar.Event(
                                UUID.randomUUID(), 0, NINE, NINE.plusSeconds(60), "Họp", "Tổ 33", "x", true, NINE)));

        assertThat(text.split("\r\n", -1)).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        List<Map<String, String>> events = events(text);
        assertThat(events).hasSize(2);
        assertThat(events.get(0))
                .containsEntry("UID", id + "@tungnha.vn")
                .containsEntry("SEQUENCE", "3")
                .containsEntry("DTSTART", "20261128T020000Z")
                .containsEntry("DTEND", "20261128T040000Z")
                .containsEntry("SUMMARY", title)
                .containsEntry("LOCATION", "Một cửa\nphường")
                .containsEntry("STATUS", "CONFIRMED")
                .containsKey("DTSTAMP");
        assertThat(events.get(1)).containsEntry("STATUS", "CANCELLED");
    }

    /** Properties of each event; everything must be closed in the order it was opened. */
    static List<Map<String, String>> events(String text) {
        List<Map<String, String>> events = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        for (String line : text.replace("\r\n ", "").split("\r\n")) {
            int colon = line.indexOf(':');
            assertThat(colon).as(line).isPositive();
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1);
            if (name.equals("BEGIN")) {
                open.push(value);
                if (value.equals("VEVENT")) {
                    events.add(new LinkedHashMap<>());
                }
            } else if (name.equals("END")) {
                assertThat(open.pop()).isEqualTo(value);
            } else if ("VEVENT".equals(open.peek())) {
                events.get(events.size() - 1).put(name, unescaped(value));
            } else {
                assertThat(open.peek()).isEqualTo("VCALENDAR");
            }
        }
        assertThat(open).isEmpty();
        return events;
    }

    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\\') {
                char next = value.charAt(++i);
                plain.append(next == 'n' ? '\n' : next);
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
